/// Reads lost and repeated frames off the way that B takes through A's frames.
struct FrameSteps {
    struct Event: Hashable, Sendable {
        enum Kind { case dropped, duplicated }

        var kind: Kind
        var count: Int
        /// Seconds of A.
        var time: Double
        /// Whether a neighbour stands in for what was lost.
        var isFilled = false
    }

    let a: VideoSignature
    let b: VideoSignature
    let alignment: PictureAlignment
    /// Stretches that are told of otherwise.
    let apart: [Stretches.Stretch]

    /// The events in order.
    func events() -> [Event] {
        guard alignment.isTimed, a.frameRate > 0, b.frameRate > 0 else { return [] }
        let ratio = b.frameRate * (1 + alignment.drift * 1e-6) / a.frameRate
        // Other rates repeat frames, or leave some out, of need.
        let (mayRepeat, mayDrop) = (ratio > 1.01, ratio < 0.99)
        var events: [Event] = []
        var repeats: [(index: Int, count: Int)] = []
        for index in alignment.path.indices.dropFirst() {
            let (before, shown) = (alignment.path[index - 1], alignment.path[index])
            guard before >= 0, shown >= 0, index < b.pictureCount,
                !apart.contains(where: {
                    $0.contains(b.frames[index].time, margin: 2.5 / b.frameRate)
                })
            else { continue }
            if shown > before + 1, !mayDrop, skips(before, shown, index) || lasts(index) {
                let count = shown - before - 1
                let near = repeats.last.map { index - $0.index <= $0.count + 1 } ?? false
                if near, let filler = repeats.popLast(), filler.count > count {
                    repeats.append((filler.index, filler.count - count))
                }
                events.append(
                    Event(
                        kind: .dropped, count: count, time: a.frames[before + 1].time,
                        isFilled: near || gap(index) > 1.5 / b.frameRate))
            } else if shown <= before, !mayRepeat, stands(shown, index) || lasts(index) {
                if let last = repeats.last, last.index + last.count == index {
                    repeats[repeats.count - 1].count += 1
                } else {
                    repeats.append((index, 1))
                }
            }
        }
        for filler in repeats { add(filler, to: &events) }
        return events.sorted { $0.time < $1.time }
    }

    /// Adds a repeated frame, unless it stands in for one that was lost a moment ago.
    private func add(_ filler: (index: Int, count: Int), to events: inout [Event]) {
        let time = alignment.timeInA(b.frames[filler.index].time)
        var count = filler.count
        let lost = events.firstIndex {
            $0.kind == .dropped && !$0.isFilled && abs($0.time - time) < 3.5 / b.frameRate
        }
        if let lost {
            events[lost].isFilled = true
            count -= events[lost].count
        }
        guard count > 0 else { return }
        events.append(Event(kind: .duplicated, count: count, time: time))
    }

    private func gap(_ index: Int) -> Double { b.frames[index].time - b.frames[index - 1].time }

    /// Whether what lies between A's frames `before` and `shown` was there to be seen, and B jumps
    /// over it.
    private func skips(_ before: Int, _ shown: Int, _ index: Int) -> Bool {
        guard shown < a.pictureCount, let jump = a.difference(before, shown) else { return false }
        let steps = (before + 1..<shown).compactMap { middle -> Double? in
            guard let one = a.difference(before, middle), let two = a.difference(middle, shown)
            else { return nil }
            return min(one, two)
        }
        guard let least = steps.max(), least > 2 * VideoSignature.noise else { return false }
        return b.frames[index].change > 0.75 * jump
    }

    /// Whether B runs evenly for some frames on both sides of a step, which is none of noise then.
    private func lasts(_ index: Int) -> Bool {
        let path = alignment.path
        let ratio = b.frameRate / a.frameRate
        guard abs(alignment.drift) < 100, abs(ratio - 1) < 1e-3, index >= 8,
            index + 8 <= path.count, path[index] >= 8
        else { return false }
        return (1..<8).allSatisfy {
            path[index + $0] == path[index] + $0 && path[index - 1 - $0] == path[index - 1] - $0
        }
    }

    /// Whether B repeats its frame while A moves.
    private func stands(_ shown: Int, _ index: Int) -> Bool {
        guard shown > 0, shown + 1 < a.frames.count else { return false }
        let motion = min(a.frames[shown].change, a.frames[shown + 1].change)
        return motion > 2 * VideoSignature.noise
            && b.frames[index].change < max(VideoSignature.noise, 0.2 * motion)
    }
}
