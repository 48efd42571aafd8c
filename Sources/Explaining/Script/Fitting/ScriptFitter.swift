import Foundation

/// Chooses beats and sentences, then pauses, then the pace of speech, so that a script takes the
/// time it was given.
package struct ScriptFitter: Sendable {
    /// The length to reach in milliseconds.
    package var target: Int

    /// How far the pace of speech may be moved.
    package static let rates = 0.92...1.12

    package init(target: Int) { self.target = target }

    /// Cuts `storyboard` by estimated speaking times.
    package func fit(_ storyboard: Storyboard) -> FittedScript {
        choose(storyboard, measured: storyboard.estimatedDurations)
    }

    /// Cuts `storyboard` by the real lengths of its spoken sentences.
    ///
    /// - Parameters:
    ///   - storyboard: more than fits, with ranks; best what `shortlist` returned.
    ///   - measured: for each sentence, beat after beat, its length in milliseconds at rate 1;
    ///     sentences without one are estimated.
    package func choose(_ storyboard: Storyboard, measured: [Int]) -> FittedScript {
        let beats = SpokenBeat.all(of: storyboard, measured: measured)
        let kept =
            storyboard.isVerbatim ? beginning(of: beats) : BeatSelection(beats, target).best()
        var fitted = paced(kept, of: storyboard)
        if storyboard.isVerbatim { noteOmission(&fitted, from: storyboard) } else { note(&fitted) }
        return fitted
    }

    /// Returns what of `storyboard` is worth speaking: somewhat more than fits, so that `choose`
    /// has a choice.
    package func shortlist(_ storyboard: Storyboard) -> Storyboard {
        var wide = ScriptFitter(target: target + target / 4 + 4000).fit(storyboard).storyboard
        wide.notices = storyboard.notices
        return wide
    }

    /// The beginning whose length comes nearest; no sentence in the middle is ever left out.
    private func beginning(of beats: [SpokenBeat]) -> [SpokenBeat] {
        var best: [SpokenBeat] = []
        var prefix: [SpokenBeat] = []
        for beat in beats {
            for count in 1...max(beat.durations.count, 1) {
                let candidate = prefix + [beat.keeping(first: count)]
                if best.isEmpty || miss(candidate) < miss(best) { best = candidate }
            }
            prefix.append(beat)
            if length(prefix, .tight, rate: Self.rates.upperBound) > target { break }
        }
        return best
    }

    /// How far `beats` end from the target with the best pauses and rate, in milliseconds; pauses
    /// far from natural count a little.
    private func miss(_ beats: [SpokenBeat]) -> Int {
        let shortest = length(beats, .tight, rate: Self.rates.upperBound)
        let longest = length(beats, .loose, rate: Self.rates.lowerBound)
        let outside = max(shortest - target, target - longest, 0)
        return outside * 100 + abs(length(beats, .natural, rate: 1) - target)
    }

    private func length(_ beats: [SpokenBeat], _ pacing: Pacing, rate: Double) -> Int {
        Timetable(beats, pacing: pacing, rate: rate).duration
    }

    /// Finds pauses, then a rate, with which `beats` take the target's time.
    private func paced(_ beats: [SpokenBeat], of storyboard: Storyboard) -> FittedScript {
        var (ease, rate) = (0.0, 1.0)
        if length(beats, .tight, rate: 1) > target {
            ease = -1
            rate = bisect(Self.rates) { length(beats, .tight, rate: $0) <= target }
        } else if length(beats, .loose, rate: 1) < target {
            ease = 1
            rate = bisect(Self.rates) { length(beats, .loose, rate: $0) <= target }
        } else {
            ease = bisect(-1...1) { length(beats, .at($0), rate: 1) >= target }
        }
        let pacing = Pacing.at(ease)
        let table = Timetable(beats, pacing: pacing, rate: rate)
        return FittedScript(
            storyboard: storyboard.keeping(beats), kept: beats.flatMap(\.sentences),
            pacing: pacing, rate: rate, duration: table.duration, beats: table.beats)
    }

    /// The least value in `range` for which `holds`, the upper bound where none does.
    private func bisect(
        _ range: ClosedRange<Double>, _ holds: (Double) -> Bool
    ) -> Double {
        var (low, high) = (range.lowerBound, range.upperBound)
        if holds(low) { return low }
        for _ in 0..<16 {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return (high * 10000).rounded() / 10000
    }

    /// Adds a notice where the end of the user's own text is left out, or its length is another.
    private func noteOmission(_ fitted: inout FittedScript, from whole: Storyboard) {
        let all = whole.beats.reduce(0) { $0 + $1.sentences.count }
        let seconds = String(format: "%.1f s", Double(fitted.duration) / 1000)
        if fitted.kept.count < all {
            fitted.storyboard.notices.append(
                "The text is longer than the time asked for: its last "
                    + "\(all - fitted.kept.count) of \(all) sentences are left out.")
        }
        guard abs(fitted.duration - target) > 500 else { return }
        fitted.storyboard.notices.append("With this text the video takes \(seconds).")
    }

    /// Adds a notice where the target was missed by more than half a second.
    private func note(_ fitted: inout FittedScript) {
        let seconds = String(format: "%.1f s", Double(fitted.duration) / 1000)
        let asked = String(format: "%.1f s", Double(target) / 1000)
        if fitted.duration > target + 500 {
            fitted.storyboard.notices.append(
                "\(asked) is too short even for one sentence; the video takes \(seconds).")
        } else if fitted.duration < target - 500 {
            fitted.storyboard.notices.append(
                "There is material for \(seconds), not for \(asked); the video is that long.")
        }
        guard target < 5000, fitted.duration <= target + 500 else { return }
        fitted.storyboard.notices.append(
            "\(asked) has room for the opening alone; an explanation needs about 15 s.")
    }
}
