import CLibav
import Foundation

/// Codes pictures of one palette for a GIF: of each, what has changed since the last.
package final class GIFEncoder {
    private let width: Int
    private let height: Int
    private let palette: ColorPalette
    private let context: UnsafeMutablePointer<AVCodecContext>
    private let frame: UnsafeMutablePointer<AVFrame>
    private let packet: UnsafeMutablePointer<AVPacket>
    private var sent: Int64 = 0

    package init(_ format: VideoFormat, _ palette: ColorPalette) throws(MediaError) {
        (width, height) = (format.width, format.height)
        self.palette = palette
        let codec = try allocated(avcodec_find_encoder(AV_CODEC_ID_GIF), "find the GIF encoder")
        context = try allocated(avcodec_alloc_context3(codec), "open the GIF encoder")
        frame = try allocated(av_frame_alloc(), "allocate a frame")
        packet = try allocated(av_packet_alloc(), "allocate a packet")
        context.pointee.width = Int32(width)
        context.pointee.height = Int32(height)
        context.pointee.pix_fmt = AV_PIX_FMT_PAL8
        context.pointee.time_base = format.timeBase
        context.pointee.thread_count = 1
        context.pointee.flags |= Int32(AV_CODEC_FLAG_BITEXACT)
        try check(avcodec_open2(context, codec, nil), "open the GIF encoder")
    }

    deinit {
        var (context, frame, packet) = (Optional(context), Optional(frame), Optional(packet))
        avcodec_free_context(&context)
        av_frame_free(&frame)
        av_packet_free(&packet)
    }

    /// Codes the next picture, one place in the palette a pixel; times count pictures from 0.
    package func encode(_ indices: [UInt8]) throws(MediaError) -> [Packet] {
        guard indices.count == width * height else {
            throw MediaError(
                "encode a frame", path: "", reason: "\(indices.count) bytes are no picture")
        }
        // The encoder holds on to the last picture, so each has memory of its own.
        av_frame_unref(frame)
        frame.pointee.format = AV_PIX_FMT_PAL8.rawValue
        frame.pointee.width = Int32(width)
        frame.pointee.height = Int32(height)
        frame.pointee.pts = sent
        try check(av_frame_get_buffer(frame, 0), "allocate a frame")
        try fill(indices)
        sent += 1
        try check(avcodec_send_frame(context, frame), "encode a frame")
        return try context.encodedPackets(using: packet)
    }

    private func fill(_ indices: [UInt8]) throws(MediaError) {
        let rows = try allocated(frame.pointee.data.0, "allocate a frame")
        let colors = try allocated(frame.pointee.data.1, "allocate a frame")
        indices.withUnsafeBytes { bytes in
            guard let from = bytes.baseAddress else { return }
            for row in 0..<height {
                memcpy(rows + row * Int(frame.pointee.linesize.0), from + row * width, width)
            }
        }
        palette.words.withUnsafeBytes { bytes in
            if let from = bytes.baseAddress { memcpy(colors, from, min(bytes.count, 1024)) }
        }
    }
}
