import CLibav

/// The one owner of a libav decoder of pictures.
final class CodecContext {
    let raw: UnsafeMutablePointer<AVCodecContext>

    /// Opens the decoder of `input` with one thread: many clips and chunks are decoded side by
    /// side.
    ///
    /// `ignoresContainerColor` keeps from it what the container says of colours, so that frames have
    /// what is coded in them.
    init(_ input: FilmInput, ignoresContainerColor: Bool = false) throws(MediaError) {
        raw = try allocated(avcodec_alloc_context3(input.codec), "decode the film")
        try check(
            avcodec_parameters_to_context(raw, input.stream.pointee.codecpar), "decode the film",
            path: input.path)
        if ignoresContainerColor {
            raw.pointee.colorspace = AVCOL_SPC_UNSPECIFIED
            raw.pointee.color_primaries = AVCOL_PRI_UNSPECIFIED
            raw.pointee.color_trc = AVCOL_TRC_UNSPECIFIED
            raw.pointee.color_range = AVCOL_RANGE_UNSPECIFIED
        }
        raw.pointee.pkt_timebase = input.stream.pointee.time_base
        raw.pointee.max_pixels = Int64(MediaLimits.current.videoPixels)
        raw.pointee.thread_count = 1
        try check(avcodec_open2(raw, input.codec, nil), "decode the film", path: input.path)
    }

    deinit {
        var owned: UnsafeMutablePointer<AVCodecContext>? = raw
        avcodec_free_context(&owned)
    }
}
