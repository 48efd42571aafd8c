import Foundation
import Planning

extension Rule {
    /// What goes: `remove the last picture`, `no music`.
    static func remove(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        guard clause.takeVerb(.remove) != nil || clause.take(.quantity(.none)) else { return nil }
        var targets = clause.takeReferences(scene) { _ in true }
        if targets.isEmpty { targets = clause.takeTargets(scene) { _ in true } }
        guard !targets.isEmpty else { return nil }
        if let text = clause.takeQuoted(), targets.count == 1 {
            targets[0].choice = .named(text)
        }
        if let span = clause.takeSpan() {
            guard targets.count == 1, targets[0].kind != .picture else { return nil }
            targets[0].choice = .during(span)
        }
        clause.takeAllWords()
        clause.takeAll(.quantity(.none))
        if clause.hasVerb(.remove) { _ = clause.takeVerb(.remove) }
        // "no captions": all of them; "the captions" too: the plural says so.
        if !targets.isEmpty { targets = targets.map { $0.spokenOfAsAll(clause) } }
        // 第二张的效果去掉 takes an effect away, not the picture.
        guard clause.isPurelySpent else { return nil }
        return targets.map { .remove($0) }
    }

    /// `cut out 3 to 8 seconds`, `cut the first 2 seconds of the clip`, `trim the clip from 3 to 8 s`.
    static func cutOut(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let isKept = clause.hasVerb(.keep, .use) && clause.has(.quantity(.only))
        guard clause.hasVerb(.cut, .remove, .trim) || isKept else { return nil }
        let reference = clause.takeReferences(scene) { $0 == .picture }.first
        let isTrim = clause.isTrim || isKept
        guard let stretch = clause.takeStretch(scene.length) else { return nil }
        _ = clause.takeVerb(.cut, .remove, .trim)
        _ = clause.takeVerb(.trim, .cut)
        _ = clause.takeQuality(.words)
        if isKept {
            clause.takeAll(.quantity(.only))
            _ = clause.takeVerb(.keep, .use)
        }
        _ = clause.takePreposition(.front, .back)
        _ = clause.takeAll(.whole)
        clause.takeAll(.pronoun)
        clause.takeAllMeasures()
        guard let reference else {
            return stretch.isOfWhole && !isTrim ? [.cutOut(stretch.range)] : nil
        }
        switch stretch.side {
        case .front: return [.picture(reference, .shave(front: stretch.range.count, back: 0))]
        case .back: return [.picture(reference, .shave(front: 0, back: stretch.range.count))]
        case .inside:
            guard isTrim else { return nil }
            return [
                .picture(
                    reference, .trim(start: stretch.range.lowerBound, end: stretch.range.upperBound)
                )
            ]
        }
    }
}

extension Reference {
    /// A removal without a place means all where the noun is a plural that speaks of all.
    fileprivate func spokenOfAsAll(_ clause: Clause) -> Reference {
        guard choice == .unspecified,
            kind == .caption || kind == .music || kind == .narration
                || kind == .soundEffect || kind == .sound || clause.hasPlural(of: kind)
        else { return self }
        return Reference(kind, .all)
    }
}

extension Clause {
    /// Whether nothing is left that might mean more than courtesy.
    fileprivate var isPurelySpent: Bool {
        zip(tokens, used).allSatisfy { token, isUsed in
            isUsed
                || token.isSoft
                    && !token.meanings.contains {
                        switch $0 {
                        case .quality, .thing, .textPart, .effect, .animation, .fade, .fadeIn,
                            .fadeOut:
                            true
                        default: false
                        }
                    }
        }
    }

    fileprivate func hasPlural(of kind: Reference.Kind) -> Bool {
        tokens.contains { token in
            token.text.lowercased().hasSuffix("s") && token.meanings.contains(.thing(kind))
        }
    }

    /// "trim", "keep": what is named stays; "cut": it goes.
    fileprivate var isTrim: Bool {
        tokens.contains {
            ["trim", "crop", "截取", "修剪", "剪取", "只取", "裁剪", "剪到", "截", "取"].contains(
                $0.text.lowercased())
        }
    }

    fileprivate struct Stretch {
        enum Side { case front, back, inside }
        var range: Range<Int>
        var side: Side
        var isOfWhole: Bool { !range.isEmpty }
    }

    fileprivate mutating func takeStretch(_ length: Int) -> Stretch? {
        guard
            let (index, meaning) = first({ meaning -> Meaning? in
                switch meaning {
                case .span, .lastSpan: meaning
                default: nil
                }
            })
        else { return nil }
        take(at: index)
        switch meaning {
        case .span(let span):
            // "the first 2 seconds" is said of the front; "0 to 2 s" is a stretch.
            let isFront = span.lowerBound == 0 && !tokens[index].text.contains("0 ")
            return Stretch(range: span, side: isFront ? .front : .inside)
        case .lastSpan(let time):
            return Stretch(range: max(length - time, 0)..<max(length, time), side: .back)
        default: return nil
        }
    }
}
