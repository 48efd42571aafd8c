import CLibav

/// Codes stereo sound at 48 kHz as AAC-LC, one stream from its first sample to its last.
///
/// Packet times are samples; the first packet's is `-initialPadding`.
package final class AudioEncoder {
    /// Samples in a packet.
    package let frameSize: Int

    /// Samples that the encoder puts before the first.
    package let initialPadding: Int

    /// Bits a second.
    package let bitRate: Int

    /// The AudioSpecificConfig that decoders need (ISO/IEC 14496-3, 1.6.2.1).
    package let extradata: [UInt8]

    private var context: UnsafeMutablePointer<AVCodecContext>?
    private var frame: UnsafeMutablePointer<AVFrame>?
    private var packet: UnsafeMutablePointer<AVPacket>?
    private var pending = AudioBlock(silence: 0)
    private var sent = 0

    package init(bitRate: Int = 192_000) throws(MediaError) {
        guard let codec = avcodec_find_encoder(AV_CODEC_ID_AAC) else {
            throw MediaError("encode sound", path: "", reason: "libavcodec has no AAC encoder")
        }
        var context = avcodec_alloc_context3(codec)
        do throws(MediaError) {
            let opened = try allocated(context, "encode sound")
            AudioEncoder.configure(opened, bitRate: bitRate)
            try check(avcodec_open2(opened, codec, nil), "open the AAC encoder")
            frame = try allocated(av_frame_alloc(), "encode sound")
            packet = try allocated(av_packet_alloc(), "encode sound")
            frameSize = Int(opened.pointee.frame_size)
            initialPadding = Int(opened.pointee.initial_padding)
            extradata = Array(
                UnsafeBufferPointer(
                    start: opened.pointee.extradata, count: Int(opened.pointee.extradata_size)))
        } catch {
            avcodec_free_context(&context)
            throw error
        }
        self.bitRate = bitRate
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
        _ context: UnsafeMutablePointer<AVCodecContext>, bitRate: Int
    ) {
        context.pointee.sample_fmt = AV_SAMPLE_FMT_FLTP
        context.pointee.sample_rate = 48_000
        context.pointee.time_base = AVRational(num: 1, den: 48_000)
        context.pointee.bit_rate = Int64(bitRate)
        context.pointee.thread_count = 1
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
        av_channel_layout_default(&context.pointee.ch_layout, 2)
    }

    private func send(_ range: Range<Int>) throws(MediaError) -> [Packet] {
        guard let frame else { return [] }
        av_frame_unref(frame)
        frame.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
        frame.pointee.sample_rate = 48_000
        frame.pointee.nb_samples = Int32(range.count)
        frame.pointee.pts = Int64(sent)
        av_channel_layout_default(&frame.pointee.ch_layout, 2)
        try check(av_frame_get_buffer(frame, 0), "encode sound")
        AudioEncoder.copy(pending.left, range, to: frame.pointee.data.0)
        AudioEncoder.copy(pending.right, range, to: frame.pointee.data.1)
        sent += range.count
        try check(avcodec_send_frame(context, frame), "encode sound")
        return try receive()
    }

    private static func copy(
        _ samples: [Float], _ range: Range<Int>, to plane: UnsafeMutablePointer<UInt8>?
    ) {
        samples[range].withUnsafeBytes { bytes in
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
