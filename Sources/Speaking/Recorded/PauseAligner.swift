/// Finds the sentences of a text in one recording of it, by the pauses between them.
struct PauseAligner {
    /// What is shorter is a gap between words, in milliseconds.
    private static let shortestPause = 120

    /// In steps of the envelope.
    private static let softness = 8

    private let sentences: [String]
    private let samples: [Float]
    private let sampleRate: Int
    private let time: SoundTime

    init(_ sentences: [String], samples: [Float], sampleRate: Int) {
        self.sentences = sentences
        self.samples = samples
        self.sampleRate = sampleRate
        time = SoundTime(
            EnergyEnvelope(samples, sampleRate: sampleRate), pausesAtLeast: Self.shortestPause)
    }

    /// Returns one speech for each sentence.
    ///
    /// - Throws: `SpeechError` in the name of `engine` where the sound is far too short or too long
    ///   for the text.
    func speeches(engine: String) throws(SpeechError) -> [Speech] {
        try requireLikelyPace(engine)
        let step = sampleRate * EnergyEnvelope.step / 1_000
        let ranges = ranges()
        return sentences.indices.map { index in
            let steps = ranges[index]
            let before = index > 0 ? ranges[index - 1].upperBound : 0
            let after =
                index + 1 < ranges.count ? ranges[index + 1].lowerBound : samples.count / step
            // Soft sounds at the ends are below the level of a pause: half of it, at most 80 ms,
            // goes with its sentence and is trimmed by a finer measure.
            let start = steps.lowerBound - min((steps.lowerBound - before) / 2, Self.softness)
            let end = steps.upperBound + min((after - steps.upperBound) / 2, Self.softness)
            let range = (start * step..<max(end, start) * step).clamped(to: 0..<samples.count)
            return Speech(
                timing: sentences[index], samples: Array(samples[range]), sampleRate: sampleRate)
        }
    }

    /// Returns the steps of the envelope in which each sentence is heard.
    func ranges() -> [Range<Int>] {
        guard !sentences.isEmpty else { return [] }
        let seams = self.seams
        let cuts = self.cuts(for: seams)
        let matches = PauseMatcher(
            seams: seams,
            pauses: cuts.map {
                PauseMatcher.Pause(
                    time: time.seconds(before: $0.lowerBound),
                    length: Double($0.count * EnergyEnvelope.step) / 1_000)
            },
            total: time.total, spread: 0.25, matchesEverySeam: true
        ).matches()
        let active = time.envelope.active
        var start = active.lowerBound
        var ranges: [Range<Int>] = []
        for (seam, match) in matches.enumerated() {
            let cut = match.map { cuts[$0] } ?? predicted(seams[seam])
            let end = max(cut.lowerBound, start)
            ranges.append(start..<end)
            start = max(cut.upperBound, end)
        }
        return ranges + [start..<max(active.upperBound, start)]
    }

    private var weights: [Double] {
        sentences.map { sentence in
            max(TextWord.split(sentence).reduce(0) { $0 + WordWeights.byLetters($1.text) }, 0.2)
        }
    }

    /// Where the sentences are expected to part if all are spoken at one pace.
    private var seams: [PauseMatcher.Seam] {
        let weights = weights
        let pace = time.total / weights.reduce(0, +)
        var passed = 0.0
        return weights.dropLast().map {
            passed += $0 * pace
            return PauseMatcher.Seam(time: passed, wantsPause: true)
        }
    }

    private func predicted(_ seam: PauseMatcher.Seam) -> Range<Int> {
        let step = time.step(at: seam.time)
        return step..<step
    }

    /// The places where the sound may be cut, in order: its longest pauses, and where those are
    /// too few the dips near the expected seams.
    private func cuts(for seams: [PauseMatcher.Seam]) -> [Range<Int>] {
        let most = seams.count * 8 + 40
        let longest = time.pauses.sorted { $0.count > $1.count }.prefix(most)
        var cuts = Array(longest)
        for seam in seams {
            let step = time.step(at: seam.time)
            let dip = time.envelope.dip(near: step, reach: 30) ?? step
            if !cuts.contains(where: { $0.lowerBound - 5 <= dip && dip <= $0.upperBound + 5 }) {
                cuts.append(dip..<dip)
            }
        }
        return cuts.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Speech has three to seven syllables a second; far from it this is another text.
    private func requireLikelyPace(_ engine: String) throws(SpeechError) {
        let pace = weights.reduce(0, +) / max(time.total, 0.001)
        guard 0.7...18 ~= pace else {
            let seconds = (time.total * 10).rounded() / 10
            throw SpeechError(
                engine,
                "it has \(seconds) s of sound for \(sentences.count) sentences, too "
                    + "\(pace < 1 ? "long" : "short") for this text; is it a recording of it?")
        }
    }
}
