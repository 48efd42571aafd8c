import CHEIF

/// A picture that libheif decoded, as planes of red, green, blue and alpha: the one owner of it.
final class HEIFImage {
    private let image: OpaquePointer
    private let channels: [Channel]

    /// The size of the planes of colour, which is what there is to show.
    let width: Int
    let height: Int

    /// Whether there is a plane of alpha; one of another size than the picture's does not count.
    var hasAlpha: Bool { channels.count == 4 }

    /// Takes over `image`.
    init(_ image: OpaquePointer) {
        self.image = image
        width = max(0, Int(heif_image_get_width(image, heif_channel_G)))
        height = max(0, Int(heif_image_get_height(image, heif_channel_G)))
        let (width, height) = (width, height)
        channels = [heif_channel_R, heif_channel_G, heif_channel_B, heif_channel_Alpha]
            .compactMap { Channel(image, $0, width: width, height: height) }
    }

    deinit { heif_image_release(image) }

    /// Whether samples have more than 8 bits.
    var isWide: Bool { channels.contains { $0.isWide } }

    /// Whether there is all that a picture needs.
    var isWhole: Bool { channels.count >= 3 && width > 0 && height > 0 }

    /// The colour that the coded picture itself names.
    var codedColor: CodedColor? {
        var named: UnsafeMutablePointer<heif_color_profile_nclx>?
        let code = heif_image_get_nclx_color_profile(image, &named)
        defer { heif_nclx_color_profile_free(named) }
        return code.code == heif_error_Ok ? named.map { CodedColor($0.pointee) } : nil
    }

    /// What libheif had to make up for while it decoded.
    var isDamaged: Bool { heif_image_get_decoding_warnings(image, 0, nil, 0) > 0 }

    /// Fills `row`, `4 * width` values, with row `y`; straight alpha.
    func readRow(_ y: Int, into row: UnsafeMutableBufferPointer<UInt16>) {
        for (index, channel) in channels.enumerated() {
            channel.read(row: y, width: width, into: row, at: index)
        }
        guard hasAlpha else {
            for pixel in 0..<width { row[4 &* pixel &+ 3] = 65535 }
            return
        }
        if heif_image_is_premultiplied_alpha(image) != 0 { straighten(row) }
    }

    private func straighten(_ row: UnsafeMutableBufferPointer<UInt16>) {
        for pixel in stride(from: 0, to: 4 * width, by: 4) {
            let alpha = Int(row[pixel + 3])
            guard alpha > 0, alpha < 65535 else { continue }
            for channel in pixel..<pixel + 3 {
                row[channel] = UInt16(min((Int(row[channel]) * 65535 + alpha / 2) / alpha, 65535))
            }
        }
    }
}

/// One plane of samples.
private struct Channel {
    private let start: UnsafePointer<UInt8>
    private let stride: Int
    let isWide: Bool

    /// 16-bit values by sample.
    private let levels: [UInt16]

    /// Nil where the picture has no such plane, or one of another size than `width` x `height`.
    init?(_ image: OpaquePointer, _ name: heif_channel, width: Int, height: Int) {
        var stride: Int32 = 0
        guard heif_image_has_channel(image, name) != 0,
            Int(heif_image_get_width(image, name)) == width,
            Int(heif_image_get_height(image, name)) == height,
            let start = heif_image_get_plane_readonly(image, name, &stride)
        else { return nil }
        let bits = Int(heif_image_get_bits_per_pixel_range(image, name))
        let stored = Int(heif_image_get_bits_per_pixel(image, name))
        guard 1...16 ~= bits, stored <= 16, Int(stride) >= width * (stored > 8 ? 2 : 1) else {
            return nil
        }
        self.start = start
        self.stride = Int(stride)
        isWide = stored > 8
        let last = (1 << bits) - 1
        // Samples of a hostile file may exceed their own range.
        levels = (0..<(isWide ? 65536 : 256)).map {
            UInt16((min($0, last) * 65535 + last / 2) / last)
        }
    }

    /// Writes the samples of row `y` into every fourth value of `row` from `offset` on.
    func read(
        row y: Int, width: Int, into row: UnsafeMutableBufferPointer<UInt16>, at offset: Int
    ) {
        let line = UnsafeRawPointer(start + y * stride)
        levels.withUnsafeBufferPointer { levels in
            if isWide {
                let samples = line.assumingMemoryBound(to: UInt16.self)
                for x in 0..<width { row[4 &* x &+ offset] = levels[Int(samples[x])] }
            } else {
                let samples = line.assumingMemoryBound(to: UInt8.self)
                for x in 0..<width { row[4 &* x &+ offset] = levels[Int(samples[x])] }
            }
        }
    }
}
