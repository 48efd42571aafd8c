import Foundation
import Planning

extension Rule {
    /// "at the top left", "a bit higher".
    static func textPlace(_ clause: inout Clause) -> TextChange? {
        guard let place = clause.takePlace() else { return nil }
        _ = clause.takeVerb(.move, .add)
        if clause.takeQuality(.position) != nil { _ = clause.takeVerb(.replace) }
        clause.takeAllMeasures()
        return .place(place)
    }

    /// "higher", "move it left a bit", "down a little".
    static func nudge(_ clause: inout Clause) -> TextChange? {
        var copy = clause
        if let scale = copy.takeScale(.height), !clause.hasQuality(.volume, .opacity, .size) {
            clause = copy
            _ = clause.takeVerb(.move, .raise, .lower)
            _ = clause.takeQuality(.position)
            let step = DegreeTable.step(.height, scale.degree)
            return .nudge(dx: 0, dy: scale.isUp ? -step : step)
        }
        guard let degree = copy.takeDegree() ?? (copy.hasNudgeWord ? .some(.small) : nil),
            let direction = copy.take({ if case .direction(let way) = $0 { way } else { nil } })
        else { return nil }
        clause = copy
        _ = clause.takeVerb(.move)
        let step = DegreeTable.step(.height, degree)
        switch direction {
        case .left: return .nudge(dx: -step, dy: 0)
        case .right: return .nudge(dx: step, dy: 0)
        case .up: return .nudge(dx: 0, dy: -step)
        case .down: return .nudge(dx: 0, dy: step)
        }
    }

    /// How a text comes and goes: "slide up", "typewriter animation".
    static func textAnimation(_ clause: inout Clause) -> TextChange? {
        let isNamed = clause.hasQuality(.animation)
        if isNamed {
            var copy = clause
            _ = copy.takeQuality(.animation)
            if copy.takeNegation() {
                clause = copy
                return .animation(
                    entrance: Draft.TextAnimation.Kind.none, exit: Draft.TextAnimation.Kind.none)
            }
            if let length = copy.takeDuration() {
                clause = copy
                return .animationLength(length)
            }
        }
        let found = clause.first { meaning -> Draft.TextAnimation.Kind? in
            guard case .animation(let kind) = meaning else { return nil }
            // "fade" and "blur" alone mean other things too.
            return kind == .fade && !isNamed ? nil : kind
        }
        guard let (index, kind) = found else { return nil }
        clause.take(at: index)
        while clause.takeQuality(.animation, .effect) != nil {}
        _ = clause.takeVerb(.use, .add)
        let isExit = ["out", "exit", "出场", "退场", "离场"].contains {
            clause.tokens[index].text.lowercased().hasSuffix($0)
        }
        if kind == Draft.TextAnimation.Kind.none { return .animation(entrance: kind, exit: kind) }
        return isExit
            ? .animation(entrance: nil, exit: kind) : .animation(entrance: kind, exit: nil)
    }

    /// When a thing shows: "from 1 to 4 s", "for 5 seconds", "1 s later".
    static func timing(_ clause: inout Clause, of target: Reference) -> EditOperation? {
        if let span = clause.takeSpan() {
            _ = clause.takeVerb(.show, .move)
            clause.takeAll(.quantity(.only))
            return .timing(
                target, start: .set(Double(span.lowerBound)), length: .set(Double(span.count)))
        }
        var copy = clause
        if let scale = copy.takeScale(.start) {
            let amount = copy.takeAmount(.milliseconds)
            clause = copy
            _ = clause.takeVerb(.show, .move)
            _ = clause.takePreposition(.front)
            let step = amount?.value ?? DegreeTable.step(.start, scale.degree)
            return .timing(target, start: .add(scale.isUp ? step : -step), length: nil)
        }
        let start = startTime(&clause)
        var length = clause.takeLength()
        // "from 2 s on until 6 s": the second time is an end, not a length.
        if let start, case .set(let end)? = length, clause.hasTargetWord {
            guard end > Double(start) else { return nil }
            length = .set(end - Double(start))
        }
        guard start != nil || length != nil else { return nil }
        _ = clause.takePreposition(.lasting)
        _ = clause.takeVerb(.show, .keep)
        return .timing(target, start: start.map { .set(Double($0)) }, length: length)
    }

    /// "at 5 s", "starting at 5 s", "from 5 s".
    private static func startTime(_ clause: inout Clause) -> Int? {
        if let moment = clause.takeMoment() {
            _ = clause.takePreposition(.from, .front)
            _ = clause.takeQuality(.start)
            return moment
        }
        let found = clause.first { $0 == .word(.from) ? true : nil }
        guard let (index, _) = found, clause.tokens.indices.contains(index + 1),
            let time = clause.tokens[index + 1].time, !clause.used[index + 1]
        else { return nil }
        clause.take(at: index)
        clause.take(at: index + 1)
        _ = clause.takePreposition(.front)
        return time
    }
}

extension Clause {
    /// "move … left": a way, not a place.
    fileprivate var hasNudgeWord: Bool {
        tokens.contains { ["nudge", "往", "向"].contains($0.text.lowercased()) }
    }

    /// Whether a "to" stands before a time.
    fileprivate var hasTargetWord: Bool {
        tokens.indices.dropFirst().contains { index in
            tokens[index].time != nil && tokens[index - 1].meanings.contains(.word(.to))
        }
    }

    /// Takes a place; "from the left" is a way to come in, not one.
    private mutating func takeUnlessFrom<Value>(_ pick: (Meaning) -> Value?) -> Value? {
        for index in tokens.indices where !used[index] {
            let before = tokens[..<index].last {
                !$0.isFiller || $0.meanings.contains(.word(.from))
            }
            if before?.meanings.contains(.word(.from)) == true { continue }
            for meaning in tokens[index].meanings {
                guard let value = pick(meaning) else { continue }
                take(at: index)
                return value
            }
        }
        return nil
    }

    /// Takes "top left", "in the middle", 左上角.
    mutating func takePlace() -> TextPlace? {
        var place = TextPlace()
        if let corner = take({ if case .corner(let place) = $0 { place } else { nil } }) {
            return corner
        }
        // "center" may be either; a row or column beside it says which.
        place.row = takeUnlessFrom {
            if case .row(let row) = $0, row != .middle { row } else { nil }
        }
        place.column = takeUnlessFrom {
            if case .column(let column) = $0, column != .center { column } else { nil }
        }
        if place.row == nil || place.column == nil,
            take({ $0 == .row(.middle) || $0 == .column(.center) ? true : nil }) != nil
        {
            if place.row == nil { place.row = .middle } else { place.column = .center }
        }
        guard place.row != nil || place.column != nil else { return nil }
        _ = takePreposition(.at)
        return place
    }
}

extension EditOperation {
    /// The same change of something else.
    func retargeted(_ other: Reference) -> EditOperation {
        switch self {
        case .timing(_, let start, let length): .timing(other, start: start, length: length)
        case .text(_, let change): .text(other, change)
        case .picture(_, let change): .picture(other, change)
        case .sound(_, let change): .sound(other, change)
        default: self
        }
    }
}
