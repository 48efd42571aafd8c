/// Finds which pause of a recording stands at which seam of its text.
///
/// Seams are expected at times that follow from the text; pauses are heard. Both lists run in
/// order, so the cheapest pairing is found by dynamic programming. Times leave the pauses out: they
/// count seconds of sound, which texts foretell better than pauses.
struct PauseMatcher {
    /// A place where the text may be parted.
    struct Seam: Hashable {
        /// Expected seconds of sound before it, ascending.
        var time: Double

        /// Whether a speaker would pause here.
        var wantsPause: Bool
    }

    /// A place where the sound may be parted.
    struct Pause: Hashable {
        /// Seconds of sound before it, ascending.
        var time: Double

        /// Its length in seconds; 0 for a mere dip.
        var length: Double
    }

    var seams: [Seam]
    var pauses: [Pause]

    /// Seconds of sound in all.
    var total: Double

    /// The variance of the length of a second of speech, in seconds squared.
    var spread: Double

    /// Whether each seam must get a pause; there must then be as many pauses as seams.
    var matchesEverySeam = false

    /// A pairing up to one seam and one pause: its cost, and the pair before.
    private struct Step {
        var cost: Double
        var previous: (seam: Int, pause: Int)?
    }

    /// Returns for each seam the index of its pause, nil where it has none.
    func matches() -> [Int?] {
        let skippedPauses = sums(pauses.map(costOfSkipping))
        let skippedSeams = sums(seams.map { $0.wantsPause ? 3 : 0 })
        var table = [[Step?]](
            repeating: [Step?](repeating: nil, count: pauses.count), count: seams.count)
        var best = Step(cost: skippedPauses[pauses.count] + skippedSeams[seams.count])
        for seam in seams.indices {
            for pause in pauses.indices {
                let step = cheapest(to: (seam, pause), in: table, skippedPauses, skippedSeams)
                table[seam][pause] = step
                guard let step, !matchesEverySeam || seam == seams.count - 1 else { continue }
                let rest =
                    deviation(total - pauses[pause].time, total - seams[seam].time)
                    + skippedPauses[pauses.count] - skippedPauses[pause + 1]
                    + skippedSeams[seams.count] - skippedSeams[seam + 1]
                let isFirst = matchesEverySeam && best.previous == nil
                if isFirst || step.cost + rest < best.cost {
                    best = Step(cost: step.cost + rest, previous: (seam, pause))
                }
            }
        }
        return walk(back: best, through: table)
    }

    private func cheapest(
        to pair: (seam: Int, pause: Int), in table: [[Step?]], _ skippedPauses: [Double],
        _ skippedSeams: [Double]
    ) -> Step? {
        let (seam, pause) = pair
        let own = seams[seam].wantsPause ? 0.0 : 4.0
        var best: Step?
        if seam == 0 || !matchesEverySeam {
            let cost =
                deviation(pauses[pause].time, seams[seam].time) + skippedPauses[pause]
                + skippedSeams[seam]
            best = Step(cost: own + cost)
        }
        // Further back than this, pairs between would have been cheaper.
        let firstSeam = matchesEverySeam ? seam - 1 : seam - 24
        for earlier in max(firstSeam, 0)..<max(seam, 0) {
            for before in max(pause - 48, 0)..<pause {
                guard let step = table[earlier][before] else { continue }
                let cost =
                    step.cost + own
                    + deviation(
                        pauses[pause].time - pauses[before].time,
                        seams[seam].time - seams[earlier].time)
                    + skippedPauses[pause] - skippedPauses[before + 1]
                    + skippedSeams[seam] - skippedSeams[earlier + 1]
                if cost < best?.cost ?? .infinity {
                    best = Step(cost: cost, previous: (earlier, before))
                }
            }
        }
        return best
    }

    private func walk(back end: Step, through table: [[Step?]]) -> [Int?] {
        var matches = [Int?](repeating: nil, count: seams.count)
        var pair = end.previous
        while let (seam, pause) = pair {
            matches[seam] = pause
            pair = table[seam][pause]?.previous
        }
        return matches
    }

    /// What it costs that a stretch of text takes `heard` instead of `expected` seconds.
    private func deviation(_ heard: Double, _ expected: Double) -> Double {
        let error = heard - expected
        return error * error / (spread * max(expected, 0) + 0.001)
    }

    /// A long pause inside a word or a sentence is unlikely.
    private func costOfSkipping(_ pause: Pause) -> Double { min(pause.length / 0.08, 12) }

    private func sums(_ values: [Double]) -> [Double] {
        values.reduce(into: [0]) { sums, value in sums.append((sums.last ?? 0) + value) }
    }
}
