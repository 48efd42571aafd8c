package import Media

/// How much pans and zooms tremble: what is left of the picture's acceleration without its even
/// part.
package enum Tremble {
    /// Frames on each side over which an even acceleration is taken.
    private static let reach = 4

    /// Measures the film at `path`.
    ///
    /// - Returns: pixels of 1080 lines a frame²; nil where nothing moves as a whole.
    /// - Throws: an error that names the file, the cause and what to do.
    package static func measure(path: String) throws(MediaError) -> Double? {
        noise(try MotionTrack.read(path: path))
    }

    /// The trimmed mean of accelerations, without what neighbours share, as `measure` gives it.
    static func noise(_ track: MotionTrack) -> Double? {
        var noises: [Double] = []
        // What is cut between has no acceleration.
        for stretch in track.moves.split(separator: nil) {
            let stretch = stretch.compactMap(\.self)
            guard stretch.count > 2 * reach else { continue }
            let changes = zip(stretch.dropFirst(), stretch).map { next, last in
                PictureMove.Change(
                    shift: next.shift - last.shift, growth: next.growth - last.growth)
            }
            for index in changes.indices {
                let near = max(index - reach, 0)...min(index + reach, changes.count - 1)
                let speeds = near.map { track.speed(stretch[$0]) }
                guard speeds.reduce(0, +) / Double(speeds.count) > 0.03 else { continue }
                let mean = PictureMove.Change.mean(changes[near])
                let shift = changes[index].shift - mean.shift
                let growth = (changes[index].growth - mean.growth) * track.radius
                noises.append(((shift * shift).sum() + growth * growth).squareRoot())
            }
        }
        guard noises.count >= 8 else { return nil }
        // Single jerks are faults of their own, not trembling.
        let kept = noises.sorted().prefix(noises.count - noises.count / 20)
        return kept.reduce(0, +) / Double(kept.count) * 1080 / Double(track.height)
    }
}

extension PictureMove {
    /// A change of the move from one frame to the next.
    fileprivate struct Change {
        var shift: SIMD2<Double>
        var growth: Double

        static func mean(_ changes: ArraySlice<Change>) -> Change {
            let n = Double(max(changes.count, 1))
            return Change(
                shift: changes.reduce(SIMD2<Double>.zero) { $0 + $1.shift } / n,
                growth: changes.reduce(0) { $0 + $1.growth } / n)
        }
    }
}
