import Foundation

/// What planning must know about a media file.
///
/// Planning itself opens no file.
package enum SourceFacts: Hashable, Sendable {
    /// A still picture; the size is upright, in pixels. `warnings` become notices.
    case picture(width: Int, height: Int, warnings: [String])
    /// Sound of a known length, in samples at 48 kHz.
    case sound(sampleCount: Int, warnings: [String])
    /// A video clip, upright size in pixels.
    case video(width: Int, height: Int, milliseconds: Int, warnings: [String])
}

/// Tells facts about files to the planner.
package protocol SourceInspector {
    /// Returns the facts about the file at an absolute path, as far as they matter for `use`.
    ///
    /// - Throws: an error whose description names the file, the cause and the cure.
    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts

    /// Checks that the file at an absolute path is a three-dimensional colour table (`.cube`).
    ///
    /// - Throws: an error whose description names the file, the cause and the cure.
    func checkColorTable(atPath path: String) throws
}

extension SourceInspector {
    /// An inspector that looks at pictures and sounds only knows no table.
    package func checkColorTable(atPath path: String) throws {
        throw UnknownColorTable(path: path)
    }
}

/// What an inspector without an eye for colour tables says.
private struct UnknownColorTable: Error, CustomStringConvertible {
    var path: String
    var description: String { "\(path): colour tables can't be read here" }
}

/// What a file is wanted for: a video file has both a picture and a sound.
package enum SourceUse: Hashable, Sendable {
    case picture
    case sound
}
