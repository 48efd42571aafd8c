import Foundation
import Planning

/// A picture of the main track on its way to another place or length.
struct Shot {
    var segment: Draft.Segment

    /// Milliseconds.
    var length: Int

    /// What was empty before it.
    var gap = 0

    /// The time that it showed before; nil for a new one.
    var old: Range<Int>?

    /// Whether its length is what was asked for, so that nothing else may change it.
    var isFixed = false
}

extension Draft.Segment {
    /// Lets it start so much later in its source, and end so long after.
    ///
    /// - Parameters: front: milliseconds of the timeline that go. length: what stays of it.
    ///   movesSource: whether the source goes on under it; else it starts anew. source: the length
    ///   of the source, nil where nobody knows.
    mutating func cut(front: Int, to length: Int, movesSource: Bool, source: Int? = nil) {
        if front > 0, movesSource {
            let skipped = Double(front) * (speed ?? 1)
            sourceStart = inside(source, (sourceStart ?? 0) + Int(skipped.rounded()))
        }
        trimWords(front: front, to: length)
        if front > 0 { shiftKeys(by: front) }
    }

    /// Returns a start in the source: a loop has come round, all else stands still at its end.
    private func inside(_ source: Int?, _ time: Int) -> Int {
        guard let source, time >= source else { return time }
        return loop == true ? time % max(1, source) : max(0, source - 1)
    }

    /// Keeps the word timings that lie in what stays.
    mutating func trimWords(front: Int = 0, to length: Int) {
        guard let words else { return }
        let kept = words.compactMap { word -> WordTiming? in
            let start = max(word.start - front, 0)
            let end = min(word.start + word.duration - front, length)
            guard end > start else { return nil }
            return WordTiming(start: start, duration: end - start, word: word.word)
        }
        self.words = kept.isEmpty ? nil : kept
    }

    /// Lets animation keys run on as if the segment had begun `front` milliseconds earlier.
    private mutating func shiftKeys(by front: Int) {
        for (property, keys) in animationKeys {
            var shifted = keys.filter { $0.time >= front }
            if let before = keys.last(where: { $0.time < front }) {
                var first = before
                first.time = front
                if let next = shifted.first, next.time > before.time {
                    let time = Double(front - before.time) / Double(next.time - before.time)
                    let progress = (before.easing ?? .linear).value(at: time)
                    first.value += (next.value - before.value) * progress
                }
                shifted.insert(first, at: 0)
            }
            animationKeys[property] = shifted.map {
                AnimationKey(time: $0.time - front, value: $0.value, easing: $0.easing)
            }
        }
    }
}
