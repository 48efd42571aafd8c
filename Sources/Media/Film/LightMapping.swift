import Foundation

/// Takes high dynamic range and wide gamut R'G'B' to what a standard display shows.
///
/// Reference white, 203 cd/m2 (ITU-R BT.2408-7, 2.2), becomes white of sRGB, and what is darker
/// than 85 % of it keeps its colour exactly. Brighter light rolls off towards the peak, the same for all
/// three channels, so that hues stay. Colours outside sRGB are clipped channel by channel.
struct LightMapping {
    /// Linear light by 16-bit sample, 1 is reference white.
    private let light: [Float]
    private let rows: [SIMD3<Float>]
    /// The luminance weights of the source's primaries where the display's gamma is still to be
    /// applied (HLG).
    private let weights: SIMD3<Float>?
    private let peak: Float

    /// Where the roll-off begins.
    private static let knee: Float = 0.85

    init(_ color: FrameColor) {
        light = Self.table(color.light)
        peak = Self.peak(color.light)
        let source = Self.toXYZ(color.primaries)
        let matrix = Self.toStandard(source)
        rows = matrix.rows.map { SIMD3<Float>($0) }
        weights = color.light == .hybridLogGamma ? source.map { SIMD3<Float>($0.rows[1]) } : nil
    }

    /// Maps the colours of a row of RGBA with 16 bits a channel; alpha stays.
    func apply(to row: UnsafeMutableBufferPointer<UInt16>) {
        let encoded = SRGB.encodedByLight
        let (first, second, third) = (rows[0], rows[1], rows[2])
        light.withUnsafeBufferPointer { light in
            encoded.withUnsafeBufferPointer { encoded in
                for pixel in stride(from: 0, to: row.count &- 3, by: 4) {
                    let shown = display(
                        SIMD3(
                            light[Int(row[pixel])], light[Int(row[pixel &+ 1])],
                            light[Int(row[pixel &+ 2])]))
                    var color = SIMD3(
                        (first * shown).sum(), (second * shown).sum(), (third * shown).sum())
                    color *= rollOff(color.max())
                    for channel in 0..<3 {
                        row[pixel &+ channel] = encoded[Self.index(color[channel])]
                    }
                }
            }
        }
    }

    /// Returns the factor that brings the brightest channel below 1.
    private func rollOff(_ brightest: Float) -> Float {
        guard brightest > Self.knee, peak > 1 else { return 1 }
        let span = 1 - Self.knee
        let over = (brightest - Self.knee) / span
        let most = (peak - Self.knee) / span
        // Reinhard's curve for a known white: slope 1 at the knee, 1 at the peak.
        let rolled = over * (1 + over / (most * most)) / (1 + over)
        return (Self.knee + span * min(rolled, 1)) / brightest
    }

    /// HLG describes the scene; a display raises its luminance to 1.2 (ITU-R BT.2100-2, table 5).
    private func display(_ scene: SIMD3<Float>) -> SIMD3<Float> {
        guard let weights else { return scene }
        let luminance = (weights * scene).sum()
        return luminance > 0 ? scene * (powf(luminance, 0.2) * Self.hlgPeak) : .zero
    }

    private static func index(_ light: Float) -> Int {
        light > 0 ? (light < 1 ? Int(light * 65535 + 0.5) : 65535) : 0
    }
}

extension LightMapping {
    /// Reference white in cd/m2.
    private static let white = 203.0

    /// The nominal display of HLG, 1000 cd/m2, over reference white.
    private static let hlgPeak = Float(1000 / white)

    private static func peak(_ light: FrameColor.Light) -> Float {
        switch light {
        case .perceptual(let peak): Float(peak / white)
        case .hybridLogGamma: hlgPeak
        case .standard, .linear: 1
        }
    }

    private static func table(_ light: FrameColor.Light) -> [Float] {
        (0...65535).map { index in
            let sample = Double(index) / 65535
            return switch light {
            case .perceptual: Float(perceptual(sample) * 10_000 / white)
            case .hybridLogGamma: Float(hybridLogGamma(sample))
            case .standard: Float(SRGB.light(sample))
            case .linear: Float(sample)
            }
        }
    }

    /// SMPTE ST 2084, equation 4.1: light as a share of 10,000 cd/m2.
    static func perceptual(_ sample: Double) -> Double {
        let (m1, m2) = (1305.0 / 8192, 2523.0 / 32)
        let (c1, c2, c3) = (107.0 / 128, 2413.0 / 128, 2392.0 / 128)
        let root = pow(sample, 1 / m2)
        return pow(max(root - c1, 0) / (c2 - c3 * root), 1 / m1)
    }

    /// ITU-R BT.2100-2, table 5: the inverse of HLG's curve, scene light in 0...1.
    static func hybridLogGamma(_ sample: Double) -> Double {
        let a = 0.17883277
        let (b, c) = (1 - 4 * a, 0.5 - a * log(4 * a))
        return sample <= 0.5 ? sample * sample / 3 : (exp((sample - c) / a) + b) / 12
    }

    private static func toXYZ(_ primaries: FrameColor.Primaries) -> Matrix3? {
        switch primaries {
        case .standard: Matrix3(chromaticities: SRGB.chromaticities)
        case .bt2020:
            Matrix3(
                chromaticities: [0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046])
        case .displayP3:
            Matrix3(
                chromaticities: [0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060])
        }
    }

    /// The matrix to linear light of the sRGB primaries; all whites are D65.
    private static func toStandard(_ source: Matrix3?) -> Matrix3 {
        let identity = Matrix3(
            columns: SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1))
        guard let source,
            let back = Matrix3(chromaticities: SRGB.chromaticities)?.inverse
        else { return identity }
        return back.times(source)
    }
}
