import Foundation
import Media

extension SoundPair {
    /// The most clicks that are looked at and named.
    private static let most = 200

    /// Says where B clicks and A, of which `store` has the samples, does not.
    ///
    /// What is at the edge of a gap, or of either sound, is no click of its own.
    func clicks(_ store: PCMStore, lost: [Lost]) throws(MediaError) -> [Comparison.Finding] {
        var times: [Double] = []
        for click in b.clicks.prefix(Self.most) {
            let seconds = line.inA(click.seconds)
            guard isInside(click.seconds, margin: 0.02, lost),
                try Self.bend(of: store, at: seconds) * gain * 3 < click.height
            else { continue }
            times.append(seconds)
        }
        for seconds in smeared(lost) where times.count < Self.most {
            if !times.contains(where: { abs($0 - seconds) < 0.05 }) { times.append(seconds) }
        }
        return times.sorted().map { seconds in
            Comparison.Finding(
                .click, .warning, at_ms: seconds * 1_000, a: 0, b: 1,
                "B clicks at \(seconds.text(3)) s, A does not")
        }
    }

    /// By how much B is louder; what it plays louder is no click.
    private var gain: Float {
        guard let first = a.loudness.integrated, let second = b.loudness.integrated else {
            return 1
        }
        return Float(max(pow(10, (second - first) / 20), 1))
    }

    /// Returns whether a time of B lies away from all edges, by `margin` seconds.
    private func isInside(_ seconds: Double, margin: Double, _ lost: [Lost]) -> Bool {
        let there = line.inA(seconds)
        let end = min(b.tail?.end ?? b.seconds, line.inB(a.tail?.end ?? a.seconds))
        return seconds > margin && there > margin && seconds < end - margin
            && !lost.contains {
                abs($0.range.lowerBound - seconds) < margin
                    || abs($0.range.upperBound - seconds) < margin
            }
    }

    /// What a burst bends the wave at least, over A, and over B to both its sides.
    private static let least: Float = 0.08
    private static let overA: Float = 4
    private static let overB: Float = 3

    /// Returns the times of A where B has a short burst of highs that A lacks.
    ///
    /// That is what AAC makes of a click where its encoder overlooks it: noise of up to 40 ms. Only
    /// beside A it can be told from a drum.
    private func smeared(_ lost: [Lost]) -> [Double] {
        b.bends.indices.compactMap { index in
            let height = b.bends[index]
            guard height >= Self.least, index >= 10, index + 10 < b.bends.count,
                b.bends[index - 10..<index].allSatisfy({ $0 < height }),
                b.bends[index...index + 10].allSatisfy({ $0 <= height }),
                b.bends[index - 10..<index - 4].allSatisfy({ $0 * Self.overB < height }),
                b.bends[index + 5...index + 10].allSatisfy({ $0 * Self.overB < height })
            else { return nil }
            let seconds = (Double(index) + 0.5) * SoundAnalysis.frame
            // Where B is clipped, that is the burst.
            let isClipped = b.clipped[index - 10...index + 10].contains { $0 > 0 }
            guard !isClipped, isInside(seconds, margin: 0.06, lost) else { return nil }
            let there = line.inA(seconds)
            let centre = Int(there / SoundAnalysis.frame)
            let near = (centre - 3..<centre + 4).clamped(to: a.bends.indices)
            let known = a.bends[near].max() ?? 0
            return known * gain * Self.overA < height ? there : nil
        }
    }

    /// Returns the largest second difference within 10 ms of a time in seconds.
    private static func bend(of store: PCMStore, at seconds: Double) throws(MediaError) -> Float {
        let block = try store.block(at: Int(seconds * 48_000) - 480, count: 960)
        var cells = SoundCells()
        cells.take(block)
        return cells.bends.max() ?? 0
    }
}
