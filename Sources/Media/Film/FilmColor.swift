import CLibav

/// How a film's pixels hold colours, as far as it makes a difference to what is done to them.
package struct FilmColor: Hashable, Sendable {
    /// How R'G'B' became what is stored (ITU-T H.273, table 4).
    package enum Matrix: Hashable, Sendable {
        /// Stored as R'G'B'.
        case rgb
        /// Luma alone.
        case gray
        case bt601, bt709, bt2020, other
    }

    /// How stored values become light (H.273, table 3).
    package enum Light: Hashable, Sendable {
        case standard
        /// High dynamic range by SMPTE ST 2084.
        case perceptualQuantizer
        /// High dynamic range by ARIB STD-B67.
        case hybridLogGamma
        case linear
    }

    /// Which red, green and blue (H.273, table 2).
    package enum Primaries: Hashable, Sendable {
        /// BT.709, or BT.601's, which differ less than cameras do.
        case standard
        case bt2020, displayP3
    }

    package var matrix = Matrix.bt709

    /// Whether luma uses all values rather than 16...235 of 256.
    package var isFullRange = false
    package var light = Light.standard
    package var primaries = Primaries.standard

    /// Bits of a sample.
    package var bitDepth = 8

    package init() {}

    /// Whether light beyond standard range is stored.
    package var isHighDynamicRange: Bool {
        light == .perceptualQuantizer || light == .hybridLogGamma
    }
}

extension FilmColor {
    /// What a decoded frame says.
    init(_ color: FrameColor, _ frame: StillFrame) {
        matrix = frame.isRGB ? .rgb : frame.isGray ? .gray : Matrix(color.matrix)
        isFullRange = color.isFullRange && !frame.isRGB
        light =
            switch color.light {
            case .standard: .standard
            case .perceptual: .perceptualQuantizer
            case .hybridLogGamma: .hybridLogGamma
            case .linear: .linear
            }
        primaries =
            switch color.primaries {
            case .standard: .standard
            case .bt2020: .bt2020
            case .displayP3: .displayP3
            }
        bitDepth = Int(frame.layout?.comp.0.depth ?? 8)
    }
}

extension FilmColor.Matrix {
    fileprivate init(_ matrix: FrameColor.Matrix) {
        switch matrix {
        case .bt601: self = .bt601
        case .bt709: self = .bt709
        case .bt2020: self = .bt2020
        default: self = .other
        }
    }
}
