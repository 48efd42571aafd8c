import CLibav
import Foundation

/// Decodes what our encoder made, to judge it.
package enum VideoDecoder {
    /// Returns the mean Y, Cb and Cr of the first frame in `packets`, code values of 8 bits.
    package static func firstFrameMean(
        _ packets: [Packet], extradata: [UInt8]
    ) throws(MediaError) -> (y: Double, cb: Double, cr: Double) {
        let codec = try allocated(avcodec_find_decoder(AV_CODEC_ID_H264), "find the H.264 decoder")
        var context = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        let decoder = try allocated(context, "open the H.264 decoder")
        try setExtradata(decoder, extradata)
        try check(avcodec_open2(decoder, codec, nil), "open the H.264 decoder")
        var frame = av_frame_alloc()
        defer { av_frame_free(&frame) }
        let decoded = try allocated(frame, "allocate a frame")
        for packet in packets { try send(packet, to: decoder) }
        try check(avcodec_send_packet(decoder, nil), "decode")
        try check(avcodec_receive_frame(decoder, decoded), "decode")
        return means(decoded)
    }

    private static func setExtradata(
        _ context: UnsafeMutablePointer<AVCodecContext>, _ bytes: [UInt8]
    ) throws(MediaError) {
        let memory = try allocated(
            av_mallocz(bytes.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)), "open the H.264 decoder")
        bytes.withUnsafeBytes { from in
            if let start = from.baseAddress { memcpy(memory, start, from.count) }
        }
        context.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
        context.pointee.extradata_size = Int32(bytes.count)
    }

    private static func send(
        _ source: Packet, to context: UnsafeMutablePointer<AVCodecContext>
    ) throws(MediaError) {
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        let target = try allocated(packet, "allocate a packet")
        try check(av_new_packet(target, Int32(source.bytes.count)), "allocate a packet")
        source.bytes.withUnsafeBytes { from in
            if let start = from.baseAddress { memcpy(target.pointee.data, start, from.count) }
        }
        try check(avcodec_send_packet(context, target), "decode")
    }

    private static func means(
        _ frame: UnsafeMutablePointer<AVFrame>
    ) -> (y: Double, cb: Double, cr: Double) {
        let (width, height) = (Int(frame.pointee.width), Int(frame.pointee.height))
        func mean(_ plane: UnsafeMutablePointer<UInt8>?, _ stride: Int32, _ w: Int, _ h: Int)
            -> Double
        {
            guard let plane, w > 0, h > 0 else { return 0 }
            var sum = 0
            for y in 0..<h { for x in 0..<w { sum += Int(plane[y * Int(stride) + x]) } }
            return Double(sum) / Double(w * h)
        }
        return (
            mean(frame.pointee.data.0, frame.pointee.linesize.0, width, height),
            mean(frame.pointee.data.1, frame.pointee.linesize.1, width / 2, height / 2),
            mean(frame.pointee.data.2, frame.pointee.linesize.2, width / 2, height / 2)
        )
    }
}
