/// A part of a picture in shares of its sides: all of it is 0, 0, 1, 1.
package struct PictureArea: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package static let all = PictureArea(x: 0, y: 0, width: 1, height: 1)

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var right: Double { x + width }
    package var bottom: Double { y + height }

    /// The greatest distance of a side from that of `other`, in shares.
    package func distance(to other: PictureArea) -> Double {
        max(
            abs(x - other.x), abs(y - other.y), abs(right - other.right),
            abs(bottom - other.bottom))
    }

    /// The area as pixels of a picture of `width` by `height`, rounded.
    package func pixels(width: Int, height: Int) -> Comparison.Rectangle {
        let left = Int((x * Double(width)).rounded())
        let top = Int((y * Double(height)).rounded())
        return Comparison.Rectangle(
            x: left, y: top, width: Int((right * Double(width)).rounded()) - left,
            height: Int((bottom * Double(height)).rounded()) - top)
    }

    /// What of the whole this shows, and where in this area that lies.
    ///
    /// An area that reaches past the borders belongs to a picture with bars.
    var clipped: (ofWhole: PictureArea, inArea: PictureArea) {
        let (left, top) = (max(x, 0), max(y, 0))
        let (right, bottom) = (min(self.right, 1), min(self.bottom, 1))
        return (
            PictureArea(x: left, y: top, width: right - left, height: bottom - top),
            PictureArea(
                x: (left - x) / width, y: (top - y) / height, width: (right - left) / width,
                height: (bottom - top) / height)
        )
    }
}
