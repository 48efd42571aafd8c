import Foundation

/// Tells how much room words take when they are set.
package protocol TextMeasurer {
    /// Returns the block of lines that `text` makes at `type`, wrapped at `width` units.
    func extent(of text: String, in type: TypeSpec, width: Double) -> TextExtent
}

/// How words are set; lengths in 1/1080 of the canvas' shorter side.
package struct TypeSpec: Hashable, Sendable {
    package var size: Double
    package var weight = 500
    /// nil for the family of the text.
    package var family: String?
    package var lineHeight = 1.3
    /// Extra advance between letters.
    package var spacing = 0.0

    package init(
        size: Double, weight: Int = 500, family: String? = nil, lineHeight: Double = 1.3,
        spacing: Double = 0
    ) {
        self.size = size
        self.weight = weight
        self.family = family
        self.lineHeight = lineHeight
        self.spacing = spacing
    }
}

/// The room that set words take, in units.
package struct TextExtent: Hashable, Sendable {
    package var width: Double
    package var height: Double
    package var lineCount: Int

    package init(width: Double, height: Double, lineCount: Int) {
        self.width = width
        self.height = height
        self.lineCount = lineCount
    }
}
