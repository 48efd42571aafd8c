import Foundation

/// The tables that take high dynamic range and wide gamut R'G'B' to sRGB.
///
/// Reference white, 203 cd/m2 (ITU-R BT.2408-7, 2.2), becomes white of sRGB, and what is darker
/// than 85 % of it keeps its colour exactly. Brighter light rolls off towards the peak, the same
/// for all three channels, so that hues stay. Colours outside sRGB are clipped channel by channel.
final class LightTables: Sendable {
    /// Linear light by encoded value of 0...1 in `encodedSteps` steps; 1 is reference white, but
    /// for HLG, where 1 is the peak of the scene.
    let light: [Float]

    /// What takes linear light of the source's primaries to that of sRGB's, row by row.
    let matrix: (red: LightMapping.Color, green: LightMapping.Color, blue: LightMapping.Color)

    /// What a display multiplies the light of a scene by, by its luminance of 0...1 in `lightSteps`
    /// steps (HLG); empty where light is a display's already.
    let gain: [Float]

    /// How the source's primaries weigh in luminance.
    let weights: LightMapping.Color

    /// The sRGB value, 0...1, by linear light of 0...1 in `lightSteps` steps.
    let encoded: [Float]

    /// The brightest light over reference white; 1 where nothing is to be rolled off.
    let peak: Float

    static let encodedSteps = 4095
    static let lightSteps = 16_383

    /// Where the roll-off begins.
    static let knee: Float = 0.85

    init(_ color: FrameColor) {
        light = (0...Self.encodedSteps).map {
            Self.light(Double($0) / Double(Self.encodedSteps), color.light)
        }
        let source = Self.toXYZ(color.primaries)
        let rows = Self.toStandard(source).rows.map { row in
            LightMapping.Color(Float(row.x), Float(row.y), Float(row.z))
        }
        matrix = (rows[0], rows[1], rows[2])
        let luminance = source?.rows[1] ?? SIMD3(0.2126, 0.7152, 0.0722)
        weights = LightMapping.Color(
            Float(luminance.x), Float(luminance.y), Float(luminance.z))
        // HLG describes the scene; a display raises its luminance to 1.2 (BT.2100-2, table 5).
        gain =
            color.light == .hybridLogGamma
            ? (0...Self.lightSteps).map {
                powf(Float($0) / Float(Self.lightSteps), 0.2) * Self.hlgPeak
            } : []
        encoded = (0...Self.lightSteps).map {
            Float(SRGB.encoded(Double($0) / Double(Self.lightSteps)))
        }
        peak = Self.peak(color.light)
    }

    /// Returns the factor that brings the brightest channel below 1.
    @inline(__always)
    static func rollOff(_ brightest: Float, peak: Float) -> Float {
        guard brightest > knee, peak > 1 else { return 1 }
        let span = 1 - knee
        let over = (brightest - knee) / span
        let most = (peak - knee) / span
        // Reinhard's curve for a known white: slope 1 at the knee, 1 at the peak.
        let rolled = over * (1 + over / (most * most)) / (1 + over)
        return (knee + span * min(rolled, 1)) / brightest
    }
}

extension LightTables {
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

    private static func light(_ sample: Double, _ light: FrameColor.Light) -> Float {
        switch light {
        case .perceptual: Float(perceptual(sample) * 10_000 / white)
        case .hybridLogGamma: Float(hybridLogGamma(sample))
        case .standard: Float(SRGB.light(sample))
        case .linear: Float(sample)
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
        guard let source, let back = Matrix3(chromaticities: SRGB.chromaticities)?.inverse else {
            return Matrix3(columns: SIMD3(1, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1))
        }
        return back.times(source)
    }
}
