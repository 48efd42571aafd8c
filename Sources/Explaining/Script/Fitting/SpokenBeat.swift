import Foundation
import Planning

/// A beat as lengths alone.
struct SpokenBeat: Hashable, Sendable {
    /// The index of the beat in its storyboard.
    var beat: Int

    /// Its sentences as indices into all sentences, and their lengths in milliseconds.
    var sentences: [Int]
    var durations: [Int]

    /// Ranks of the sentences, never lower than the beat's.
    var ranks: [Int]

    var leastDuration: Int

    static func all(of storyboard: Storyboard, measured: [Int]) -> [SpokenBeat] {
        let estimated = storyboard.estimatedDurations
        var next = 0
        return storyboard.beats.enumerated().map { index, beat in
            let sentences = Array(next..<(next + beat.sentences.count))
            next += beat.sentences.count
            return SpokenBeat(
                beat: index, sentences: sentences,
                durations: sentences.map {
                    max(0, $0 < measured.count ? measured[$0] : estimated[$0])
                },
                ranks: beat.sentences.map { max($0.rank, beat.rank) },
                leastDuration: beat.leastDuration)
        }
    }

    /// The beat with its first `count` sentences.
    func keeping(first count: Int) -> SpokenBeat { keeping(Array(sentences.indices.prefix(count))) }

    /// The beat with the `count` sentences of lowest rank, in their order.
    func keeping(best count: Int) -> SpokenBeat {
        let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
        return keeping(order.prefix(count).sorted())
    }

    private func keeping(_ indices: [Int]) -> SpokenBeat {
        var short = self
        short.sentences = indices.map { sentences[$0] }
        short.durations = indices.map { durations[$0] }
        short.ranks = indices.map { ranks[$0] }
        return short
    }

    /// How long the beat is seen, with the pause after its last sentence.
    func length(_ pacing: Pacing, rate: Double, isLast: Bool) -> Int {
        let speech = durations.reduce(0) { $0 + Int((Double($1) / rate).rounded()) }
        let between = max(durations.count - 1, 0) * pacing.sentencePause
        return max(leastDuration, speech + between + (isLast ? pacing.hold : pacing.beatPause))
    }
}

/// When beats are seen and sentences heard.
struct Timetable: Hashable {
    private(set) var beats: [FittedScript.BeatTime] = []
    private(set) var duration = 0

    init(_ spoken: [SpokenBeat], pacing: Pacing, rate: Double) {
        for (index, beat) in spoken.enumerated() {
            let lead = index == 0 ? pacing.lead : 0
            let length =
                lead + beat.length(pacing, rate: rate, isLast: index == spoken.count - 1)
            var time = duration + lead
            let sentences = beat.durations.map { natural in
                let sentence = FittedScript.SentenceTime(
                    start: time, duration: Int((Double(natural) / rate).rounded()))
                time += sentence.duration + pacing.sentencePause
                return sentence
            }
            beats.append(.init(start: duration, duration: length, sentences: sentences))
            duration += length
        }
    }
}

extension Storyboard {
    /// Guesses of how long each sentence takes, beat after beat, in milliseconds.
    package var estimatedDurations: [Int] {
        beats.flatMap(\.sentences).map {
            SpeakingTime.estimate($0.text, language: language)
        }
    }

    /// The storyboard with the beats and sentences of `kept` alone.
    ///
    /// A chapter of a beat that is left out starts at the next beat that is kept and has none.
    func keeping(_ kept: [SpokenBeat]) -> Storyboard {
        let all = beats.flatMap(\.sentences)
        var chapters = Dictionary(
            uniqueKeysWithValues: kept.map { ($0.beat, beats[$0.beat].chapter) })
        for (index, beat) in beats.enumerated() where beat.chapter != nil && chapters[index] == nil
        {
            let following = beats.indices.dropFirst(index + 1).prefix { beats[$0].chapter == nil }
            if let heir = following.first(where: { chapters[$0] != nil }) {
                chapters[heir] = beat.chapter
            }
        }
        var short = self
        short.beats = kept.map { spoken in
            var beat = beats[spoken.beat]
            beat.sentences = spoken.sentences.map { all[$0] }
            beat.chapter = chapters[spoken.beat] ?? nil
            return beat
        }
        return short
    }
}
