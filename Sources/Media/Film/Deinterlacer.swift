import CLibav
import Foundation

/// Makes two whole frames of each frame of two fields, by libavfilter's `bwdif`.
///
/// Frames that were filmed whole pass as they are. One frame of delay: a field is completed from
/// its neighbours on both sides.
final class Deinterlacer {
    private var graph: FilterGraph?

    /// Takes the next frame and returns those that are ready.
    func add(_ timed: TimedFrame) throws(MediaError) -> [TimedFrame] {
        var ready: [TimedFrame] = []
        if let graph, !graph.accepts(timed.frame) {
            ready = try finish()
            self.graph = nil
        }
        let graph = try graph(for: timed.frame)
        timed.frame.raw.pointee.pts = Int64((timed.time * Self.clock).rounded())
        try graph.add(timed.frame)
        return ready + (try received(graph))
    }

    private func graph(for frame: StillFrame) throws(MediaError) -> FilterGraph {
        if let graph { return graph }
        let fresh = try FilterGraph(like: frame, filters: Self.filters)
        graph = fresh
        return fresh
    }

    /// Returns what is still inside.
    func finish() throws(MediaError) -> [TimedFrame] {
        guard let graph else { return [] }
        try graph.add(nil)
        return try received(graph)
    }

    private static let filters = [("bwdif", "mode=send_field:parity=auto:deint=interlaced")]

    /// Steps a second of the times that the filter sees; half steps come back.
    private static let clock = 1e6

    private func received(_ graph: FilterGraph) throws(MediaError) -> [TimedFrame] {
        var ready: [TimedFrame] = []
        while let frame = try graph.next() {
            let time = Double(frame.raw.pointee.pts) * graph.outputTick
            ready.append(TimedFrame(frame: frame, time: time, duration: 0))
        }
        return ready
    }
}
