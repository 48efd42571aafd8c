import CLibav

/// How a picture stream is coded.
package enum VideoCodec: Hashable, Sendable {
    case h264
    case vp9
    case gif

    /// libavcodec's name of the encoder that is used.
    package var encoderName: String {
        switch self {
        case .h264: "libx264"
        case .vp9: "libvpx-vp9"
        case .gif: "gif"
        }
    }

    /// What people call it.
    var title: String {
        switch self {
        case .h264: "H.264"
        case .vp9: "VP9"
        case .gif: "GIF"
        }
    }

    var id: AVCodecID {
        switch self {
        case .h264: AV_CODEC_ID_H264
        case .vp9: AV_CODEC_ID_VP9
        case .gif: AV_CODEC_ID_GIF
        }
    }

    var pixelFormat: AVPixelFormat { self == .gif ? AV_PIX_FMT_PAL8 : AV_PIX_FMT_YUV420P }
}
