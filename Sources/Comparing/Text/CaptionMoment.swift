/// Two frames of the same moment in cells, coarse enough to be kept for every frame of a long film.
struct CaptionMoment {
    /// What a cell shows.
    struct Look {
        /// Mean luma, and the mean step between neighbours, by cell.
        var means: [UInt8]
        var details: [UInt8]
    }

    /// Cells across and down; a line of captions is one to two cells high.
    static let (columns, rows) = (32, 18)

    /// The raster that frames are looked at in.
    static let (width, height) = (192, 108)

    var time: Double
    /// By cell: the mean difference, without the median of all.
    var differences: [UInt8]
    var a: Look
    var b: Look

    /// Takes the luma of two frames of `width` by `height`; `time` is in seconds.
    init(_ a: [UInt8], _ b: [UInt8], at time: Double) {
        self.time = time
        differences = Self.differences(a, b)
        (self.a, self.b) = (Self.look(a), Self.look(b))
    }

    private static func cellMeans(_ body: (Int, Int) -> Float) -> [Float] {
        let (across, down) = (width / columns, height / rows)
        return (0..<rows * columns).map { cell in
            let (x, y) = (cell % columns * across, cell / columns * down)
            var sum: Float = 0
            for row in y..<y + down {
                for column in x..<x + across { sum += body(column, row) }
            }
            return sum / Float(across * down)
        }
    }

    /// The mean absolute difference by cell, less the median of all: levels are judged elsewhere.
    private static func differences(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        let cells = cellMeans { x, y in
            abs(Float(a[y * width + x]) - Float(b[y * width + x]))
        }
        let median = cells.sorted()[cells.count / 2]
        return cells.map { UInt8(max($0 - median, 0)) }
    }

    private static func look(_ luma: [UInt8]) -> Look {
        let details = cellMeans { x, y in
            let here = Float(luma[y * width + x])
            let right = Float(luma[y * width + min(x + 1, width - 1)])
            let below = Float(luma[min(y + 1, height - 1) * width + x])
            return abs(right - here) + abs(below - here)
        }
        return Look(
            means: cellMeans { Float(luma[$1 * width + $0]) }.map { UInt8($0) },
            details: details.map { UInt8(min($0, 255)) })
    }
}
