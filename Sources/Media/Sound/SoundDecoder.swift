import CLibav
import Foundation

/// Decodes the sound of a file frame by frame, going on past damage.
///
/// libav itself trims what encoders add at the ends (LAME delay, AAC edit lists, Opus pre-skip), as
/// long as it knows the packets' time base.
final class SoundDecoder {
    let input: SoundInput

    /// The number of packets that could not be decoded.
    private(set) var damagedPackets = 0

    /// Why reading stopped before the end of the file, nil where it did not.
    private(set) var readFailure: String?

    /// Where decoding begins in the middle; nil once it has, and from the start.
    private var entry: SoundEntry?

    private var context: UnsafeMutablePointer<AVCodecContext>?
    private var packet: UnsafeMutablePointer<AVPacket>?
    private var frame: UnsafeMutablePointer<AVFrame>?

    init(_ input: SoundInput) throws(MediaError) {
        self.input = input
        let context = try allocated(avcodec_alloc_context3(input.codec), "decode sound")
        self.context = context
        packet = try allocated(av_packet_alloc(), "decode sound")
        frame = try allocated(av_frame_alloc(), "decode sound")
        try check(
            avcodec_parameters_to_context(context, input.stream.pointee.codecpar),
            "decode the sound", path: input.path)
        context.pointee.pkt_timebase = input.stream.pointee.time_base
        context.pointee.thread_count = 1
        try check(
            avcodec_open2(context, input.codec, nil), "decode the sound", path: input.path)
    }

    deinit {
        av_frame_free(&frame)
        av_packet_free(&packet)
        avcodec_free_context(&context)
    }

    /// Begins at `entry`, at whose packet the input stands.
    func enter(at entry: SoundEntry) { self.entry = entry }

    /// Returns where in `frame` the sound begins, nil where it begins later; from then on damage
    /// counts.
    func place(in frame: AVFrame) -> SoundEntry.Place? {
        guard let place = entry?.place(in: frame) else { return nil }
        entry = nil
        damagedPackets = 0
        return place
    }

    /// Where the packets end that were handed to the decoder without a frame of them being entered,
    /// in samples at 48 kHz.
    var endBeforeEntry: Int? { entry?.end }

    /// Returns the next frame, valid until the next call; nil at the end.
    func next() throws(MediaError) -> UnsafeMutablePointer<AVFrame>? {
        guard let context, let frame else { return nil }
        while true {
            let result = avcodec_receive_frame(context, frame)
            if result >= 0 {
                guard frame.pointee.nb_samples > 0 else { continue }
                return frame
            }
            if result == CAVERROR_EOF { return nil }
            if result != CAVERROR_EAGAIN { try noteDamage(result) }
            try feed(context)
        }
    }

    private func feed(_ context: UnsafeMutablePointer<AVCodecContext>) throws(MediaError) {
        guard let packet else { return }
        let more = readPacket(packet)
        if more { entry?.note(packet.pointee) }
        let result = avcodec_send_packet(context, more ? packet : nil)
        guard result < 0, result != CAVERROR_EOF else { return }
        try noteDamage(result)
    }

    private func readPacket(_ packet: UnsafeMutablePointer<AVPacket>) -> Bool {
        do {
            while try input.read(into: packet) {
                guard input.isRaw else { return true }
                if packet.pointee.flags & AV_PKT_FLAG_CORRUPT != 0 {
                    readFailure = "the file is cut short"
                }
                // Some files of raw samples are padded by less than a sample at their end.
                packet.pointee.size -= packet.pointee.size % Int32(input.sampleBytes)
                if packet.pointee.size > 0 { return true }
            }
            return false
        } catch {
            readFailure = error.reason
            return false
        }
    }

    private func noteDamage(_ code: Int32) throws(MediaError) {
        guard code != cav_error(ENOMEM) else {
            throw MediaError("decode the sound", path: input.path, reason: libavMessage(code))
        }
        damagedPackets += 1
    }
}
