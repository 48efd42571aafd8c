import Foundation

/// What an edit may know about files; it opens none itself.
package protocol EditMaterial {
    /// The files that may be named: paths as a draft names them, `assets/robot.png`.
    var files: [String] { get }

    /// Returns how long `source` lasts in milliseconds; nil for stills and what can't be read.
    func milliseconds(of source: String) -> Int?
}

/// Material of a draft that stands alone.
package struct NoMaterial: EditMaterial {
    package init() {}
    package var files: [String] { [] }
    package func milliseconds(of source: String) -> Int? { nil }
}
