import Foundation
import Media

extension SoundAnalysis {
    /// Cells that are read at once: a second.
    private static let cells = 2_000

    /// Measures a decoded sound, second by second.
    init(_ store: PCMStore) throws(MediaError) {
        let meter = try LoudnessMeter()
        var cells = SoundCells()
        var finder = ClickFinder()
        var frames = SoundFrames()
        let second = SoundAnalysis.cells * SoundCells.length
        var start = 0
        while start < store.sampleCount {
            let count = min(second, store.sampleCount - start)
            let block = try store.block(at: start, count: count)
            try meter.add(block)
            cells.take(block)
            finder.take(cells.bends)
            frames.take(cells)
            start += count
        }
        finder.finish()
        let seconds = Double(store.sampleCount) / 48_000
        // Files may begin and end in the midst of a sound.
        let inside = 0.005..<max(seconds - 0.005, 0.005)
        self.init(
            seconds: seconds, loudness: try meter.loudness(),
            clicks: finder.clicks.filter { inside.contains($0.seconds) }, clippingRuns: cells.runs,
            clippedSeconds: Double(frames.clipped.reduce(0, +)) / 48_000, silences: [], tail: nil,
            powers: frames.powers, clipped: frames.clipped, bends: frames.bends, edges: frames.edges
        )
        silences = Self.silences(in: powers)
        tail = Self.tail(of: powers)
    }

    /// Entries of 10 ms that a silence has at least.
    private static let shortestSilence = 30

    static func silences(in powers: [Float]) -> [Range<Double>] {
        var found: [Range<Double>] = []
        var start = 0
        for (index, power) in (powers + [1]).enumerated() where power >= silent {
            if index - start >= shortestSilence {
                found.append(Double(start) * frame..<Double(index) * frame)
            }
            start = index + 1
        }
        return found
    }

    private static func tail(of powers: [Float]) -> Tail? {
        guard let last = powers.lastIndex(where: { $0 >= silent }) else { return nil }
        let end = powers[max(last - 1, 0)...last]
        return Tail(
            end: Double(last + 1) * frame, level: (end.reduce(0, +) / Float(end.count)).decibels)
    }
}

/// Cells summed up to entries of 10 and 4 ms.
private struct SoundFrames {
    var powers: [Float] = []
    var clipped: [Int] = []
    var bends: [Float] = []
    var edges: [Float] = []

    private let perFrame = 20
    private let perEdge = 8

    /// Takes the cells in that were measured last; all but the last time, a whole second.
    mutating func take(_ cells: SoundCells) {
        for start in stride(from: 0, to: cells.energies.count, by: perFrame) {
            let range = start..<min(start + perFrame, cells.energies.count)
            let samples = Float(2 * range.count * SoundCells.length)
            powers.append(cells.energies[range].reduce(0, +) / samples)
            clipped.append(cells.clipped[range].reduce(0, +))
            bends.append(cells.bends[range].max() ?? 0)
        }
        for start in stride(from: 0, to: cells.edges.count, by: perEdge) {
            edges.append(cells.edges[start..<min(start + perEdge, cells.edges.count)].reduce(0, +))
        }
    }
}
