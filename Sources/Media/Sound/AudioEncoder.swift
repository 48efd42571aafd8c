import CLibav

/// Codes stereo sound at 48 kHz, one stream from its first sample to its last.
///
/// Packet times are samples; the first packet's is `-initialPadding`.
package final class AudioEncoder {
    /// Samples in a packet.
    package let frameSize: Int

    /// Samples that the encoder puts before the first.
    package let initialPadding: Int

    /// Bits a second.
    package let bitRate: Int

    /// What decoders need: of AAC the AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1), of Opus its
    /// header (RFC 7845, 5.1).
    package let extradata: [UInt8]

    package let codec: AudioCodec
    private var context: UnsafeMutablePointer<AVCodecContext>?
    private var frame: UnsafeMutablePointer<AVFrame>?
    private var packet: UnsafeMutablePointer<AVPacket>?
    private var pending = AudioBlock(silence: 0)
    private var sent = 0

    /// Samples in a packet where the codec takes any number.
    private static let freeFrameSize = 1_024

    package init(_ codec: AudioCodec = .aac) throws(MediaError) {
        guard let encoder = avcodec_find_encoder_by_name(codec.encoderName) else {
            throw MediaError(
                "encode sound", path: "",
                reason: "this FFmpeg was built without \(codec.encoderName); "
                    + "install a build that has it")
        }
        self.codec = codec
        bitRate = codec.bitRate
        var context = avcodec_alloc_context3(encoder)
        do throws(MediaError) {
            let opened = try allocated(context, "encode sound")
            AudioEncoder.configure(opened, codec)
            try check(avcodec_open2(opened, encoder, nil), "open the \(codec.title) encoder")
            frame = try allocated(av_frame_alloc(), "encode sound")
            packet = try allocated(av_packet_alloc(), "encode sound")
            let fixed = Int(opened.pointee.frame_size)
            frameSize = fixed > 0 ? fixed : AudioEncoder.freeFrameSize
            initialPadding = Int(opened.pointee.initial_padding)
            extradata = Array(
                UnsafeBufferPointer(
                    start: opened.pointee.extradata, count: Int(opened.pointee.extradata_size)))
        } catch {
            avcodec_free_context(&context)
            throw error
        }
        self.context = context
    }

    deinit {
        av_packet_free(&packet)
        av_frame_free(&frame)
        avcodec_free_context(&context)
    }

    /// Takes `block` in and returns the packets that are complete.
    package func encode(_ block: AudioBlock) throws(MediaError) -> [Packet] {
        pending.left.append(contentsOf: block.left)
        pending.right.append(contentsOf: block.right)
        var packets: [Packet] = []
        var start = 0
        while pending.count - start >= frameSize {
            packets += try send(start..<start + frameSize)
            start += frameSize
        }
        pending.left.removeFirst(start)
        pending.right.removeFirst(start)
        return packets
    }

    /// Returns the last packets; nothing can be encoded after.
    package func finish() throws(MediaError) -> [Packet] {
        var packets: [Packet] = []
        if pending.count > 0 { packets += try send(0..<pending.count) }
        pending = AudioBlock(silence: 0)
        try check(avcodec_send_frame(context, nil), "encode sound")
        return packets + (try receive())
    }

    private static func configure(
        _ context: UnsafeMutablePointer<AVCodecContext>, _ codec: AudioCodec
    ) {
        context.pointee.sample_fmt = codec.sampleFormat
        context.pointee.sample_rate = 48_000
        context.pointee.time_base = AVRational(num: 1, den: 48_000)
        context.pointee.bit_rate = Int64(codec.bitRate)
        context.pointee.thread_count = 1
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
        av_channel_layout_default(&context.pointee.ch_layout, 2)
    }

    private func send(_ range: Range<Int>) throws(MediaError) -> [Packet] {
        guard let frame else { return [] }
        av_frame_unref(frame)
        frame.pointee.format = codec.sampleFormat.rawValue
        frame.pointee.sample_rate = 48_000
        frame.pointee.nb_samples = Int32(range.count)
        frame.pointee.pts = Int64(sent)
        av_channel_layout_default(&frame.pointee.ch_layout, 2)
        try check(av_frame_get_buffer(frame, 0), "encode sound")
        fill(frame.pointee, range)
        sent += range.count
        try check(avcodec_send_frame(context, frame), "encode sound")
        return try receive()
    }

    /// Hands over samples the way that the encoder takes them.
    private func fill(_ frame: AVFrame, _ range: Range<Int>) {
        switch codec {
        case .aac:
            AudioEncoder.copy(pending.left[range], to: frame.data.0)
            AudioEncoder.copy(pending.right[range], to: frame.data.1)
        case .opus:
            let pairs = range.flatMap { [pending.left[$0], pending.right[$0]] }
            AudioEncoder.copy(pairs[...], to: frame.data.0)
        case .pcm24:
            let pairs = range.flatMap { [pending.left[$0].pcm24, pending.right[$0].pcm24] }
            AudioEncoder.copy(pairs[...], to: frame.data.0)
        }
    }

    private static func copy<Sample>(
        _ samples: ArraySlice<Sample>, to plane: UnsafeMutablePointer<UInt8>?
    ) {
        samples.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: plane, count: bytes.count).copyMemory(from: bytes)
        }
    }

    private func receive() throws(MediaError) -> [Packet] {
        guard let packet else { return [] }
        var packets: [Packet] = []
        while true {
            let result = avcodec_receive_packet(context, packet)
            if result == CAVERROR_EAGAIN || result == CAVERROR_EOF { return packets }
            try check(result, "encode sound")
            packets.append(AudioEncoder.copy(packet.pointee))
            av_packet_unref(packet)
        }
    }

    private static func copy(_ packet: AVPacket) -> Packet {
        Packet(
            bytes: Array(UnsafeBufferPointer(start: packet.data, count: Int(packet.size))),
            presentation: packet.pts, decode: packet.dts, duration: packet.duration,
            isKey: packet.flags & AV_PKT_FLAG_KEY != 0)
    }
}

extension Float {
    /// The sample in 24 bits, in the upper ones of 32.
    fileprivate var pcm24: Int32 {
        let scaled = (Double(self) * 8_388_608).rounded()
        return Int32(min(max(scaled, -8_388_608), 8_388_607)) << 8
    }
}
