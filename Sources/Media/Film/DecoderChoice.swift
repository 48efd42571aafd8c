import CLibav

/// Which of libav's decoders is used for a stream.
enum DecoderChoice {
    /// Returns the decoder for `stream`, nil where this build has none.
    ///
    /// libav's own VP8 and VP9 decoders drop the alpha that WebM keeps in a second picture.
    static func codec(for stream: UnsafeMutablePointer<AVStream>) -> UnsafePointer<AVCodec>? {
        let id = stream.pointee.codecpar.pointee.codec_id
        let names = [AV_CODEC_ID_VP8.rawValue: "libvpx", AV_CODEC_ID_VP9.rawValue: "libvpx-vp9"]
        if let name = names[id.rawValue],
            av_dict_get(stream.pointee.metadata, "alpha_mode", nil, 0) != nil,
            let codec = avcodec_find_decoder_by_name(name)
        {
            return codec
        }
        return avcodec_find_decoder(id)
    }
}
