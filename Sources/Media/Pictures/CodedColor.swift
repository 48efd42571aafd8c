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
        if isHighDynamicRange { return .light(LightMapping(frameColor)) }
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

    /// The same in the words of films; a picture does not say how bright it gets.
    private var frameColor: FrameColor {
        FrameColor(
            matrix: .bt2020, isFullRange: true,
            light: transfer == 18 ? .hybridLogGamma : .perceptual(peak: 1000),
            primaries: primaries == 9
                ? .bt2020 : primaries == 11 || primaries == 12 ? .displayP3 : .standard)
    }

    /// The light of a sample, both 0...1, nil where it is that of sRGB.
    private var curve: ((Double) -> Double)? {
        switch transfer {
        case 4: { pow($0, 2.2) }
        case 5: { pow($0, 2.8) }
        case 8: { $0 }
        case 17: { pow($0, 2.6) * 52.37 / 48 }  // SMPTE ST 428-1.
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
