import CLibav

/// The one owner of a libav decoder of pictures.
final class CodecContext {
    let raw: UnsafeMutablePointer<AVCodecContext>

    /// Opens the decoder of `input` with one thread: many clips and chunks are decoded side by
    /// side.
    init(_ input: FilmInput) throws(MediaError) {
        raw = try allocated(avcodec_alloc_context3(input.codec), "decode the film")
        try check(
            avcodec_parameters_to_context(raw, input.stream.pointee.codecpar), "decode the film",
            path: input.path)
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
