import CLibav
import Foundation

/// Plays a stereo source faster or slower at its own pitch.
///
/// One `atempo` of libavfilter reaches 0.5...2 without dropping sound: others are chained. Each
/// puts events half a window early; silence ahead of the source makes up for it, so that they lie
/// within 15 ms of their time, 22 ms below half speed.
final class TempoFilter {
    private let source: StereoSource
    private var graph: UnsafeMutablePointer<AVFilterGraph>?
    private var input: UnsafeMutablePointer<AVFilterContext>?
    private var output: UnsafeMutablePointer<AVFilterContext>?
    private var frame: UnsafeMutablePointer<AVFrame>?

    /// Samples of the source handed in so far.
    private(set) var taken = 0

    private var sent = 0

    /// Whether all of the source was handed in.
    private(set) var isAtEnd = false

    /// Silence still to be handed in.
    private var silence: Int

    /// The rate that the filter is told, since its window follows it: 43 ms, half of it where slow
    /// playing would smear events over more than that.
    private let declaredRate: Int

    /// Half a window for each filter, in samples of the source.
    private let lead: Int

    init(_ source: StereoSource, speed: Double) throws(MediaError) {
        let factors = TempoFilter.factors(speed)
        let isSlow = speed < 0.5
        declaredRate = isSlow ? 24_000 : 48_000
        lead = TempoFilter.lead(factors, halfWindow: isSlow ? 470 : 1_024)
        silence = lead
        self.source = source
        graph = try allocated(avfilter_graph_alloc(), "change the tempo")
        frame = try allocated(av_frame_alloc(), "change the tempo")
        graph?.pointee.nb_threads = 1
        input = try add(
            "abuffer",
            "sample_rate=\(declaredRate):sample_fmt=flt:channel_layout=stereo"
                + ":time_base=1/\(declaredRate)")
        try connect(factors)
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

    private static func lead(_ factors: [Double], halfWindow: Double) -> Int {
        var (lead, scale) = (0.0, 1.0)
        for factor in factors {
            lead += halfWindow * scale
            scale *= factor
        }
        return Int(lead)
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

    /// Puts the filters in a row.
    private func connect(_ factors: [Double]) throws(MediaError) {
        var last = input
        for factor in factors {
            let filter = try add("atempo", "tempo=\(factor)")
            try check(avfilter_link(last, 0, filter, 0), "change the tempo")
            last = filter
        }
        output = try add("abuffersink")
        try check(avfilter_link(last, 0, output, 0), "change the tempo")
        try check(avfilter_graph_config(graph, nil), "change the tempo")
    }

    private func add(
        _ name: String, _ arguments: String? = nil
    ) throws(MediaError) -> UnsafeMutablePointer<AVFilterContext>? {
        try allocated(graph, "change the tempo").add(name, arguments)
    }

    private func feed(_ frame: UnsafeMutablePointer<AVFrame>) throws(MediaError) {
        guard let piece = try nextPiece() else {
            try check(av_buffersrc_add_frame(input, nil), "change the tempo")
            return
        }
        frame.pointee.format = AV_SAMPLE_FMT_FLT.rawValue
        frame.pointee.sample_rate = Int32(declaredRate)
        frame.pointee.nb_samples = Int32(piece.count / 2)
        frame.pointee.pts = Int64(sent)
        av_channel_layout_default(&frame.pointee.ch_layout, 2)
        try check(av_frame_get_buffer(frame, 0), "change the tempo")
        piece.withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: frame.pointee.data.0, count: bytes.count)
                .copyMemory(from: bytes)
        }
        sent += piece.count / 2
        try check(av_buffersrc_add_frame(input, frame), "change the tempo")
    }

    private func nextPiece() throws(MediaError) -> [Float]? {
        if silence == 0, !isAtEnd {
            switch try source.next() {
            case .samples(let samples):
                taken += samples.count / 2
                return samples
            case .silence(let count):
                taken += count
                silence = count
            case nil:
                isAtEnd = true
                silence = 2 * lead + 4_096  // Pushes out what is still inside the filters.
            }
        }
        guard silence > 0 else { return nil }
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
