import CLibav
import Foundation

/// Decodes the first frame of a file: the one owner of a libav decoder.
final class StillDecoder {
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let input: StillInput

    /// Pixels of the largest frame: at 4 bytes each, and as many again as RGBA, within the limit.
    static var largestPixelCount: Int { PictureLimits.largestWholeRaster / 8 }

    init(_ input: StillInput) throws(MediaError) {
        guard let parameters = input.stream.pointee.codecpar,
            let codec = DecoderChoice.codec(for: input.stream)
        else {
            throw MediaError(
                "decode the picture", path: input.path,
                reason: "this build of libav has no decoder for it; save it as PNG or JPEG")
        }
        if parameters.pointee.width > 0, parameters.pointee.height > 0 {
            try input.check(
                width: Int(parameters.pointee.width), height: Int(parameters.pointee.height))
        }
        let made = try allocated(avcodec_alloc_context3(codec), "decode the picture")
        context = made
        self.input = input
        try check(
            avcodec_parameters_to_context(made, parameters), "decode the picture", path: input.path)
        made.pointee.max_pixels = Int64(Self.largestPixelCount)
        made.pointee.thread_count = 1
        try check(avcodec_open2(made, codec, nil), "decode the picture", path: input.path)
    }

    deinit {
        var owned: UnsafeMutablePointer<AVCodecContext>? = context
        avcodec_free_context(&owned)
    }

    /// Decodes until the first whole frame.
    func firstFrame() throws(MediaError) -> StillFrame {
        let frame = try StillFrame()
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let owned = try allocated(packet, "decode the picture")
        for _ in 0..<Self.patience {
            let hasPacket = try input.read(into: owned)
            let sent = avcodec_send_packet(context, hasPacket ? owned : nil)
            av_packet_unref(owned)
            if sent < 0, sent != CAVERROR_EOF { throw failure(sent) }
            let received = avcodec_receive_frame(context, frame.raw)
            if received >= 0 {
                frame.completeColor(from: input.stream)
                return frame
            }
            guard received == CAVERROR_EAGAIN, hasPacket else { throw failure(received) }
        }
        throw failure(CAVERROR_INVALIDDATA)
    }

    /// Packets after which a film without a frame is given up.
    private static let patience = 500

    private func failure(_ code: Int32) -> MediaError {
        let reason =
            code == CAVERROR_EOF
            ? "it holds no whole picture" + input.referenceHint
            : "libav says: \(libavMessage(code))"
        // What libav says of a frame above its limit; it does not keep the size.
        let limit =
            code == cav_error(EINVAL)
            ? " (a picture of this format may have \(Self.largestPixelCount / 1_000_000) megapixels)"
            : ""
        return MediaError(
            "decode the picture", path: input.path,
            reason: "\(reason)\(limit); save it as PNG or JPEG")
    }
}
