import Media

/// Digital silence that breaks into a sound: what is lost where pieces are joined badly.
///
/// Sounds that end by themselves fade, however fast; here they stand at full height until they are
/// gone and are back at once.
struct SoundHole: Hashable {
    /// In seconds.
    var start: Double
    var end: Double

    /// Cells of half a millisecond: the least and the most that a hole has, the edge of the sound
    /// beside it, and the sound that the edge belongs to.
    private static let least = 4
    private static let most = 1_000
    private static let edge = 2
    private static let beside = 24

    /// The least share of its sound's power that an edge has where nothing faded: a wave of 100 Hz
    /// that is cut at its zero has a quarter, a fade of 5 ms a fiftieth.
    private static let full: Float = 1.0 / 16

    /// The energies of a cell, over both channels, that are −90 dBFS and −45 dBFS.
    private static let silent = 2 * Float(SoundCells.length) * 1e-9
    private static let heard = 2 * Float(SoundCells.length) * 3.2e-5

    /// A second.
    private static let piece = 2_000

    static func find(in store: PCMStore) throws(MediaError) -> [SoundHole] {
        var energies: [Float] = []
        var cells = SoundCells()
        var start = 0
        while start < store.sampleCount {
            let count = min(piece * SoundCells.length, store.sampleCount - start)
            cells.take(try store.block(at: start, count: count))
            energies += cells.energies
            start += count
        }
        return find(in: energies)
    }

    private static func find(in energies: [Float]) -> [SoundHole] {
        var holes: [SoundHole] = []
        var start: Int?
        for (index, energy) in energies.enumerated() {
            if energy < silent {
                start = start ?? index
            } else if let begin = start {
                start = nil
                let isHole =
                    (least...most).contains(index - begin)
                    && isWhole(energies, begin - beside..<begin, edge: begin - edge..<begin)
                    && isWhole(energies, index..<index + beside, edge: index..<index + edge)
                guard isHole else { continue }
                let cell = Double(SoundCells.length) / 48_000
                holes.append(
                    SoundHole(start: Double(begin) * cell, end: Double(index) * cell))
            }
        }
        return holes
    }

    /// Whether a sound is heard and stands at its height at its edge.
    private static func isWhole(
        _ energies: [Float], _ sound: Range<Int>, edge: Range<Int>
    ) -> Bool {
        guard sound.lowerBound >= 0, sound.upperBound <= energies.count else { return false }
        func mean(_ range: Range<Int>) -> Float {
            energies[range].reduce(0, +) / Float(range.count)
        }
        return mean(sound) >= heard && mean(edge) >= full * mean(sound)
    }
}
