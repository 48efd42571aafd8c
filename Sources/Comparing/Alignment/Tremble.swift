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

    /// What no more than an encoder adds to a film of so many `lines`: a tenth of its own pixels, in
    /// those of 1080 lines.
    ///
    /// Zooms at whole pixels have 0.15 (of a picture four times as large) to 1 of their own pixels, an
    /// even one has 0.03.
    static func bar(lines: Int) -> Double { 0.1 * max(1080 / Double(max(lines, 1)), 1) }

    /// The trimmed mean of accelerations, without what neighbours share, as `measure` gives it.
    static func noise(_ track: MotionTrack) -> Double? {
        // What is cut between has no acceleration.
        let all = track.moves.split(separator: nil).flatMap { stretch in
            noises(stretch.compactMap(\.self), of: track, from: stretch.startIndex)
        }
        guard all.count >= 8 else { return nil }
        // Single jerks are faults of their own, not trembling.
        let kept = all.sorted().prefix(all.count - all.count / 20)
        return kept.reduce(0, +) / Double(kept.count) * 1080 / Double(track.height)
    }

    /// What each change of the moves that follow frame `start` has of its own, in pixels, where the
    /// picture moves for long.
    private static func noises(
        _ moves: [PictureMove], of track: MotionTrack, from start: Int
    ) -> [Double] {
        guard moves.count > 2 * reach else { return [] }
        let changes = zip(moves.dropFirst(), moves).map { next, last in
            PictureMove.Change(shift: next.shift - last.shift, growth: next.growth - last.growth)
        }
        func near(_ index: Int) -> ClosedRange<Int> {
            max(index - reach, 0)...min(index + reach, changes.count - 1)
        }
        let moving = changes.indices.filter { index in
            let speeds = near(index).map { track.speed(moves[$0]) }
            return speeds.reduce(0, +) / Double(speeds.count) > 0.03
        }
        let times = track.times[start...].prefix(moves.count + 1).map(\.self)
        return longRuns(moving, times).map { index in
            let mean = PictureMove.Change.mean(changes[near(index)])
            let shift = changes[index].shift - mean.shift
            let growth = (changes[index].growth - mean.growth) * track.radius
            return ((shift * shift).sum() + growth * growth).squareRoot()
        }
    }

    /// Seconds that a pan or a zoom lasts at least; a text that comes or goes moves for half of that.
    private static let leastDuration = 1.0
    /// Seconds for which a slow one may seem to stand still.
    private static let longestRest = 0.25

    /// Returns those of the rising indices `moving` that belong to a long move; `times` are when the
    /// frames show, in seconds.
    private static func longRuns(_ moving: [Int], _ times: [Double]) -> [Int] {
        var runs: [[Int]] = []
        for index in moving {
            if let last = runs.last?.last, times[index] - times[last] <= longestRest {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        let frame = ((times.last ?? 0) - (times.first ?? 0)) / Double(max(times.count - 1, 1))
        // Neighbours of what moves seem to move.
        let least = leastDuration + Double(2 * reach) * frame
        return runs.filter { times[$0[$0.count - 1] + 1] - times[$0[0]] >= least }.flatMap(\.self)
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
