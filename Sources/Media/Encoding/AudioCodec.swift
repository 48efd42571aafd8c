import CLibav

/// How a sound stream is coded: stereo at 48 kHz.
package enum AudioCodec: Hashable, Sendable {
    /// AAC-LC.
    case aac
    case opus
    /// Linear PCM of 24 bits: no dither is needed below 16 bits, and every editor reads it.
    case pcm24

    /// libavcodec's name of the encoder that is used.
    package var encoderName: String {
        switch self {
        case .aac: "aac"
        case .opus: "libopus"
        case .pcm24: "pcm_s24le"
        }
    }

    /// Bits a second.
    package var bitRate: Int {
        switch self {
        case .aac: 192_000
        case .opus: 160_000
        case .pcm24: 48_000 * 2 * 24
        }
    }

    /// What people call it.
    package var title: String {
        switch self {
        case .aac: "AAC"
        case .opus: "Opus"
        case .pcm24: "24-bit PCM"
        }
    }

    var id: AVCodecID {
        switch self {
        case .aac: AV_CODEC_ID_AAC
        case .opus: AV_CODEC_ID_OPUS
        case .pcm24: AV_CODEC_ID_PCM_S24LE
        }
    }

    /// What its encoder takes.
    var sampleFormat: AVSampleFormat {
        switch self {
        case .aac: AV_SAMPLE_FMT_FLTP
        case .opus: AV_SAMPLE_FMT_FLT
        case .pcm24: AV_SAMPLE_FMT_S32
        }
    }
}
