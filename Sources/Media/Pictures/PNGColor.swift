import CPNG
import Foundation

/// The colour space that a PNG declares.
///
/// In the order of the PNG specification (third edition, 4.3): iCCP, then sRGB, then gAMA with
/// cHRM; a picture that declares nothing is taken as sRGB. cICP is not looked at.
struct PNGColor {
    var mapping = ColorMapping.identity
    var warnings: [String] = []

    /// The name of the profile that is used.
    var profile: String?

    init(_ header: cpng_header, isGray: Bool) {
        let isWide = header.bit_depth == 16
        if let start = header.profile {
            let bytes = [UInt8](
                UnsafeBufferPointer(start: start, count: Int(header.profile_length)))
            let profile = ICCProfile(bytes)
            if let mapping = profile?.mapping(isWide: isWide) {
                self.mapping = mapping.simplified
                self.profile = profile?.name
                return
            }
            warnings.append("its colour profile can't be used and was ignored")
        }
        guard header.has_srgb == 0, header.has_gamma != 0 else { return }
        mapping = Self.mapping(
            gamma: header.gamma, isWide: isWide, chromaticities: isGray ? nil : header.primaries)
    }

    /// Samples are light to the power of `gamma`.
    ///
    /// With the primaries of sRGB, or none, the 1/2.2 that most writers mean as "sRGB" (5 % either
    /// way, as libpng takes it) is the sRGB curve; with others it is what it says.
    private static func mapping(
        gamma: Double, isWide: Bool, chromaticities: [Double]?
    ) -> ColorMapping {
        let named = chromaticities.flatMap(Matrix3.init(toStandardFrom:))
        let curve = SampleCurve(isWide: isWide) { pow($0, 1 / gamma) }
        if let matrix = named, !matrix.isNearlyIdentity {
            return .matrix(MatrixMapping(curves: [curve, curve, curve], matrix: matrix))
        }
        return abs(gamma * 2.2 - 1) < 0.05 ? .identity : .curve(CurveMapping(curve))
    }
}

extension cpng_header {
    /// White, red, green and blue as x, y pairs; nil where the file names none.
    fileprivate var primaries: [Double]? {
        guard has_chromaticities != 0 else { return nil }
        let c = chromaticities
        return [c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7]
    }
}
