import CLibav
import Foundation

/// Plays a stereo source faster or slower at its own pitch.
///
/// One `atempo` of libavfilter reaches 0.5...2 without dropping sound: others are chained.
final class TempoFilter {
    private let source: StereoSource
    private var graph: UnsafeMutablePointer<AVFilterGraph>?
    private var input: UnsafeMutablePointer<AVFilterContext>?
    private var output: UnsafeMutablePointer<AVFilterContext>?
    private var frame: UnsafeMutablePointer<AVFrame>?

    /// Samples handed in so far.
    private(set) var taken = 0

    /// Silence still to be handed in.
    private var silence = 0

    init(_ source: StereoSource, speed: Double) throws(MediaError) {
        self.source = source
        graph = try allocated(avfilter_graph_alloc(), "change the tempo")
        frame = try allocated(av_frame_alloc(), "change the tempo")
        graph?.pointee.nb_threads = 1
        input = try add(
            "abuffer", "sample_rate=48000:sample_fmt=flt:channel_layout=stereo:time_base=1/48000")
        var last = input
        for factor in TempoFilter.factors(speed) {
            let filter = try add("atempo", "tempo=\(factor)")
            try check(avfilter_link(last, 0, filter, 0), "change the tempo")
            last = filter
        }
        output = try add("abuffersink", nil)
        try check(avfilter_link(last, 0, output, 0), "change the tempo")
        try check(avfilter_graph_config(graph, nil), "change the tempo")
    }

    deinit {
        av_frame_free(&frame)
        avfilter_graph_free(&graph)
    }

    /// Returns equal factors within 0.5...2 whose product is `speed`.
    static func factors(_ speed: Double) -> [Double] {
        var count = 1
        var factor = speed
        while !(0.5...2 ~= factor), count < 8 {
            count += 1
            factor = exp(log(speed) / Double(count))
        }
        return Array(repeating: min(max(factor, 0.5), 2), count: count)
    }

    /// Returns the next interleaved samples, nil at the end.
    func next() throws(MediaError) -> [Float]? {
        guard let frame else { return nil }
        while true {
            av_frame_unref(frame)
            let result = av_buffersink_get_frame(output, frame)
            if result == CAVERROR_EOF { return nil }
            if result != CAVERROR_EAGAIN {
                try check(result, "change the tempo")
                return samples(of: frame.pointee)
            }
            try feed(frame)
        }
    }

    private func add(
        _ name: String, _ arguments: String?
    ) throws(MediaError) -> UnsafeMutablePointer<AVFilterContext>? {
        var context: UnsafeMutablePointer<AVFilterContext>?
        try check(
            avfilter_graph_create_filter(
                &context, avfilter_get_by_name(name), nil, arguments, nil, graph),
            "set up the filter \(name)")
        return context
    }

    private func feed(_ frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) {
        guard let piece = try nextPiece() else {
            try check(av_buffersrc_add_frame(input, nil), "change the tempo")
            return
        }
        frame.pointee.format = AV_SAMPLE_FMT_FLT.rawValue
        frame.pointee.sample_rate = 48_000
        frame.pointee.nb_samples = Int32(piece.count / 2)
        frame.pointee.pts = Int64(taken)
        av_channel_layout_default(&frame.pointee.ch_layout, 2)
        try check(av_frame_get_buffer(frame, 0), "change the tempo")
        piece.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: frame.pointee.data.0, count: bytes.count)
                .copyMemory(from: bytes)
        }
        taken += piece.count / 2
        try check(av_buffersrc_add_frame(input, frame), "change the tempo")
    }

    private func nextPiece() throws(MediaError) -> [Float]? {
        if silence == 0 {
            switch try source.next() {
            case .samples(let samples): return samples
            case .silence(let count): silence = count
            case nil: return nil
            }
        }
        let count = min(silence, 4_096)
        silence -= count
        return [Float](repeating: 0, count: 2 * count)
    }

    private func samples(of frame: AVFrame) -> [Float] {
        guard let data = frame.data.0 else { return [] }
        let count = 2 * Int(frame.nb_samples)
        return data.withMemoryRebound(to: Float.self, capacity: count) {
            Array(UnsafeBufferPointer(start: $0, count: count))
        }
    }
}
