/// How the samples of a JPEG become sRGB.
struct JPEGColor {
    /// The mapping of gray and RGB samples.
    var mapping = ColorMapping.identity

    /// The transform of inks; nil where the plain formula has to do.
    var inks: ICCTransform?

    var warnings: [String] = []

    /// The name of the profile that is used.
    var profile: String?

    /// Whether samples are others than those of sRGB.
    var isConverted: Bool { isInks || mapping.changesColors }
    private let isInks: Bool

    init(_ header: JPEGHeader) {
        let profile = header.profile.flatMap(ICCProfile.init)
        isInks = header.color == .inks
        switch header.color {
        case .inks:
            inks = profile?.inkTransform(isInverted: header.hasAdobeMarker)
            if inks != nil { self.profile = profile?.name }
            warnings.append(
                inks == nil
                    ? "its CMYK inks were converted by formula, so colours are approximate"
                    : "its CMYK inks were converted through the embedded profile")
        case .gray, .color:
            let isFit = header.color == .gray || profile?.space == .rgb
            if isFit, let mapping = profile?.mapping(isWide: false) {
                self.mapping = mapping.simplified
                self.profile = profile?.name
                return
            }
        }
        if inks == nil, header.profile != nil || header.hasBrokenProfile {
            warnings.append("its colour profile can't be used and was ignored")
        }
    }

    /// Fills `row` from inks that are stored inverted or not: light is what no ink takes away.
    static func plain(
        _ stored: UnsafeRawBufferPointer, isInverted: Bool,
        into row: UnsafeMutableBufferPointer<UInt16>
    ) {
        let flip: UInt8 = isInverted ? 0 : 255
        for pixel in 0..<min(row.count, stored.count) / 4 {
            let at = 4 * pixel
            let key = UInt32(stored[at + 3] ^ flip)
            for channel in 0..<3 {
                let light = UInt32(stored[at + channel] ^ flip) * key  // 0...255 * 255
                row[at + channel] = UInt16((light * 65535 + 32512) / 65025)
            }
            row[at + 3] = 65535
        }
    }
}
