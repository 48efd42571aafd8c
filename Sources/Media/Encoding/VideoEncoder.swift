import CLibav
import Foundation

/// Encodes one chunk of frames to H.264 with a single thread; the first packet is a key.
///
/// One thread, because only then are the bytes the same on every run and machine; many encoders run
/// side by side instead. Owned by one task.
package final class VideoEncoder {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let frame: UnsafeMutablePointer<AVFrame>
    private let packet: UnsafeMutablePointer<AVPacket>
    private var sent: Int64 = 0

    /// The parameter sets (SPS and PPS) as the muxer wants them.
    package var extradata: [UInt8] {
        Array(
            UnsafeBufferPointer(
                start: context.pointee.extradata, count: Int(context.pointee.extradata_size)))
    }

    /// - Throws: `MediaError` where this build of libavcodec has no libx264 or refuses the format.
    package init(_ format: VideoFormat, quality: VideoQuality) throws(MediaError) {
        guard let codec = avcodec_find_encoder_by_name("libx264") else {
            throw MediaError(
                "open the H.264 encoder", path: "",
                reason: "this FFmpeg was built without libx264; install a build that has it")
        }
        context = try allocated(avcodec_alloc_context3(codec), "open the H.264 encoder")
        frame = try allocated(av_frame_alloc(), "allocate a frame")
        packet = try allocated(av_packet_alloc(), "allocate a packet")
        Self.configure(context, format)
        var options = Self.options(quality)
        defer { av_dict_free(&options) }
        try check(avcodec_open2(context, codec, &options), "open the H.264 encoder")
        frame.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        frame.pointee.width = Int32(format.width)
        frame.pointee.height = Int32(format.height)
        try check(av_frame_get_buffer(frame, 64), "allocate a frame")
    }

    deinit {
        var (context, frame, packet) = (Optional(context), Optional(frame), Optional(packet))
        avcodec_free_context(&context)
        av_frame_free(&frame)
        av_packet_free(&packet)
    }

    /// The memory to draw the next frame into; valid until `encode()`.
    package func nextFrame() throws(MediaError) -> FrameMemory {
        try check(av_frame_make_writable(frame), "allocate a frame")
        guard let luma = frame.pointee.data.0, let cb = frame.pointee.data.1,
            let cr = frame.pointee.data.2
        else { throw MediaError("allocate a frame", path: "", reason: "out of memory") }
        return FrameMemory(
            luma: luma, cb: cb, cr: cr, lumaStride: Int(frame.pointee.linesize.0),
            chromaStride: Int(frame.pointee.linesize.1))
    }

    /// Encodes what was drawn into `nextFrame()` and returns the packets that are ready.
    ///
    /// Times count from the chunk's first frame; decode times may start below 0.
    package func encode() throws(MediaError) -> [Packet] {
        frame.pointee.pts = sent
        sent += 1
        try check(avcodec_send_frame(context, frame), "encode a frame")
        return try receive()
    }

    /// Ends the chunk and returns the packets that were still held back.
    package func finish() throws(MediaError) -> [Packet] {
        try check(avcodec_send_frame(context, nil), "finish encoding")
        return try receive()
    }

    private func receive() throws(MediaError) -> [Packet] {
        var packets: [Packet] = []
        while true {
            let result = avcodec_receive_packet(context, packet)
            if result == CAVERROR_EAGAIN || result == CAVERROR_EOF { return packets }
            try check(result, "encode a frame")
            packets.append(Packet(copying: packet))
            av_packet_unref(packet)
        }
    }

    private static func configure(
        _ context: UnsafeMutablePointer<AVCodecContext>, _ format: VideoFormat
    ) {
        context.pointee.width = Int32(format.width)
        context.pointee.height = Int32(format.height)
        context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
        context.pointee.time_base = AVRational(
            num: Int32(format.rateDenominator), den: Int32(format.rateNumerator))
        context.pointee.framerate = AVRational(
            num: Int32(format.rateNumerator), den: Int32(format.rateDenominator))
        context.pointee.sample_aspect_ratio = AVRational(num: 1, den: 1)
        // Untagged HD is read as BT.709 by some players and as BT.601 by others: say it.
        context.pointee.colorspace = AVCOL_SPC_BT709
        context.pointee.color_primaries = AVCOL_PRI_BT709
        context.pointee.color_trc = AVCOL_TRC_BT709
        context.pointee.color_range = AVCOL_RANGE_MPEG
        context.pointee.chroma_sample_location = AVCHROMA_LOC_LEFT
        context.pointee.thread_count = 1
        context.pointee.flags |=
            Int32(AV_CODEC_FLAG_GLOBAL_HEADER) | Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
            | Int32(AV_CODEC_FLAG_BITEXACT)
        context.pointee.gop_size = 600
    }

    private static func options(_ quality: VideoQuality) -> OpaquePointer? {
        var options: OpaquePointer?
        av_dict_set(&options, "preset", quality.preset, 0)
        if quality == .lossless {
            av_dict_set(&options, "qp", "0", 0)
        } else {
            av_dict_set(&options, "profile", "high", 0)
            av_dict_set(&options, "crf", String(quality.rateFactor), 0)
        }
        if let lookahead = quality.lookahead {
            av_dict_set(&options, "rc-lookahead", String(lookahead), 0)
        }
        if !quality.parameters.isEmpty {
            av_dict_set(&options, "x264-params", quality.parameters, 0)
        }
        return options
    }
}

extension Packet {
    /// Copies what libav holds.
    init(copying packet: UnsafeMutablePointer<AVPacket>) {
        self.init(
            bytes: Array(
                UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size))),
            presentation: packet.pointee.pts, decode: packet.pointee.dts,
            duration: max(packet.pointee.duration, 1),
            isKey: packet.pointee.flags & Int32(AV_PKT_FLAG_KEY) != 0)
    }
}
