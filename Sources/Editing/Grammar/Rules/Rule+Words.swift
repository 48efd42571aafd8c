import Foundation
import Planning

extension Rule {
    /// What texts and narration say: `change the title to "…"`, `replace "a" with "b"`.
    static func words(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let quotes = clause.tokens.count {
            $0.meanings.contains { if case .quoted = $0 { true } else { false } }
        }
        if quotes == 2 { return replacedWords(&clause, scene) }
        guard quotes == 1, !isAddition(clause) else { return nil }
        let references = clause.takeReferences(scene) { $0.isText || $0 == .narration }
        let targets = references.isEmpty ? scene.context.filter { $0.kind.isText } : references
        guard targets.count == 1, let target = targets.first, let text = clause.takeQuoted(),
            !scene.texts.contains(text.lowercased())  // Then it is a name.
        else { return nil }
        let isSet =
            clause.takeVerb(.rename, .speak, .replace, .append) != nil || clause.has(.word(.to))
            || clause.hasVerb(.set) || target.choice != .unspecified
        guard isSet || scene.counts[target.kind] == 1, scene.has(target.kind) else { return nil }
        while clause.takeQuality(.words, .name) != nil {}
        _ = clause.takeVerb(.rename, .speak)
        if references.isEmpty { clause.takeAll(.pronoun) }
        let isText = target.kind.isText
        var operations: [EditOperation] = [
            isText ? .text(target, .words(text)) : .sound(target, .words(text))
        ]
        if isText, !clause.isSpent {
            let after = Reference(target.kind, target.choice)
            operations += textChanges(&clause, scene).map { .text(after, $0) }
            if let timing = timing(&clause, of: after) { operations.append(timing) }
        }
        return operations
    }

    /// Whether the clause brings a text rather than changing one.
    private static func isAddition(_ clause: Clause) -> Bool {
        guard clause.hasVerb(.add) else { return false }
        // "put", "place" and the like only count as adding where nothing is set.
        return !clause.tokens.contains { $0.meanings.contains(.verb(.replace)) }
    }

    private static func replacedWords(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        guard let old = clause.takeQuoted(), let new = clause.takeQuoted() else { return nil }
        let isReplacing =
            clause.takeVerb(.replace, .swap) != nil || clause.hasVerb(.set)
            || clause.has(.word(.to))
        guard isReplacing else { return nil }
        while clause.takeQuality(.words) != nil {}
        let targets = clause.takeReferences(scene) { $0.isText || $0 == .narration }
        clause.takeAll(.whole)
        clause.takeAllWords()
        let all = targets.isEmpty ? [Reference(.text, .all)] : targets
        return all.map { target in
            var target = target
            if target.choice == .unspecified { target.choice = .all }
            return target.kind.isText
                ? .text(target, .replace(old: old, new: new))
                : .sound(target, .replace(old: old, new: new))
        }
    }

    /// `add a title "…"`, `caption "…" from 3 to 6 s`, `text "…" over the second picture`.
    static func newText(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        guard let words = clause.takeQuoted() else { return nil }
        let isAdding = clause.takeVerb(.add, .append, .show) != nil
        if isAdding, let appended = appended(words, &clause, scene) { return appended }
        var (kind, preset) = textKind(&clause, scene)
        // 在第二张图上写“…”: words on a picture are a text.
        if kind == nil, isAdding || clause.hasVerb(.speak), clause.hasPictureBelow { kind = .text }
        guard let kind else { return nil }
        var text = NewText(kind, words)
        if let over = clause.takeReference(scene, { $0 == .picture }) ?? standing(&clause, scene) {
            text.over = over
            _ = clause.takePreposition(.over, .with, .at)
        }
        if let preset { text.changes.append(.preset(preset)) }
        place(&text, &clause, scene)
        _ = clause.takeVerb(.speak, .rename)
        while clause.takeQuality(.words) != nil {}
        text.changes += textChanges(&clause, scene)
        guard isAdding || !scene.has(kind) || kind == .caption || kind == .text || text.over != nil
        else { return nil }
        return [.addText(text)]
    }

    private static func standing(_ clause: inout Clause, _ scene: Scene) -> Reference? {
        clause.takeStanding(scene) { $0 == .picture }
    }

    /// `add "!" to the title`.
    private static func appended(
        _ words: String, _ clause: inout Clause, _ scene: Scene
    ) -> [EditOperation]? {
        var copy = clause
        guard let (to, _) = copy.first({ $0 == .word(.to) ? true : nil }),
            copy.tokens[to].text.lowercased() == "to",
            let target = copy.takeReference(scene, in: to..<copy.tokens.count, { $0.isText }),
            scene.has(target.kind)
        else { return nil }
        clause = copy
        return [.text(target, .append(words))]
    }

    /// The kind of a new text, and a preset that has no kind of its own.
    private static func textKind(
        _ clause: inout Clause, _ scene: Scene
    ) -> (Reference.Kind?, Draft.TextStyle.Preset?) {
        let preset = clause.first { meaning -> Draft.TextStyle.Preset? in
            guard case .preset(let preset) = meaning, ![.title, .subtitle].contains(preset) else {
                return nil
            }
            return preset
        }
        if let preset {
            clause.take(at: preset.index)
            _ = clause.takeReference(scene) { $0 == .text }
            return (.text, preset.value)
        }
        let kind = clause.take { if case .thing(let kind) = $0, kind.isText { kind } else { nil } }
        if kind != nil { clause.takeAllMeasures() }
        return (kind, nil)
    }

    private static func place(_ text: inout NewText, _ clause: inout Clause, _ scene: Scene) {
        if let span = clause.takeSpan() {
            (text.start, text.length) = (span.lowerBound, span.count)
        } else if let last = clause.take({ if case .lastSpan(let time) = $0 { time } else { nil } })
        {
            (text.start, text.length) = (max(scene.length - last, 0), last)
        }
        if let moment = clause.takeMoment() { text.start = moment }
        if let length = clause.takeDuration() {
            text.length = length
            _ = clause.takePreposition(.lasting)
            _ = clause.takeQuality(.length)
        }
        if text.start == nil, clause.take(.word(.front)) { text.start = 0 }
        if text.kind == .endCard || text.start == nil && text.length == nil {
            if clause.take(.word(.back)) {
                text.start = text.kind == .endCard ? nil : max(scene.length - 3000, 0)
            }
        }
    }
}

extension Clause {
    /// "on the second picture", 在第二张图上.
    fileprivate var hasPictureBelow: Bool {
        first { if case .thing(.picture) = $0 { true } else { nil } } != nil
            && first { $0 == .word(.over) || $0 == .word(.at) ? true : nil } != nil
    }

    /// Takes "a", 一个, 一条 and the like.
    mutating func takeAllMeasures() {
        while take({ if case .stand(nil) = $0 { true } else { nil } }) != nil {}
    }
}
