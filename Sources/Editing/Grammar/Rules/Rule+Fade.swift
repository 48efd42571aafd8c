import Foundation
import Planning

extension Rule {
    /// What a fade is of, for the lengths that it has where nobody says.
    enum FadedKind { case music, text, whole }

    /// Fades of the whole or of a thing.
    static func fade(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let targets = clause.takeTargets(scene) { _ in true }
        let isWhole = clause.takeAll(.whole)
        if targets.isEmpty || isWhole {
            guard let (start, end) = fadeTimes(&clause, of: .whole) else { return nil }
            clause.takeAll(.pronoun)
            clause.takeAllWords()
            _ = clause.takePreposition(.front, .back)
            return [.fadeWhole(in: start, out: end)]
        }
        let kind: FadedKind = targets.allSatisfy { $0.kind.isSound } ? .music : .text
        guard let (start, end) = fadeTimes(&clause, of: kind) else { return nil }
        clause.takeAllWords()
        _ = clause.takePreposition(.front, .back, .during)
        return targets.map { .fade($0, in: start, out: end) }
    }

    /// Takes "fade in over 1 s", "fade in and out", "no fade-out"; milliseconds, nil for a side that is
    /// not spoken of.
    static func fadeTimes(
        _ clause: inout Clause, of kind: FadedKind
    ) -> (start: Int?, end: Int?)? {
        var copy = clause
        var (hasIn, hasOut) = (false, false)
        for index in copy.tokens.indices where !copy.used[index] {
            let meanings = copy.tokens[index].meanings
            let (isIn, isOut) = (meanings.contains(.fadeIn), meanings.contains(.fadeOut))
            guard isIn || isOut else { continue }
            copy.take(at: index)
            (hasIn, hasOut) = (hasIn || isIn, hasOut || isOut)
        }
        if !hasIn, !hasOut {
            guard copy.take(.fade) || copy.takeQuality(.fade) != nil else { return nil }
            (hasIn, hasOut) = copy.takeSides()
        }
        _ = copy.takeQuality(.effect, .fade)
        let isGone = copy.takeNegation()
        _ = copy.takeVerb(.add, .use)
        let length = isGone ? 0 : copy.takeFadeLength()
        if !isGone, length == nil, let scale = copy.takeScale(.length, .speed) {
            _ = scale
            return nil
        }
        clause = copy
        let usual = usualLengths(of: kind)
        return (hasIn ? length ?? usual.start : nil, hasOut ? length ?? usual.end : nil)
    }

    private static func usualLengths(of kind: FadedKind) -> (start: Int, end: Int) {
        switch kind {
        case .music: (1000, 1500)
        case .text: (500, 500)
        case .whole: (500, 1000)
        }
    }
}

extension Clause {
    /// "fade the title in", "fade it out"; both where neither is said.
    fileprivate mutating func takeSides() -> (Bool, Bool) {
        var sides = (false, false)
        for index in tokens.indices where !used[index] {
            switch tokens[index].text.lowercased() {
            case "in": sides.0 = true
            case "out":
                sides.1 = true
                take(at: index)
            default: continue
            }
        }
        return sides == (false, false) ? (true, true) : sides
    }

    fileprivate mutating func takeFadeLength() -> Int? {
        let length = takeDuration()
        if length != nil {
            _ = takePreposition(.lasting)
            _ = takeQuality(.length)
        }
        return length ?? takeSpanAtEnd()
    }

    /// "fade out the last 2 seconds".
    private mutating func takeSpanAtEnd() -> Int? {
        take { meaning -> Int? in
            switch meaning {
            case .lastSpan(let time): time
            case .span(let span) where span.lowerBound == 0: span.count
            default: nil
            }
        }
    }
}
