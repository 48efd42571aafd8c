/// How planar Y'CbCr becomes BT.709 of 8 bits in limited range, as linear formulas.
///
/// ITU-T H.273, 8.3. Gray is neutral in every matrix, so chroma follows from chroma alone, and luma
/// is only shifted by it.
struct PlaneConversion: Hashable {
    /// Y' = lumaGain * y + lumaOffset + cbInLuma * cb + crInLuma * cr.
    var lumaGain: Float
    var lumaOffset: Float
    var cbInLuma: Float
    var crInLuma: Float

    /// Cb' = 128 + cbGain * cb + crInCb * cr; and so for Cr.
    var cbGain: Float
    var crInCb: Float
    var crGain: Float
    var cbInCr: Float

    /// The sample that means no colour; cb and cr above are distances from it.
    var neutral: Float

    /// Whether samples stay what they are.
    var isIdentity: Bool { self == PlaneConversion(.standard, depth: 8) }

    /// Whether luma depends on chroma.
    var mixes: Bool { cbInLuma != 0 || crInLuma != 0 }

    /// `depth` is the bits of a sample, 8...16.
    init(_ color: FrameColor, depth: Int) {
        let scale = Double(1 << (depth - 8))
        let full = Double(1 << depth) - 1
        // What a sample's step is worth in R'G'B' of 0...1 and in colour differences of -0.5...0.5.
        let lumaStep = color.isFullRange ? 1 / full : 1 / (219 * scale)
        let chromaStep = color.isFullRange ? 1 / full : 1 / (224 * scale)
        let black = color.isFullRange ? 0 : 16 * scale
        let (from, to) = (color.matrix, FrameColor.Matrix.bt709)
        // R' - Y' = 2 (1 - Kr) Cr, B' - Y' = 2 (1 - Kb) Cb; G' follows from luma's definition.
        let (red, blue) = (2 * (1 - from.red), 2 * (1 - from.blue))
        let green = 1 - from.red - from.blue
        let greenOfCb = -from.blue * blue / green
        let greenOfCr = -from.red * red / green
        let toGreen = 1 - to.red - to.blue
        let shiftOfCb = toGreen * greenOfCb + to.blue * blue
        let shiftOfCr = to.red * red + toGreen * greenOfCr
        let (toCb, toCr) = (2 * (1 - to.blue), 2 * (1 - to.red))
        lumaGain = Float(219 * lumaStep)
        lumaOffset = Float(16 - 219 * lumaStep * black)
        cbInLuma = Self.coefficient(219 * chromaStep * shiftOfCb)
        crInLuma = Self.coefficient(219 * chromaStep * shiftOfCr)
        cbGain = Float(224 * chromaStep * (blue - shiftOfCb) / toCb)
        crInCb = Self.coefficient(-224 * chromaStep * shiftOfCr / toCb)
        crGain = Float(224 * chromaStep * (red - shiftOfCr) / toCr)
        cbInCr = Self.coefficient(-224 * chromaStep * shiftOfCb / toCr)
        neutral = Float(128 * scale)
    }

    /// What rounding has left of a zero is zero.
    private static func coefficient(_ value: Double) -> Float {
        abs(value) < 1e-9 ? 0 : Float(value)
    }
}

extension FrameColor {
    /// What our own frames are.
    static let standard = FrameColor(
        matrix: .bt709, isFullRange: false, light: .standard, primaries: .standard)
}
