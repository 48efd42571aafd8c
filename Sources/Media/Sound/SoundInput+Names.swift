import CLibav

extension SoundInput {
    /// The codec's short name.
    var codecName: String {
        String(cString: avcodec_get_name(stream.pointee.codecpar.pointee.codec_id))
    }

    /// Which channels there are, in libav's words.
    var layoutName: String {
        var layout = stream.pointee.codecpar.pointee.ch_layout
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            guard let base = buffer.baseAddress,
                av_channel_layout_describe(&layout, base, buffer.count) > 0
            else { return "\(channels) channels" }
            return String(cString: base)
        }
    }
}
