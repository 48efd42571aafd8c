import CLibav

/// A decoded raster of libav: the one owner of its buffers.
final class StillFrame {
    let raw: UnsafeMutablePointer<AVFrame>

    init() throws(MediaError) {
        raw = try allocated(av_frame_alloc(), "decode the picture")
    }

    deinit {
        var owned: UnsafeMutablePointer<AVFrame>? = raw
        av_frame_free(&owned)
    }

    var width: Int { Int(raw.pointee.width) }
    var height: Int { Int(raw.pointee.height) }
    var format: AVPixelFormat { AVPixelFormat(rawValue: raw.pointee.format) }

    /// What libav knows about the pixel format.
    var layout: AVPixFmtDescriptor? { av_pix_fmt_desc_get(format)?.pointee }

    /// Whether samples have more than 8 bits.
    var isWide: Bool { (layout?.comp.0.depth ?? 8) > 8 }

    var hasAlpha: Bool {
        if format == AV_PIX_FMT_PAL8 { return paletteHasAlpha }
        return (layout?.flags ?? 0) & UInt64(AV_PIX_FMT_FLAG_ALPHA) != 0
    }

    var isRGB: Bool {
        (layout?.flags ?? 0) & UInt64(AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL) != 0
    }

    /// Whether pixels are four bytes: A, R, G, B.
    var isStoredARGB: Bool { format == AV_PIX_FMT_ARGB }

    /// Whether the picture has luma alone.
    var isGray: Bool { (layout?.nb_components ?? 0) <= 2 && !isRGB }

    /// Bytes of the raster, 0 for a format without a fixed size.
    var byteCount: Int {
        Int(max(0, av_image_get_buffer_size(format, raw.pointee.width, raw.pointee.height, 1)))
    }

    /// The colour profile that came with the picture.
    var profile: [UInt8]? {
        guard let data = av_frame_get_side_data(raw, AV_FRAME_DATA_ICC_PROFILE),
            let start = data.pointee.data
        else { return nil }
        return Array(UnsafeBufferPointer(start: start, count: Int(data.pointee.size)))
    }

    /// A palette has 256 entries of A, R, G, B in one native word each.
    private var paletteHasAlpha: Bool {
        guard let palette = raw.pointee.data.1 else { return false }
        return palette.withMemoryRebound(to: UInt32.self, capacity: 256) { entries in
            (0..<256).contains { entries[$0] >> 24 != 255 && entries[$0] != 0 }
        }
    }
}
