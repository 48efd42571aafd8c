/// A small square of a picture with its gradients, to be found again in another.
struct Patch {
    let x: Int
    let y: Int
    let half: Int
    private var values: [Float] = []
    private var across: [Float] = []
    private var down: [Float] = []
    private(set) var variance: Float = 0
    /// The inverse of the gradients' matrix: xx, xy, yy.
    private(set) var inverse: SIMD3<Float>?

    init(_ level: GrayPyramid.Level, _ x: Int, _ y: Int, _ half: Int) {
        (self.x, self.y, self.half) = (x, y, half)
        var (xx, xy, yy): (Float, Float, Float) = (0, 0, 0)
        var (sum, squares): (Float, Float) = (0, 0)
        for row in y - half...y + half {
            for column in x - half...x + half {
                let place = row * level.width + column
                let right = 0.5 * (level.values[place + 1] - level.values[place - 1])
                let below =
                    0.5 * (level.values[place + level.width] - level.values[place - level.width])
                values.append(level.values[place])
                across.append(right)
                down.append(below)
                xx += right * right
                xy += right * below
                yy += below * below
                sum += level.values[place]
                squares += level.values[place] * level.values[place]
            }
        }
        let count = Float(values.count)
        variance = squares / count - sum / count * sum / count
        let determinant = xx * yy - xy * xy
        guard determinant > 0.01 * xx * yy, xx + yy > count * 0.2 else { return }
        inverse = SIMD3(yy, -xy, xx) / determinant
    }

    /// Where the differences pull the patch, and their mean square, with equal mean levels.
    func pull(_ level: GrayPyramid.Level, _ move: SIMD2<Float>) -> SIMD3<Float> {
        var (right, below, squares, sum): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var (sumRight, sumBelow): (Float, Float) = (0, 0)
        level.values.withUnsafeBufferPointer { source in
            var index = 0
            for row in y - half...y + half {
                for column in x - half...x + half {
                    let difference =
                        values[index]
                        - level.sample(source, Float(column) + move.x, Float(row) + move.y)
                    right += across[index] * difference
                    below += down[index] * difference
                    sumRight += across[index]
                    sumBelow += down[index]
                    sum += difference
                    squares += difference * difference
                    index += 1
                }
            }
        }
        let count = Float(values.count)
        let mean = sum / count
        return SIMD3(
            right - mean * sumRight, below - mean * sumBelow, squares / count - mean * mean)
    }
}
