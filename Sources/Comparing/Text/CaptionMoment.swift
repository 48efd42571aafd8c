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

    /// The mean absolute difference by cell, less the median of all: levels are judged elsewhere.
    private static func differences(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        let cells = a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                cellMeans { place, _ in abs(Int(a[place]) &- Int(b[place])) }
            }
        }
        let median = cells.sorted()[cells.count / 2]
        return cells.map { UInt8(max($0 - median, 0)) }
    }

    private static func look(_ luma: [UInt8]) -> Look {
        luma.withUnsafeBufferPointer { luma in
            let details = cellMeans { place, isLast in
                let here = Int(luma[place])
                let right = Int(luma[isLast.column ? place : place &+ 1])
                let below = Int(luma[isLast.row ? place : place &+ width])
                return abs(right &- here) &+ abs(below &- here)
            }
            return Look(
                means: cellMeans { place, _ in Int(luma[place]) }.map { UInt8($0) },
                details: details.map { UInt8(min($0, 255)) })
        }
    }

    /// The mean of `value` by cell; it gets a place in the raster and whether its column and row
    /// are the last ones.
    private static func cellMeans(
        _ value: (_ place: Int, _ isLast: (column: Bool, row: Bool)) -> Int
    ) -> [Float] {
        let (across, down) = (width / columns, height / rows)
        var sums = [Int](repeating: 0, count: rows * columns)
        sums.withUnsafeMutableBufferPointer { sums in
            // Plain loops: without optimization, ranges take several times as long.
            var (place, row) = (0, 0)
            while row < height {
                var (column, cell, left) = (0, row / down &* columns, across)
                while column < width {
                    sums[cell] &+= value(place, (column == width &- 1, row == height &- 1))
                    place &+= 1
                    column &+= 1
                    left &-= 1
                    if left == 0 { (cell, left) = (cell &+ 1, across) }
                }
                row &+= 1
            }
        }
        return sums.map { Float($0) / Float(across * down) }
    }
}
