import CLibav

/// A graph of libavfilter for pictures of 32-bit RGB, run by one thread.
///
/// Pixels are words of ARGB, which lie in memory as BGRA on all machines that are supported.
final class PictureGraph {
    typealias Filter = UnsafeMutablePointer<AVFilterContext>

    private let graph: UnsafeMutablePointer<AVFilterGraph>
    private let frame: UnsafeMutablePointer<AVFrame>
    private static let operation = "reduce the colours"

    init() throws(MediaError) {
        graph = try allocated(avfilter_graph_alloc(), Self.operation)
        frame = try allocated(av_frame_alloc(), Self.operation)
        graph.pointee.nb_threads = 1
    }

    deinit {
        var (graph, frame) = (Optional(graph), Optional(frame))
        avfilter_graph_free(&graph)
        av_frame_free(&frame)
    }

    /// Adds the filter called `name`.
    func add(_ name: String, _ arguments: String? = nil) throws(MediaError) -> Filter {
        try graph.add(name, arguments)
    }

    /// Adds a source of pictures; their times count up.
    func addSource(width: Int, height: Int) throws(MediaError) -> Filter {
        let format = AV_PIX_FMT_BGRA.rawValue
        return try add(
            "buffer",
            "video_size=\(width)x\(height):pix_fmt=\(format):time_base=1/1000:pixel_aspect=1/1")
    }

    func link(_ from: Filter, _ to: Filter, input: Int = 0) throws(MediaError) {
        try check(avfilter_link(from, 0, to, UInt32(input)), Self.operation)
    }

    func configure() throws(MediaError) {
        try check(avfilter_graph_config(graph, nil), Self.operation)
    }

    /// Hands a picture to a source; `fill` writes its rows, words of ARGB.
    func send(
        width: Int, height: Int, time: Int, to source: Filter,
        _ fill: (_ row: Int, _ words: UnsafeMutablePointer<UInt32>) -> Void
    ) throws(MediaError) {
        av_frame_unref(frame)
        frame.pointee.format = AV_PIX_FMT_BGRA.rawValue
        frame.pointee.width = Int32(width)
        frame.pointee.height = Int32(height)
        frame.pointee.pts = Int64(time)
        try check(av_frame_get_buffer(frame, 0), Self.operation)
        let data = try allocated(frame.pointee.data.0, Self.operation)
        for row in 0..<height {
            let start = data + row * Int(frame.pointee.linesize.0)
            start.withMemoryRebound(to: UInt32.self, capacity: width) { fill(row, $0) }
        }
        try check(av_buffersrc_add_frame(source, frame), Self.operation)
    }

    /// Says that a source has no more pictures.
    func end(_ source: Filter) throws(MediaError) {
        try check(av_buffersrc_add_frame(source, nil), Self.operation)
    }

    /// Returns what `read` makes of the next picture that comes out.
    func receive<Value>(
        from sink: Filter, _ read: (AVFrame) throws(MediaError) -> Value
    ) throws(MediaError) -> Value {
        av_frame_unref(frame)
        try check(av_buffersink_get_frame(sink, frame), Self.operation)
        return try read(frame.pointee)
    }
}

extension PictureGraph {
    /// Hands an RGB picture to a source, three bytes a pixel without gaps.
    func send(
        rgb pixels: [UInt8], width: Int, height: Int, time: Int, to source: Filter
    ) throws(MediaError) {
        guard pixels.count == 3 * width * height else {
            throw MediaError(
                Self.operation, path: "", reason: "\(pixels.count) bytes are no picture")
        }
        try send(width: width, height: height, time: time, to: source) { row, words in
            for x in 0..<width {
                let at = 3 * (row * width + x)
                words[x] =
                    0xFF00_0000 | UInt32(pixels[at]) << 16 | UInt32(pixels[at + 1]) << 8
                    | UInt32(pixels[at + 2])
            }
        }
    }
}
