import Foundation
import TestSupport

/// Twelve flat patches of sRGB, and how a camera or a studio would write them: the formulas of the
/// standards in double precision.
struct ColourCard {
    /// Pixels.
    static let width = 160
    static let height = 96

    /// Four in a row, 40 by 32 pixels each.
    static let colors: [SIMD3<Double>] = [
        SIMD3(220, 40, 40), SIMD3(40, 180, 60), SIMD3(40, 70, 220), SIMD3(230, 210, 40),
        SIMD3(128, 128, 128), SIMD3(235, 235, 235), SIMD3(20, 20, 20), SIMD3(200, 120, 90),
        SIMD3(90, 130, 170), SIMD3(100, 60, 140), SIMD3(250, 250, 250), SIMD3(60, 110, 60),
    ]

    /// How light is written.
    enum Light {
        case display
        /// SMPTE ST 2084, white at 203 cd/m2.
        case perceptual
        /// ITU-R BT.2100-2 HLG for a display of 1000 cd/m2, white at 203 cd/m2.
        case hybrid
    }

    var matrix = (red: 0.2126, blue: 0.0722)
    var isFull = false
    var depth = 8
    var columns = 2
    var rows = 2
    var light = Light.display

    /// Rows of the matrix from linear sRGB to the primaries written.
    var primaries: [SIMD3<Double>]?

    /// ITU-R BT.2087-0, part 2: five digits of what H.273, table 2, gives.
    static let bt2020 = [
        SIMD3(0.627404, 0.329283, 0.043313), SIMD3(0.069097, 0.919540, 0.011362),
        SIMD3(0.016391, 0.088013, 0.895595),
    ]

    /// From H.273, table 2, code points 1 and 12.
    static let displayP3 = [
        SIMD3(0.822462, 0.177538, 0), SIMD3(0.033194, 0.966806, 0),
        SIMD3(0.017083, 0.072397, 0.910520),
    ]

    /// The planes Y', Cb and Cr, one after the other.
    var planes: [UInt8] {
        let codes = Self.colors.map(code)
        func plane(_ part: Int, _ across: Int, _ down: Int) -> [Int] {
            (0..<Self.height / down).flatMap { y in
                (0..<Self.width / across).map { x in
                    codes[y * down / 32 * 4 + x * across / 40][part]
                }
            }
        }
        return Y4M.bytes(
            plane(0, 1, 1) + plane(1, columns, rows) + plane(2, columns, rows), depth: depth)
    }

    /// The samples of a colour.
    private func code(_ color: SIMD3<Double>) -> [Int] {
        let v = written(color)
        let green = 1 - matrix.red - matrix.blue
        let luma = matrix.red * v.x + green * v.y + matrix.blue * v.z
        let cb = (v.z - luma) / (2 * (1 - matrix.blue))
        let cr = (v.x - luma) / (2 * (1 - matrix.red))
        let (scale, most) = (Double(1 << (depth - 8)), Double(1 << depth) - 1)
        let exact =
            isFull
            ? [most * luma, 128 * scale + most * cb, 128 * scale + most * cr]
            : [(16 + 219 * luma) * scale, (128 + 224 * cb) * scale, (128 + 224 * cr) * scale]
        return exact.map { Int(min(max($0.rounded(), 0), most)) }
    }

    /// R'G'B' as it is written, 0...1.
    private func written(_ color: SIMD3<Double>) -> SIMD3<Double> {
        if light == .display, primaries == nil { return color / 255 }
        let own = map(color / 255) { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        let linear =
            primaries.map { rows in
                SIMD3((rows[0] * own).sum(), (rows[1] * own).sum(), (rows[2] * own).sum())
            } ?? own
        switch light {
        case .display:
            return map(linear) { $0 <= 0.0031308 ? 12.92 * $0 : 1.055 * pow($0, 1 / 2.4) - 0.055 }
        case .perceptual:
            return map(linear) {
                let power = pow(203 * $0 / 10_000, 0.1593017578125)
                return pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375)
            }
        case .hybrid:
            // What the display shows is the scene's light times its luminance to the 0.2.
            let shown = linear * 0.203
            let luminance = (SIMD3(0.2627, 0.6780, 0.0593) * shown).sum()
            let scene = luminance > 0 ? shown * pow(luminance, 1 / 1.2 - 1) : .zero
            return map(scene) {
                $0 <= 1.0 / 12
                    ? (3 * $0).squareRoot() : 0.17883277 * log(12 * $0 - 0.28466892) + 0.55991073
            }
        }
    }

    private func map(_ v: SIMD3<Double>, _ f: (Double) -> Double) -> SIMD3<Double> {
        SIMD3(f(v.x), f(v.y), f(v.z))
    }
}
