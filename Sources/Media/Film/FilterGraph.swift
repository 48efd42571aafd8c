import CLibav
import Foundation

/// A chain of libavfilter's picture filters: the one owner of it.
final class FilterGraph {
    private let graph: UnsafeMutablePointer<AVFilterGraph>
    private var source: UnsafeMutablePointer<AVFilterContext>?
    private var sink: UnsafeMutablePointer<AVFilterContext>?
    private let width: Int32
    private let height: Int32
    private let format: Int32

    /// One step of the clock of what comes out, in seconds.
    private(set) var outputTick = 1e-6

    /// Makes a chain for frames of the size and format of `frame`, whose times are microseconds.
    ///
    /// `filters` are names and arguments.
    init(like frame: StillFrame, filters: [(name: String, arguments: String)]) throws(MediaError) {
        (width, height) = (frame.raw.pointee.width, frame.raw.pointee.height)
        format = frame.raw.pointee.format
        graph = try allocated(avfilter_graph_alloc(), Self.operation)
        graph.pointee.nb_threads = 1
        source = try graph.add(
            "buffer",
            "video_size=\(width)x\(height):pix_fmt=\(format):time_base=1/1000000"
                + ":pixel_aspect=1/1")
        var last = source
        for filter in filters {
            let next = try graph.add(filter.name, filter.arguments)
            try check(avfilter_link(last, 0, next, 0), Self.operation)
            last = next
        }
        sink = try graph.add("buffersink")
        try check(avfilter_link(last, 0, sink, 0), Self.operation)
        try check(avfilter_graph_config(graph, nil), Self.operation)
        outputTick = av_q2d(av_buffersink_get_time_base(sink))
    }

    deinit {
        var owned: UnsafeMutablePointer<AVFilterGraph>? = graph
        avfilter_graph_free(&owned)
    }

    /// Whether the chain was made for frames like this one.
    func accepts(_ frame: StillFrame) -> Bool {
        frame.raw.pointee.width == width && frame.raw.pointee.height == height
            && frame.raw.pointee.format == format
    }

    /// Hands in a frame; nil says that no more come.
    func add(_ frame: StillFrame?) throws(MediaError) {
        try check(av_buffersrc_add_frame(source, frame?.raw), Self.operation)
    }

    /// Returns the next frame that is ready, nil where there is none yet.
    func next() throws(MediaError) -> StillFrame? {
        let frame = try StillFrame()
        let result = av_buffersink_get_frame(sink, frame.raw)
        if result == CAVERROR_EAGAIN || result == CAVERROR_EOF { return nil }
        try check(result, Self.operation)
        return frame
    }

    private static let operation = "filter the film's frames"
}
