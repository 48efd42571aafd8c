import CLibav
import Foundation

/// The library's MP4 muxer for one fragment of one stream, in memory.
final class FragmentMuxer {
    private let context: UnsafeMutablePointer<AVFormatContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let timeBase: AVRational
    private var headerLength = 0

    /// The header stands alone, the fragment ends when it is told to, starts where its packets say,
    /// and may show a frame before its decode time.
    private static let flags =
        "+empty_moov+default_base_moof+frag_custom+frag_discont+negative_cts_offsets"

    /// Writes the header; `number` is the fragment's, from 1 on.
    init(_ stream: FragmentedMP4.Stream, number: Int64) throws(MediaError) {
        packet = try allocated(av_packet_alloc(), "allocate a packet")
        var context: UnsafeMutablePointer<AVFormatContext>?
        try check(
            avformat_alloc_output_context2(&context, nil, Container.mp4.muxerName, nil),
            "create the stream")
        self.context = try allocated(context, "create the stream")
        timeBase =
            switch stream {
            case .video(let video): video.format.timeBase
            case .audio(let audio): AVRational(num: 1, den: Int32(audio.sampleRate))
            }
        switch stream {
        case .video(let video): _ = try self.context.addStream(video)
        case .audio(let audio): _ = try self.context.addStream(audio)
        }
        try open(number: Int32(clamping: number))
    }

    deinit {
        _ = takeBytes()
        avformat_free_context(context)
        var packet = Optional(packet)
        av_packet_free(&packet)
    }

    func write(_ source: Packet) throws(MediaError) {
        guard let stream = context.pointee.streams[0] else { return }
        defer { av_packet_unref(packet) }
        try source.fill(packet, stream: 0)
        av_packet_rescale_ts(packet, timeBase, stream.pointee.time_base)
        try check(av_write_frame(context, packet), "write a fragment")
    }

    /// Ends the fragment and returns what was written; nothing can be written after.
    func finish() throws(MediaError) -> (header: [UInt8], fragment: [UInt8]) {
        try check(av_write_frame(context, nil), "write a fragment")
        try check(context.pointee.pb.pointee.error, "write a fragment")
        let bytes = takeBytes()
        return (Array(bytes.prefix(headerLength)), Array(bytes.dropFirst(headerLength)))
    }

    private func open(number: Int32) throws(MediaError) {
        // No wall clock and no library version: the same packets give the same bytes.
        context.pointee.flags |= AVFMT_FLAG_BITEXACT
        // Times are those of the timeline; the library would move each fragment to 0.
        context.pointee.avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED
        try check(avio_open_dyn_buf(&context.pointee.pb), "create the stream")
        var options: OpaquePointer?
        defer { av_dict_free(&options) }
        av_dict_set(&options, "movflags", Self.flags, 0)
        av_dict_set(&options, "use_editlist", "0", 0)
        av_dict_set(&options, "fragment_index", String(number), 0)
        try check(avformat_write_header(context, &options), "write the header")
        headerLength = Int(avio_seek(context.pointee.pb, 0, SEEK_CUR))
    }

    private func takeBytes() -> [UInt8] {
        guard context.pointee.pb != nil else { return [] }
        var memory: UnsafeMutablePointer<UInt8>?
        let count = avio_close_dyn_buf(context.pointee.pb, &memory)
        context.pointee.pb = nil
        defer { av_free(memory) }
        return Array(UnsafeBufferPointer(start: memory, count: Int(count)))
    }
}
