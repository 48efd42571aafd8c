import CLibav

/// How many samples a packet decodes to, told without decoding it.
///
/// Damage can't be told, nor pages lost from an Ogg file.
struct PacketLength {
    /// Where the number comes from.
    private enum Rule {
        /// Frames of one size, or as many samples as bytes: libav knows.
        case codec

        /// What the demuxer or its parser says, in a time base that is fine enough to be exact.
        case time

        /// The head of an Opus packet.
        case opus
    }

    private let rule: Rule
    private let parameters: UnsafeMutablePointer<AVCodecParameters>

    /// Ticks of the stream's clock a second, over samples a second, as a fraction.
    private let ticks: (numerator: Int, denominator: Int)

    /// Nil where only decoding tells.
    init?(_ stream: UnsafeMutablePointer<AVStream>) {
        guard let parameters = stream.pointee.codecpar,
            let rule = Self.rule(parameters.pointee.codec_id),
            1_000...3_000_000 ~= parameters.pointee.sample_rate
        else { return nil }
        self.rule = rule
        self.parameters = parameters
        let base = stream.pointee.time_base
        losesFirst = parameters.pointee.codec_id == AV_CODEC_ID_VORBIS
        isTrimmed = losesFirst
        let padding = parameters.pointee.initial_padding
        skipsFirst = rule == .opus ? Int(max(padding, 0)) : 0
        ticks = (Int(base.num) * Int(parameters.pointee.sample_rate), Int(base.den))
    }

    /// Whether samples are stored as they are: libav numbers those coders together.
    static func isRaw(_ codec: AVCodecID) -> Bool {
        (AV_CODEC_ID_PCM_S16LE.rawValue..<AV_CODEC_ID_ADPCM_IMA_QT.rawValue ~= codec.rawValue)
            && av_get_exact_bits_per_sample(codec) >= 8
    }

    private static func rule(_ codec: AVCodecID) -> Rule? {
        switch codec {
        case AV_CODEC_ID_MP2, AV_CODEC_ID_MP3, AV_CODEC_ID_AAC, AV_CODEC_ID_AC3: .codec
        case AV_CODEC_ID_FLAC, AV_CODEC_ID_ALAC, AV_CODEC_ID_VORBIS: .time
        case AV_CODEC_ID_OPUS: .opus
        default: isRaw(codec) ? .codec : nil
        }
    }

    /// Whether the first packet of a stream decodes to nothing: Vorbis overlaps it with the next.
    let losesFirst: Bool

    /// Whether what a packet's end is trimmed by is left out of its length already.
    let isTrimmed: Bool

    /// Samples that the decoder leaves out at the start, unless the demuxer says how many.
    let skipsFirst: Int

    /// Returns the samples in `packet` at the stream's rate, before any is skipped; nil where that
    /// can't be told.
    func samples(in packet: AVPacket) -> Int? {
        switch rule {
        case .codec:
            let count = Int(av_get_audio_frame_duration2(parameters, packet.size))
            return count > 0 ? count : nil
        case .time:
            let product = Int(packet.duration).multipliedReportingOverflow(by: ticks.numerator)
            guard packet.duration >= 0, !product.overflow, ticks.denominator > 0,
                product.partialValue % ticks.denominator == 0
            else { return nil }
            return product.partialValue / ticks.denominator
        case .opus:
            return Self.opus(UnsafeBufferPointer(start: packet.data, count: Int(packet.size)))
        }
    }

    /// RFC 6716, 3.1 and 3.2: samples at 48 kHz, which is the rate of every Opus stream.
    private static func opus(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let head = bytes.first else { return nil }
        let configuration = Int(head >> 3)
        let frame =
            switch configuration {
            case ..<12: [480, 960, 1920, 2880][configuration % 4]
            case ..<16: [480, 960][configuration % 2]
            default: [120, 240, 480, 960][configuration % 4]
            }
        switch head & 3 {
        case 0: return frame
        case 1, 2: return 2 * frame
        default: return bytes.count > 1 ? Int(bytes[1] & 63) * frame : nil
        }
    }
}
