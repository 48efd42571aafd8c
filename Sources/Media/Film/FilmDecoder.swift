import CLibav
import Foundation

/// Decodes a film with libav, one thread, and makes fields whole frames.
final class FilmDecoder: FrameDecoder {
    private(set) var input: FilmInput
    private var codec: CodecContext
    private var fields: Deinterlacer?
    private var clock: FrameClock
    private let packet: UnsafeMutablePointer<AVPacket>

    /// Frames that are ready, in order.
    private var queue: ArraySlice<TimedFrame> = []
    private var isOver = false

    private var packetCount = 0
    /// Packets that could not be decoded.
    private(set) var damagedPackets = 0
    private var readFailure: String?

    /// Whether a frame of two fields came by; they were made whole.
    private(set) var isInterlaced = false

    init(path: String) throws(MediaError) {
        input = try FilmInput(path: path)
        codec = try CodecContext(input)
        clock = FrameClock(input)
        packet = try allocated(av_packet_alloc(), "decode the film")
    }

    deinit {
        var owned: UnsafeMutablePointer<AVPacket>? = packet
        av_packet_free(&owned)
    }

    var warnings: [String] {
        var warnings: [String] = []
        if damagedPackets > 0 {
            warnings.append("it is damaged: frames that can't be decoded are left out")
        }
        if let readFailure { warnings.append("it ends early: \(readFailure)") }
        return warnings
    }

    var orientation: Orientation { input.orientation }

    func next() throws(MediaError) -> TimedFrame? {
        while queue.isEmpty, !isOver { try advance() }
        return queue.popFirst()
    }

    /// Why not a single frame came out.
    var lack: MediaError {
        MediaError(
            "decode the film", path: input.path, reason: input.lack(packetCount: packetCount))
    }

    /// Returns the frame that comes next without taking it.
    func peek() throws(MediaError) -> TimedFrame? {
        guard let frame = try next() else { return nil }
        queue = [frame] + queue
        return frame
    }

    /// Decodes one frame more, or the end.
    private func advance() throws(MediaError) {
        guard let frame = try decoded() else {
            isOver = true
            if let fields { queue += try fields.finish() }
            return
        }
        let timed = clock.timed(frame)
        if cav_frame_is_interlaced(frame.raw) != 0 {
            isInterlaced = true
            if fields == nil { fields = Deinterlacer() }
        }
        if let fields {
            queue += try fields.add(timed)
        } else {
            queue.append(timed)
        }
    }

    private func decoded() throws(MediaError) -> StillFrame? {
        let frame = try StillFrame()
        while true {
            let result = avcodec_receive_frame(codec.raw, frame.raw)
            if result >= 0 {
                guard frame.width > 0, frame.height > 0 else { continue }
                frame.completeColor(from: input.stream)
                return frame
            }
            if result == CAVERROR_EOF { return nil }
            if result != CAVERROR_EAGAIN { try noteDamage(result) }
            try feed()
        }
    }

    private func feed() throws(MediaError) {
        let more = try readPacket()
        let result = avcodec_send_packet(codec.raw, more ? packet : nil)
        guard result < 0, result != CAVERROR_EOF, result != CAVERROR_EAGAIN else { return }
        try noteDamage(result)
    }

    /// A file that is cut short ends early; one that can't be read any more is an error.
    private func readPacket() throws(MediaError) -> Bool {
        do {
            let more = try input.read(into: packet)
            if more { packetCount += 1 }
            return more
        } catch {
            if input.demuxer.isUnreadable { throw error }
            readFailure = error.reason
            return false
        }
    }

    private func noteDamage(_ code: Int32) throws(MediaError) {
        guard code != cav_error(ENOMEM) else {
            throw MediaError("decode the film", path: input.path, reason: libavMessage(code))
        }
        damagedPackets += 1
    }

    /// How far before the wanted time a seek goes, in seconds, until it lands early enough.
    ///
    /// Indices speak of decoding time, so the first try may land on a key that is shown later.
    private static let leads = [0, 0.5, 2, 10, 60]

    func restart(before time: Double) throws(MediaError) {
        // Fields need the frames around them.
        let time = fields == nil ? time : time - 0.25
        if time > 0 {
            for lead in Self.leads where lead <= time + 0.5 {
                guard input.seek(to: time - lead) else { break }
                reset()
                if let first = try next(), first.time <= time + FilmReader.tolerance {
                    queue = [first] + queue
                    return
                }
            }
        }
        try reopen()
    }

    private func reset() {
        avcodec_flush_buffers(codec.raw)
        if fields != nil { fields = Deinterlacer() }
        clock.reset()
        queue = []
        isOver = false
    }

    /// The surest way back to the start, whatever the container can do.
    private func reopen() throws(MediaError) {
        input = try FilmInput(path: input.path)
        codec = try CodecContext(input)
        reset()
    }
}
