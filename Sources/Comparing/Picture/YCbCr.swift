import Media

/// How red, green and blue make luma and chroma, in 8-bit values of limited range.
struct YCbCr: Hashable, Sendable {
    /// The shares of red and blue in luma.
    var red: Double
    var blue: Double

    static let bt601 = YCbCr(red: 0.299, blue: 0.114)
    static let bt709 = YCbCr(red: 0.2126, blue: 0.0722)
    static let bt2020 = YCbCr(red: 0.2627, blue: 0.0593)

    /// Returns the colour that `stored` (luma, Cb, Cr) stands for, 0...1 where it is in gamut.
    func rgb(_ stored: SIMD3<Double>) -> SIMD3<Double> {
        let y = (stored.x - 16) / 219
        let r = y + 2 * (1 - red) * (stored.z - 128) / 224
        let b = y + 2 * (1 - blue) * (stored.y - 128) / 224
        return SIMD3(r, (y - red * r - blue * b) / (1 - red - blue), b)
    }

    /// Returns what is stored for a colour.
    func stored(_ rgb: SIMD3<Double>) -> SIMD3<Double> {
        let y = red * rgb.x + (1 - red - blue) * rgb.y + blue * rgb.z
        return SIMD3(
            16 + 219 * y, 128 + 112 * (rgb.z - y) / (1 - blue), 128 + 112 * (rgb.x - y) / (1 - red))
    }

    /// Returns full range's values as limited range's.
    static func narrowed(_ stored: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(
            16 + stored.x * 219 / 255, 128 + (stored.y - 128) * 224 / 255,
            128 + (stored.z - 128) * 224 / 255)
    }

    /// Returns limited range's values as full range's.
    static func widened(_ stored: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(
            (stored.x - 16) * 255 / 219, 128 + (stored.y - 128) * 255 / 224,
            128 + (stored.z - 128) * 255 / 224)
    }
}

extension YCbCr {
    init(_ matrix: SampleCoding.Matrix) {
        switch matrix {
        case .bt601: self = .bt601
        case .bt709: self = .bt709
        case .bt2020: self = .bt2020
        }
    }
}
