import Foundation

/// A size in pixels that takes the place of the draft's own.
package struct CanvasSize: Hashable, Sendable {
    package let width: Int
    package let height: Int

    /// 1920 by 1080.
    package static let fullHD = CanvasSize(width: 1920, height: 1080)

    private init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Parses `1280x720`, or an aspect such as `9:16`: the largest such size inside 1920 by 1080 or
    /// 1080 by 1920, in even numbers.
    ///
    /// nil for anything else and for sides outside 16...8192.
    package init?(parsing text: String) {
        func pair(_ separator: Character) -> (Int, Int)? {
            let parts = text.lowercased().split(separator: separator, maxSplits: 2)
            guard parts.count == 2, let a = Int(parts[0]), let b = Int(parts[1]), a > 0, b > 0
            else {
                return nil
            }
            return (a, b)
        }
        if let (width, height) = pair("x") {
            self.init(width, height)
        } else if let (a, b) = pair(":") {
            let scale = min(1920 / Double(max(a, b)), 1080 / Double(min(a, b)))
            self.init(Int(Double(a) * scale / 2 + 0.5) * 2, Int(Double(b) * scale / 2 + 0.5) * 2)
        } else {
            return nil
        }
    }

    private init?(_ width: Int, _ height: Int) {
        let sides = Draft.Metadata.sides
        guard sides.contains(width), sides.contains(height) else { return nil }
        self.width = width
        self.height = height
    }
}
