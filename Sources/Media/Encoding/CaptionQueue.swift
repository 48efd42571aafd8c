import CLibav

/// The captions of a file as packets, in order of time.
struct CaptionQueue {
    private var packets: ArraySlice<Packet>
    private let clock: StreamClock

    /// `stream` is the place of the caption stream in the file.
    init(_ labels: FileLabels, codec: AVCodecID, stream: Int) {
        clock = StreamClock(index: stream, timeBase: AVRational(num: 1, den: 1000))
        packets =
            switch codec {
            case AV_CODEC_ID_MOV_TEXT:
                TimedText.samples(labels.captions, end: labels.duration).map {
                    Packet(caption: $0.bytes, $0.start, $0.end)
                }[...]
            case AV_CODEC_ID_WEBVTT:
                labels.captions.map {
                    Packet(caption: Array(Self.escaped($0.text).utf8), $0.start, $0.end)
                }[...]
            default:
                labels.captions.map { Packet(caption: Array($0.text.utf8), $0.start, $0.end) }[...]
            }
    }

    /// Takes out the next caption where it begins before `end` milliseconds, or where `end` is nil.
    mutating func next(before end: Int?) -> (Packet, StreamClock)? {
        guard let first = packets.first, end.map({ first.presentation <= $0 }) ?? true else {
            return nil
        }
        packets.removeFirst()
        return (first, clock)
    }

    /// WebVTT, 3.3: what a cue's text may not hold as it is.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}

extension Packet {
    fileprivate init(caption bytes: [UInt8], _ start: Int, _ end: Int) {
        self.init(
            bytes: bytes, presentation: Int64(start), decode: Int64(start),
            duration: Int64(end - start), isKey: true)
    }
}
