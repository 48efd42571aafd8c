import CLibav
import Foundation

/// Encodes one chunk of frames with a single thread; the first packet is a key.
///
/// One thread, because only then are the bytes the same on every run and machine; many encoders run
/// side by side instead. Owned by one task.
package final class VideoEncoder {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let frame: UnsafeMutablePointer<AVFrame>
    private let packet: UnsafeMutablePointer<AVPacket>
    private var sent: Int64 = 0

    /// What the muxer wants to know of the stream: for H.264 the parameter sets (SPS and PPS).
    package var extradata: [UInt8] {
        Array(
            UnsafeBufferPointer(
                start: context.pointee.extradata, count: Int(context.pointee.extradata_size)))
    }

    /// - Throws: `MediaError` where this build of libavcodec has no such encoder or refuses the
    ///   format.
    package init(
        _ format: VideoFormat, codec: VideoCodec = .h264, quality: VideoQuality
    ) throws(MediaError) {
        let operation = "open the \(codec.title) encoder"
        guard let encoder = avcodec_find_encoder_by_name(codec.encoderName) else {
            throw MediaError(
                operation, path: "",
                reason: "this FFmpeg was built without \(codec.encoderName); "
                    + "install a build that has it")
        }
        context = try allocated(avcodec_alloc_context3(encoder), operation)
        frame = try allocated(av_frame_alloc(), "allocate a frame")
        packet = try allocated(av_packet_alloc(), "allocate a packet")
        Self.configure(context, format)
        var options = codec == .vp9 ? quality.vp9Options : quality.x264Options
        defer { av_dict_free(&options) }
        try check(avcodec_open2(context, encoder, &options), operation)
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
        return try context.encodedPackets(using: packet)
    }

    /// Ends the chunk and returns the packets that were still held back.
    package func finish() throws(MediaError) -> [Packet] {
        try check(avcodec_send_frame(context, nil), "finish encoding")
        return try context.encodedPackets(using: packet)
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
