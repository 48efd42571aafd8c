/// The distance of each pixel to the nearest outline, as far as a stroke reaches.
///
/// A stroke with round joins is all that lies within its width of the outline. Distances give it
/// without the holes that offset curves leave in narrow counters.
struct StrokeRaster {
    private let width: Float
    private var coverage: Coverage

    /// Squares of the distances from pixel centers, `reach` squared where nothing is nearer.
    private var squares: [Float]

    /// The distance at which coverage ends: half a pixel beyond the stroke.
    private var reach: Float { width + 0.5 }

    /// - Parameters:
    ///   - width: The width of the stroke in pixels.
    ///   - raster: A raster that has the place and size of this one.
    init(width: Double, like raster: Coverage) {
        self.width = Float(width)
        coverage = Coverage(
            originX: raster.originX, originY: raster.originY, width: raster.width,
            height: raster.height)
        let reach = Float(width) + 0.5
        squares = [Float](repeating: reach * reach, count: coverage.pixels.count)
    }

    /// Brings the pixels around `line` nearer.
    mutating func add(_ line: LineSegment) {
        let local = LineSegment(
            startX: line.startX - Float(coverage.originX) - 0.5,
            startY: line.startY - Float(coverage.originY) - 0.5,
            endX: line.endX - Float(coverage.originX) - 0.5,
            endY: line.endY - Float(coverage.originY) - 0.5)
        let top = pixel(min(local.startY, local.endY) - reach, below: coverage.height)
        let bottom = pixel(max(local.startY, local.endY) + reach + 1, below: coverage.height)
        let count = coverage.width
        let reach = reach
        squares.withUnsafeMutableBufferPointer { squares in
            for y in top..<max(bottom, top) {
                let columns = local.columns(within: reach, ofRow: Float(y), below: count)
                for x in columns {
                    let square = local.squaredDistance(x: Float(x), y: Float(y))
                    let index = y * count + x
                    if square < squares[index] { squares[index] = square }
                }
            }
        }
    }

    /// Returns the coverage of the band within the stroke's width of the outlines.
    func drawn() -> Coverage {
        var result = coverage
        for (index, square) in squares.enumerated() where square < reach * reach {
            let share = min(max(reach - square.squareRoot(), 0), 1)
            result.pixels[index] = UInt8(share * 255 + 0.5)
        }
        return result
    }
}

/// Returns the index of the pixel whose center is at or before `position`, inside 0...`limit`.
private func pixel(_ position: Float, below limit: Int) -> Int {
    Int(min(max(position, 0), Float(limit)))
}

extension LineSegment {
    /// Returns the pixels of a row that can lie within `reach`: those around the piece of the
    /// segment that is within `reach` of the row.
    fileprivate func columns(within reach: Float, ofRow y: Float, below limit: Int) -> Range<Int> {
        var (first, last) = (startX, endX)
        let rise = endY - startY
        if rise != 0 {
            let crossings = [(y - reach - startY) / rise, (y + reach - startY) / rise]
            let from = min(max(min(crossings[0], crossings[1]), 0), 1)
            let to = min(max(max(crossings[0], crossings[1]), 0), 1)
            (first, last) = (startX + (endX - startX) * from, startX + (endX - startX) * to)
        }
        let left = pixel(min(first, last) - reach, below: limit)
        return left..<max(pixel(max(first, last) + reach + 1, below: limit), left)
    }

    fileprivate func squaredDistance(x: Float, y: Float) -> Float {
        let (runX, runY) = (endX - startX, endY - startY)
        let length = runX * runX + runY * runY
        let along = (x - startX) * runX + (y - startY) * runY
        let share = length > 0 ? min(max(along / length, 0), 1) : 0
        let (dx, dy) = (x - startX - share * runX, y - startY - share * runY)
        return dx * dx + dy * dy
    }
}
