import Foundation

/// Builds a layer from premultiplied rows at luma resolution.
struct LayerWriter {
    private let region: EvenRegion
    private var luma: [UInt8]
    private var alphaLuma: [UInt8]
    private var chroma: [[UInt8]]
    private var above: [SIMD4<Float>] = []

    init(_ region: EvenRegion) {
        self.region = region
        luma = Array(repeating: 0, count: region.width * region.height)
        alphaLuma = luma
        let quarter = [UInt8](repeating: 0, count: luma.count / 4)
        chroma = [quarter, quarter, quarter]
    }

    /// Takes row `y`: premultiplied Y', Cb, Cr and alpha in 0...255; rows come in order.
    mutating func set(_ row: [SIMD4<Float>], y: Int) {
        for (x, value) in row.enumerated() {
            luma[y * region.width + x] = UInt8(value.x.rounded())
            alphaLuma[y * region.width + x] = UInt8(value.w.rounded())
        }
        if y % 2 == 0 {
            above = row
        } else {
            setChroma(y / 2, zip(above, row).map { $0 + $1 })
        }
    }

    /// Chroma lies on the even luma columns between two rows: weights 1 2 1 across, 1 1 down.
    private mutating func setChroma(_ y: Int, _ sums: [SIMD4<Float>]) {
        for j in 0..<region.width / 2 {
            let mean = (sums[max(2 * j - 1, 0)] + 2 * sums[2 * j] + sums[2 * j + 1]) / 8
            let index = y * (region.width / 2) + j
            chroma[0][index] = UInt8(mean.y.rounded())
            chroma[1][index] = UInt8(mean.z.rounded())
            chroma[2][index] = UInt8(mean.w.rounded())
        }
    }

    func finished() -> LayerPlanes {
        LayerPlanes(
            width: region.width, height: region.height, luma: luma, alphaLuma: alphaLuma,
            cb: chroma[0], cr: chroma[1], alphaChroma: chroma[2])
    }
}
