import Foundation
import Planning

extension Rule {
    /// How one picture follows another: `dissolve between the first and the second`.
    static func transition(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let isNamed = clause.has(.transitionWord)
        var copy = clause
        let hasSide =
            copy.first { meaning -> Bool? in
                if case .word(let word) = meaning, [.between, .after, .before].contains(word) {
                    true
                } else {
                    nil
                }
            } != nil
        let cuts = cuts(&copy, scene)
        let isGone = copy.take(.hardCut)
        if isGone || isNamed, isGone || copy.hasNegation {
            _ = copy.takeNegation()
            while copy.take(.transitionWord) {}
            copy.takeAllWords()
            clause = copy
            return [.transition(cuts ?? .all, .remove)]
        }
        let kind = transitionKind(&copy, isSure: isNamed || hasSide)
        while copy.take(.transitionWord) {}
        guard kind != nil || isNamed else { return nil }
        while copy.takeQuality(.effect) != nil {}
        _ = copy.takeVerb(.add, .use, .replace)
        let length = copy.takeTransitionLength()
        guard kind != nil || length != nil else { return nil }
        copy.takeAll(.whole)
        copy.takeAllWords()
        copy.takeAll(.pronoun)
        copy.takeAllMeasures()
        clause = copy
        return [.transition(cuts ?? .all, .set(kind, length: length))]
    }

    /// Which cuts; nil where none are named.
    private static func cuts(_ clause: inout Clause, _ scene: Scene) -> Cuts? {
        let side = clause.take { meaning -> Preposition? in
            if case .word(let word) = meaning, [.between, .after, .before].contains(word) {
                word
            } else {
                nil
            }
        }
        var references = clause.takeReferences(scene) { $0 == .picture }
        while let reference = clause.takeStanding(scene, { $0 == .picture }) {
            references.append(reference)
        }
        references = references.flatMap(Self.single)
        switch side {
        case .between where references.count == 2: return .between(references[0], references[1])
        case .after where references.count == 1: return .after(references[0])
        case .before where references.count == 1: return .before(references[0])
        case .between where references.count <= 1: return .all
        case nil where references.count == 2: return .between(references[0], references[1])
        case nil where references.count == 1 && references[0].choice.isOpen: return .all
        case nil where references.isEmpty: return nil
        default: return .all
        }
    }

    /// "the first and second pictures" are two.
    private static func single(_ reference: Reference) -> [Reference] {
        guard case .places(let places) = reference.choice, places.count == 2 else {
            return [reference]
        }
        return places.map { Reference(reference.kind, .places([$0])) }
    }

    /// Takes a kind; `isSure` tells that the clause is about a transition whatever the word.
    private static func transitionKind(
        _ clause: inout Clause, isSure: Bool
    ) -> Draft.Transition.Kind? {
        if let kind = directed(&clause, isSure: isSure) { return kind }
        let found = clause.first { meaning -> Draft.Transition.Kind? in
            guard case .transition(let kind) = meaning else { return nil }
            return kind
        }
        guard let (index, kind) = found else { return nil }
        let text = clause.tokens[index].text.lowercased()
        let isNamed = ["transition", "转场", "过渡"].contains { text.contains($0) }
        guard isSure || isNamed || clearKinds.contains(text) else { return nil }
        clause.take(at: index)
        return kind
    }

    /// Words that mean a transition and nothing else.
    private static let clearKinds: Set<String> = [
        "crossfade", "cross fade", "cross-fade", "crossfades", "cross fades", "cross-fades",
        "dissolve",
        "dissolves", "cross dissolve", "叠化", "溶解", "交叉淡化", "交叉溶解", "soft cuts", "iris in",
        "iris out",
        "clock wipe", "radial wipe", "fade through black", "fade through white", "dip to black",
        "dip to white", "闪黑", "闪白", "crossfading", "wipeleft", "wiperight", "wipeup", "wipedown",
        "wipe left", "wipe right", "wipe up", "wipe down", "circle open", "circle close",
    ]

    private static func directed(_ clause: inout Clause, isSure: Bool) -> Draft.Transition.Kind? {
        guard
            let (index, kind) = clause.first({
                if case .directed(let kind) = $0 { kind } else { nil }
            }),
            isSure || kind == .wipe
        else { return nil }
        var copy = clause
        copy.take(at: index)
        let way = copy.take { if case .direction(let way) = $0 { way } else { nil } }
        let name = kind.rawValue + (way ?? .left).rawValue
        guard let transition = Draft.Transition.Kind(rawValue: name) else { return nil }
        if way == nil,
            clause.tokens[index].meanings.contains(where: {
                if case .transition = $0 { true } else { false }
            })
        {
            return nil
        }
        clause = copy
        return transition
    }
}

extension Clause {
    fileprivate var hasNegation: Bool {
        has(.quantity(.none)) || hasVerb(.remove) || has(.not)
    }

    fileprivate mutating func takeTransitionLength() -> Adjustment? {
        if let length = takeLength() {
            _ = takePreposition(.lasting)
            return length
        }
        guard let scale = takeScale(.length, .speed) else { return nil }
        // A slower transition is a longer one.
        let isLonger = hasScaleUsed(.length) ? scale.isUp : !scale.isUp
        return Scale(isUp: isLonger, degree: scale.degree).multiplied(.length)
    }

    /// Whether one of the tokens that were taken speaks of `quality`.
    private func hasScaleUsed(_ quality: Quality) -> Bool {
        zip(tokens, used).contains { token, isUsed in
            isUsed
                && token.meanings.contains {
                    if case .scale(let qualities, _) = $0 {
                        qualities.contains(quality)
                    } else {
                        false
                    }
                }
        }
    }
}

extension Reference.Choice {
    /// Whether no single one is named.
    var isOpen: Bool { self == .unspecified || self == .all }
}
