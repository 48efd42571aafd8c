import Foundation

/// Blurs coverage with a Gaussian, cut at three standard deviations and made to sum to 1.
struct GaussianBlur {
    /// The weights from the center outwards.
    private let weights: [Float]

    /// The distance in pixels beyond which nothing spreads.
    var radius: Int { weights.count - 1 }

    /// - Parameter sigma: The standard deviation in pixels, from 0.
    init(sigma: Double) {
        let radius = Int((3 * sigma).rounded(.up))
        let half = (0...radius).map { sigma > 0 ? exp(-Double($0 * $0) / (2 * sigma * sigma)) : 1 }
        let sum = 2 * half.reduce(0, +) - half[0]
        weights = half.map { Float($0 / sum) }
    }

    /// Blurs `coverage` in place; what spreads over its edges is lost.
    func apply(to coverage: inout Coverage) {
        guard radius > 0, coverage.width > 0, coverage.height > 0 else { return }
        let width = coverage.width
        let height = coverage.height
        // Each pass reads rows and writes columns, so two bring the raster back.
        let source = coverage.pixels.map { Float($0) }
        let across = blurTransposed(source, width: width, height: height)
        let down = blurTransposed(across, width: height, height: width)
        for index in coverage.pixels.indices {
            coverage.pixels[index] = UInt8(min(max(down[index] + 0.5, 0), 255))
        }
    }

    /// Returns the raster blurred along its rows, with rows and columns exchanged.
    private func blurTransposed(_ source: [Float], width: Int, height: Int) -> [Float] {
        var padded = [Float](repeating: 0, count: width + 2 * radius)
        var sums = [Float](repeating: 0, count: width)
        return [Float](unsafeUninitializedCapacity: width * height) { result, count in
            for y in 0..<height {
                padded.replaceSubrange(
                    radius..<radius + width, with: source[y * width..<(y + 1) * width])
                blur(padded, into: &sums)
                for x in 0..<width { result[x * height + y] = sums[x] }
            }
            count = width * height
        }
    }

    /// Writes the weighted sums around each value of `row`, which has `radius` more on each side.
    ///
    /// Weight by weight over the whole row, so that the inner loop is wide.
    private func blur(_ row: [Float], into sums: inout [Float]) {
        let radius = radius
        row.withUnsafeBufferPointer { row in
            sums.withUnsafeMutableBufferPointer { sums in
                for x in sums.indices { sums[x] = row[x + radius] * weights[0] }
                for k in 1...radius {
                    let weight = weights[k]
                    for x in sums.indices {
                        sums[x] += (row[x + radius - k] + row[x + radius + k]) * weight
                    }
                }
            }
        }
    }
}
