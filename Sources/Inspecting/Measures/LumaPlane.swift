/// Y' = 0.2126 R + 0.7152 G + 0.0722 B of every pixel, 0...1; mid gray shows through where the
/// picture is not opaque.
struct LumaPlane {
    var width: Int
    var height: Int
    var values: [Float]

    init(_ raster: WorkingRaster) {
        width = raster.width
        height = raster.height
        values = raster.pixels.map { pixel in
            let seen = pixel.opacity < 1 ? pixel.over() : pixel
            return 0.2126 * seen.red + 0.7152 * seen.green + 0.0722 * seen.blue
        }
    }

    /// The variance of the Laplacian (4, -1, -1, -1, -1) of Y' in steps of 1/255, over all pixels
    /// that have four neighbours; 0 where none has.
    var laplacianVariance: Double {
        guard width > 2, height > 2 else { return 0 }
        var (sum, squares) = (0.0, 0.0)
        for y in 1..<(height - 1) {
            for x in 1..<(width - 1) {
                let at = y &* width &+ x
                let neighbors =
                    values[at &- 1] + values[at &+ 1] + values[at &- width] + values[at &+ width]
                let value = Double(4 * values[at] - neighbors) * 255
                sum += value
                squares += value * value
            }
        }
        let count = Double((width - 2) * (height - 2))
        return max(0, squares / count - (sum / count) * (sum / count))
    }

    /// The sum of the steps to the right and to the next row, for every pixel.
    var steps: [Float] {
        var result = [Float](repeating: 0, count: values.count)
        for y in 0..<height {
            for x in 0..<width {
                let at = y &* width &+ x
                let right = x + 1 < width ? abs(values[at &+ 1] - values[at]) : 0
                let below = y + 1 < height ? abs(values[at &+ width] - values[at]) : 0
                result[at] = right + below
            }
        }
        return result
    }
}
