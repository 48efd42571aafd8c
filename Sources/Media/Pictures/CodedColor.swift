import Foundation

/// Colour as coded pictures name it: the code points of ITU-T H.273.
struct CodedColor: Hashable {
    /// Clause 8.1, ColourPrimaries.
    var primaries: Int

    /// Clause 8.2, TransferCharacteristics.
    var transfer: Int

    /// Whether light beyond standard range is coded: SMPTE ST 2084 (PQ), ARIB STD-B67 (HLG).
    var isHighDynamicRange: Bool { transfer == 16 || transfer == 18 }

    /// Returns the mapping of RGB samples to sRGB.
    ///
    /// The curves of television (BT.709, 601, 2020) count as that of sRGB: pictures so tagged were
    /// made on screens, and that is how they are shown. Unknown code points count as sRGB.
    func mapping(isWide: Bool) -> ColorMapping {
        let matrix = Self.chromaticities[primaries].flatMap(Matrix3.init(toStandardFrom:))
        let isStandard = matrix?.isNearlyIdentity ?? true
        guard let light = curve else {
            guard let matrix, !isStandard else { return .identity }
            let curve = SampleCurve(isWide: isWide, light: SRGB.light)
            return .matrix(MatrixMapping(curves: [curve, curve, curve], matrix: matrix))
        }
        let curve = SampleCurve(isWide: isWide, light: light)
        guard let matrix, !isStandard else { return .curve(CurveMapping(curve)) }
        return .matrix(MatrixMapping(curves: [curve, curve, curve], matrix: matrix))
    }

    /// The light of a sample, both 0...1, nil where it is that of sRGB.
    private var curve: ((Double) -> Double)? {
        switch transfer {
        case 4: { pow($0, 2.2) }
        case 5: { pow($0, 2.8) }
        case 8: { $0 }
        case 16: { HighLight.shown(HighLight.perceptual($0)) }
        case 17: { pow($0, 2.6) * 52.37 / 48 }  // SMPTE ST 428-1.
        case 18: { HighLight.shown(HighLight.hybrid($0)) }
        default: nil
        }
    }

    /// H.273, table 2: x and y of white, red, green and blue.
    private static let chromaticities: [Int: [Double]] = [
        1: SRGB.chromaticities,
        4: [0.310, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08],
        5: [0.3127, 0.3290, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06],
        6: [0.3127, 0.3290, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070],
        7: [0.3127, 0.3290, 0.630, 0.340, 0.310, 0.595, 0.155, 0.070],
        8: [0.310, 0.316, 0.681, 0.319, 0.243, 0.692, 0.145, 0.049],
        9: [0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046],
        11: [0.314, 0.351, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060],
        12: [0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060],
        22: [0.3127, 0.3290, 0.630, 0.340, 0.295, 0.605, 0.155, 0.077],
    ]
}

/// Light beyond standard range, in parts of the light of diffuse white.
enum HighLight {
    /// Returns the light of a PQ sample (ITU-R BT.2100-2, table 4); diffuse white is 203 cd/m² (ITU-R
    /// BT.2408-7, 2.1).
    static func perceptual(_ sample: Double) -> Double {
        let (m1, m2) = (2610.0 / 16384, 2523.0 / 4096 * 128)
        let (c1, c2, c3) = (3424.0 / 4096, 2413.0 / 4096 * 32, 2392.0 / 4096 * 32)
        let root = pow(max(sample, 0), 1 / m2)
        return 10000 / 203 * pow(max(root - c1, 0) / (c2 - c3 * root), 1 / m1)
    }

    /// Returns the light of an HLG sample on a screen of 1000 cd/m² (ITU-R BT.2100-2, table 5),
    /// channel by channel.
    static func hybrid(_ sample: Double) -> Double {
        let (a, b, c) = (0.17883277, 0.28466892, 0.55991073)
        let scene = sample <= 0.5 ? sample * sample / 3 : (exp((sample - c) / a) + b) / 12
        return 1000 / 203 * pow(scene, 1.2)
    }

    /// Returns the light to show for `light`: the same up to 0.6, bent above so that it never
    /// reaches 1.
    static func shown(_ light: Double) -> Double {
        let knee = 0.6
        guard light > knee else { return light }
        return knee + (1 - knee) * (1 - exp(-(light - knee) / (1 - knee)))
    }
}
