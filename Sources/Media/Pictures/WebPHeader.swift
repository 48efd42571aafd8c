/// What the chunks of a WebP file say (RFC 9649, section 2).
struct WebPHeader {
    var isAnimated = false

    /// Whether pixels may be transparent; lossless decoders give an alpha channel in any case.
    var usesAlpha = false

    /// Whether the picture, or the first of an animation, is of the lossless kind.
    var isLossless = false
    var orientation = Orientation.upright

    /// Nil where `bytes` are no WebP file.
    init?(_ bytes: [UInt8]) {
        let data = BoundedBytes(bytes)
        guard data.hasText("RIFF", at: 0), data.hasText("WEBP", at: 8) else { return nil }
        var offset = 12
        while let size = data.number(at: offset + 4, size: 4, bigEndian: false) {
            let body = offset + 8
            if data.hasText("VP8X", at: offset), let flags = data.byte(at: body) {
                isAnimated = flags & 0x02 != 0
            }
            usesAlpha = usesAlpha || data.hasText("ALPH", at: offset)
            if data.hasText("VP8L", at: offset), let bits = data.byte(at: body + 4) {
                usesAlpha = bits & 0x10 != 0  // RFC 9649, 3.4: after 2 x 14 bits of size.
                isLossless = true
            }
            if data.hasText("EXIF", at: offset), let exif = data.slice(at: body, count: size) {
                orientation = Orientation(exif: exif) ?? orientation
            }
            offset = body + size + size % 2
        }
    }
}
