import CLibav

/// What a film's coded pictures themselves say of their colours (H.264: the VUI), whatever the
/// container says.
package enum BitstreamColor {
    /// Packets that are fed until a picture comes out.
    private static let patience = 200

    /// Decodes the first picture of the film at `path` with a decoder that was not told the
    /// container's colours.
    ///
    /// - Returns: nil where no picture comes out.
    /// - Throws: an error that names the file, the cause and what to do.
    package static func read(path: String) throws(MediaError) -> ColorTags? {
        let input = try FilmInput(path: path)
        let codec = try CodecContext(input, ignoresContainerColor: true)
        var held = av_packet_alloc()
        defer { av_packet_free(&held) }
        let packet = try allocated(held, "read the film")
        let frame = try StillFrame()
        for _ in 0..<patience {
            let more = try input.read(into: packet)
            _ = avcodec_send_packet(codec.raw, more ? packet : nil)
            if avcodec_receive_frame(codec.raw, frame.raw) >= 0 { return tags(frame) }
            if !more { return nil }
        }
        return nil
    }

    private static func tags(_ frame: StillFrame) -> ColorTags {
        let raw = frame.raw.pointee
        return ColorTags(
            matrix: UInt32(raw.colorspace.rawValue),
            primaries: UInt32(raw.color_primaries.rawValue),
            transfer: UInt32(raw.color_trc.rawValue),
            isFullRange: raw.color_range == AVCOL_RANGE_UNSPECIFIED
                ? nil : raw.color_range == AVCOL_RANGE_JPEG)
    }
}
