import Foundation

/// What became of a sentence of a draft when it was spoken.
package struct SpokenLine: Hashable, Sendable {
    /// The sound's path, absolute or from the draft's folder; nil where no voice spoke.
    package var source: String?

    /// The length of the sound in milliseconds, at least 1.
    package var duration: Int

    /// The words in order, from the start of the sound.
    package var words: [Draft.Segment.WordTiming]

    package init(source: String?, duration: Int, words: [Draft.Segment.WordTiming]) {
        self.source = source
        self.duration = duration
        self.words = words
    }

    /// Returns the line as a segment plays it from `start` of the sound on, `speed` times as fast.
    func played(from start: Int, speed: Double) -> SpokenLine {
        func scaled(_ time: Int) -> Int {
            max(Int((Double(time - start) / speed + 1e-6).rounded(.down)), 0)
        }
        var line = self
        line.duration = max(scaled(duration), 1)
        line.words = words.filter { $0.start + $0.duration > start }.map { word in
            let begin = scaled(word.start)
            let end = scaled(word.start + word.duration)
            return .init(start: begin, duration: max(end - begin, 1), word: word.word)
        }
        return line
    }
}
