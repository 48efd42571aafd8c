import Foundation
import Planning

/// How the canvas maps onto a raster along one axis: canvas pixel `i`'s centre looks at `origin +
/// (i + 0.5) * step`.
///
/// Positions on the raster are edge coordinates of its luma grid.
struct AxisMap: Hashable {
    var origin: Double
    var step: Double

    /// The map that shows `length` raster samples from `start` in a box `size` pixels long at
    /// `position`.
    init(start: Double, length: Double, position: Double, size: Double) {
        step = length / size
        origin = start - position * step
    }

    /// The luma samples of pixels from `pixel` on.
    func luma(from pixel: Int, count: Int) -> FixedTaps.Line {
        FixedTaps.Line(origin: origin + Double(pixel) * step, step: step, count: count)
    }

    /// The chroma samples from `pixel` on where the canvas' chroma lies on the even luma samples
    /// (horizontally).
    ///
    /// `shift` is that of the raster's chroma.
    func cositedChroma(from pixel: Int, count: Int, shift: Double) -> FixedTaps.Line {
        // Chroma sample j is at luma position 2j + 0.5, half a luma pixel left of the middle of its
        // pair.
        FixedTaps.Line(
            origin: (origin + (Double(pixel) - 0.5) * step - shift) / 2, step: step, count: count)
    }

    /// The chroma samples from `pixel` on where the canvas' chroma lies between two luma samples
    /// (vertically).
    func centredChroma(from pixel: Int, count: Int, shift: Double) -> FixedTaps.Line {
        FixedTaps.Line(
            origin: (origin + Double(pixel) * step - shift) / 2, step: step, count: count)
    }
}

/// A rectangle of whole pixels with even edges, so that it holds whole chroma samples.
struct EvenRegion: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var isEmpty: Bool { width <= 0 || height <= 0 }

    /// The smallest region around the given edges inside a canvas.
    init(left: Double, top: Double, right: Double, bottom: Double, canvas: Canvas) {
        x = Self.even(left, limit: canvas.width) & ~1
        y = Self.even(top, limit: canvas.height) & ~1
        width = (Self.even(right.rounded(.up), limit: canvas.width) + 1) & ~1
        height = (Self.even(bottom.rounded(.up), limit: canvas.height) + 1) & ~1
        width -= x
        height -= y
    }

    init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The whole canvas.
    init(_ canvas: Canvas) {
        self.init(x: 0, y: 0, width: canvas.width, height: canvas.height)
    }

    private static func even(_ edge: Double, limit: Int) -> Int {
        Int(min(max(edge.rounded(.down), 0), Double(limit)))
    }
}
