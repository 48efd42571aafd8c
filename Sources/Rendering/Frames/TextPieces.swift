import Foundation
import Typesetting

/// Where the pieces of a text lie in its layer: a band of rows for each line, cut into columns.
struct TextPieces: Sendable {
    struct Band: Sendable {
        /// Even rows of the layer.
        var rows: Range<Int>

        /// From left to right, without gaps, over the whole width.
        var runs: [Run]
    }

    struct Run: Sendable {
        /// The index of the piece.
        var piece: Int

        /// Even columns of the layer.
        var columns: Range<Int>
    }

    /// From top to bottom, without gaps, over the whole height.
    let bands: [Band]

    /// Finds the pieces that begin at the characters `starts` of the text.
    ///
    /// The layout's block lies at `block` on the canvas, the layer at `region`.
    init(starts: [Int], _ layout: TextLayout, block: TextRectangle, region: EvenRegion) {
        let edges = Self.edges(of: layout).map { edge in
            min(max(Int((block.y + edge - Double(region.y)).rounded()) & ~1, 0), region.height)
        }
        let ends = edges + [region.height]
        var top = 0
        var bands: [Band] = []
        for (line, end) in zip(layout.lines, ends) {
            let runs = Self.runs(
                line, starts, left: block.x - Double(region.x), width: region.width)
            bands.append(Band(rows: top..<max(top, end), runs: runs))
            top = max(top, end)
        }
        self.bands = bands
    }

    /// Where one line's descent and the next one's ascent meet, from the top of the block.
    private static func edges(of layout: TextLayout) -> [Double] {
        guard let first = layout.lines.first, let last = layout.lines.last else { return [] }
        let descent = layout.blockHeight - last.baseline
        return zip(layout.lines, layout.lines.dropFirst()).map { upper, lower in
            (upper.baseline + descent + lower.baseline - first.baseline) / 2
        }
    }

    /// Cuts a line in the middle between the last ink of a piece and the first of the next.
    private static func runs(
        _ line: TextLine, _ starts: [Int], left: Double, width: Int
    ) -> [Run] {
        var runs: [Run] = []
        var right = 0.0
        for box in line.clusters where !box.isSpace {
            let piece = Self.piece(of: box.offset, starts)
            if runs.last?.piece != piece {
                let cut = left + (right + box.x) / 2
                let column = min(max((cut / 2).rounded() * 2, 0), Double(width))
                let start = runs.isEmpty ? 0 : Int(column)
                runs.append(Run(piece: piece, columns: start..<width))
            }
            right = box.x + box.width
        }
        for index in runs.indices.dropLast() {
            let (start, end) = (
                runs[index].columns.lowerBound, runs[index + 1].columns.lowerBound
            )
            runs[index].columns = start..<max(start, end)
        }
        return runs
    }

    /// The piece that holds a character: the last one that begins at or before it.
    private static func piece(of offset: Int, _ starts: [Int]) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }
}
