import Foundation
import Planning

/// How much of each pixel of a region a shape covers, 0...255, at luma and at chroma resolution.
final class Coverage {
    private(set) var region = EvenRegion(x: 0, y: 0, width: 0, height: 0)
    private var luma = Storage<UInt8>(count: 0)
    private var chroma = Storage<UInt8>(count: 0)

    func lumaRow(_ y: Int) -> UnsafeMutablePointer<UInt8> { luma.base + y * region.width }

    func chromaRow(_ y: Int) -> UnsafeMutablePointer<UInt8> {
        chroma.base + y * (region.width / 2)
    }

    /// Covers `region` of `canvas` by `box`, with soft edges where the box does not end on whole
    /// pixels, times `opacity`.
    func make(_ box: Box, opacity: Double, region: EvenRegion, canvas: Canvas) {
        reserve(region)
        let full = UInt8((255 * opacity).rounded())
        let shape = BoxShape(box)
        for y in 0..<region.height {
            let row = lumaRow(y)
            let centre = Double(region.y + y) + 0.5
            let inner = insideColumns(of: box, y: centre, region: region)
            for x in 0..<region.width {
                if inner.contains(x) { continue }
                let share = shape.coverage(x: Double(region.x + x) + 0.5, y: centre)
                row[x] = UInt8((255 * opacity * share).rounded())
            }
            (row + inner.lowerBound).update(repeating: full, count: inner.count)
        }
        repeatEdges(canvas)
        makeChroma()
    }

    /// Takes the extra column and row of an odd canvas to be covered as their neighbours are.
    ///
    /// Their luma is repeated once the frame is drawn, but chroma is shared with the neighbours.
    private func repeatEdges(_ canvas: Canvas) {
        let (x, y) = (canvas.contentWidth - region.x, canvas.contentHeight - region.y)
        if x == region.width - 1 {
            for row in 0..<region.height { lumaRow(row)[x] = lumaRow(row)[x - 1] }
        }
        if y == region.height - 1 {
            lumaRow(y).update(from: lumaRow(y - 1), count: region.width)
        }
    }

    /// Covers `region` by whatever `value` gives for each luma row.
    func make(region: EvenRegion, row: (_ y: Int, UnsafeMutablePointer<UInt8>) -> Void) {
        reserve(region)
        for y in 0..<region.height { row(y, lumaRow(y)) }
        makeChroma()
    }

    private func reserve(_ region: EvenRegion) {
        self.region = region
        let samples = region.width * region.height
        if luma.count < samples {
            luma = Storage(count: samples)
            chroma = Storage(count: samples / 4)
        }
    }

    private func makeChroma() {
        for y in 0..<region.height / 2 {
            Blend.chroma(
                chromaRow(y), above: lumaRow(2 * y), below: lumaRow(2 * y + 1),
                lumaWidth: region.width)
        }
    }

    /// The columns of a row that surely lie at least a pixel inside an upright box.
    private func insideColumns(of box: Box, y: Double, region: EvenRegion) -> Range<Int> {
        let margin = box.cornerRadius + 1
        guard box.rotation == 0, y > box.top + 1, y < box.bottom - 1 else { return 0..<0 }
        let isCornerRow = y < box.top + margin || y > box.bottom - margin
        let inset = isCornerRow ? margin : 1
        let first = Int(min(max((box.left + inset).rounded(.up), 0), 1e6)) - region.x
        let last = Int(min(max((box.right - inset).rounded(.down), 0), 1e6)) - region.x
        let start = min(max(first, 0), region.width)
        return start..<max(start, min(last, region.width))
    }
}
