import Foundation

extension LayerPlanes {
    /// Returns the picture blurred by three box filters in a row, which come close to a Gaussian of
    /// standard deviation `sigma` in luma pixels.
    ///
    /// What would reach over the edges is lost: leave room for three sigma.
    func blurred(_ sigma: Double) -> LayerPlanes {
        func blur(_ plane: [UInt8], _ width: Int, _ sigma: Double) -> [UInt8] {
            // Three boxes of width 2r + 1 have the variance (2r + 1)² / 4 - 1 / 4 = r² + r.
            let radius = Int(((sigma * sigma + 0.25).squareRoot() - 0.5).rounded())
            guard radius > 0, width > 0 else { return plane }
            var plane = plane
            let height = plane.count / width
            for _ in 0..<3 {
                for y in 0..<height { Self.filter(&plane, y * width, step: 1, width, radius) }
                for x in 0..<width { Self.filter(&plane, x, step: width, height, radius) }
            }
            return plane
        }
        return LayerPlanes(
            width: width, height: height, luma: blur(luma, width, sigma),
            alphaLuma: blur(alphaLuma, width, sigma), cb: blur(cb, width / 2, sigma / 2),
            cr: blur(cr, width / 2, sigma / 2), alphaChroma: blur(alphaChroma, width / 2, sigma / 2)
        )
    }

    /// One box filter along a row or column; outside there is nothing.
    ///
    /// Sums are rounded the same way in all planes, so that samples stay below their alpha.
    private static func filter(
        _ plane: inout [UInt8], _ start: Int, step: Int, _ count: Int, _ radius: Int
    ) {
        var line = [UInt8](repeating: 0, count: count)
        for i in 0..<count { line[i] = plane[start + i * step] }
        let size = 2 * radius + 1
        var sum = line.prefix(radius).reduce(0) { $0 + Int($1) }
        for i in 0..<count {
            if i + radius < count { sum += Int(line[i + radius]) }
            if i - radius > 0 { sum -= Int(line[i - radius - 1]) }
            plane[start + i * step] = UInt8((sum + radius) / size)
        }
    }
}
