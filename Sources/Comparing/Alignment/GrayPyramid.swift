/// A luma picture, softened, with its halves: what patches are tracked on.
struct GrayPyramid {
    struct Level {
        let width: Int
        let height: Int
        var values: [Float]

        /// The value at a fractional place; at the border the nearest.
        @inline(__always)
        func sample(_ values: UnsafeBufferPointer<Float>, _ x: Float, _ y: Float) -> Float {
            let x = min(max(x, 0), Float(width) - 1.001)
            let y = min(max(y, 0), Float(height) - 1.001)
            let (column, row) = (Int(x), Int(y))
            let (right, down) = (x - Float(column), y - Float(row))
            let place = row &* width &+ column
            let upper = values[place] + (values[place &+ 1] - values[place]) * right
            let lower =
                values[place &+ width]
                + (values[place &+ width &+ 1] - values[place &+ width]) * right
            return upper + (lower - upper) * down
        }
    }

    private(set) var levels: [Level]

    init(luma: [UInt8], width: Int, height: Int, count: Int) {
        let whole = Level(width: width, height: height, values: luma.map(Float.init))
        levels = [Self.softened(whole)]
        while levels.count < count, let last = levels.last, last.width > 64, last.height > 64 {
            levels.append(Self.softened(Self.halved(last)))
        }
    }

    /// Softened by 1 4 6 4 1 both ways: straight lines between pixels are then close to the truth.
    private static func softened(_ level: Level) -> Level {
        let across = filtered(level.values, level.width, level.height, step: 1)
        var out = level
        out.values = filtered(across, level.width, level.height, step: level.width)
        return out
    }

    private static func filtered(_ values: [Float], _ width: Int, _ height: Int, step: Int)
        -> [Float]
    {
        var out = values
        let (left, top) = step == 1 ? (2, 0) : (0, 2)
        guard width > 2 * left, height > 2 * top else { return out }
        values.withUnsafeBufferPointer { values in
            out.withUnsafeMutableBufferPointer { out in
                for y in top..<height - top {
                    for x in y &* width &+ left..<(y &+ 1) &* width &- left {
                        let near = values[x &- step] + values[x &+ step]
                        let far = values[x &- 2 &* step] + values[x &+ 2 &* step]
                        out[x] = 0.375 * values[x] + 0.25 * near + 0.0625 * far
                    }
                }
            }
        }
        return out
    }

    private static func halved(_ level: Level) -> Level {
        let (width, height) = (level.width / 2, level.height / 2)
        var out = [Float](repeating: 0, count: width * height)
        level.values.withUnsafeBufferPointer { values in
            out.withUnsafeMutableBufferPointer { out in
                for y in 0..<height {
                    for x in 0..<width {
                        let place = 2 &* y &* level.width &+ 2 &* x
                        let upper = values[place] + values[place &+ 1]
                        let lower =
                            values[place &+ level.width] + values[place &+ level.width &+ 1]
                        out[y &* width &+ x] = 0.25 * (upper + lower)
                    }
                }
            }
        }
        return Level(width: width, height: height, values: out)
    }
}
