import Foundation
import Planning

extension Rule {
    /// How texts look, move and when they show.
    static func textLooks(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let targets = textTargets(&clause, scene)
        guard !targets.isEmpty else { return nil }
        clause.takeAllWords()
        var operations: [EditOperation] = []
        for change in textChanges(&clause, scene) {
            operations += targets.map { .text($0, change) }
        }
        for target in targets {
            if let timing = timing(&clause, of: target) {
                operations += targets.map { other in timing.retargeted(other) }
            }
        }
        if operations.isEmpty, let isHidden = hiding(&clause) {
            operations += targets.map { .hide($0, isHidden) }
        }
        if let (start, end) = fadeTimes(&clause, of: .text) {
            operations += targets.map { .fade($0, in: start, out: end) }
        }
        clause.takeAll(.pronoun)
        return operations.isEmpty ? nil : operations
    }

    /// The texts of the clause, or of the one before; those of a stretch of time where one is named.
    private static func textTargets(_ clause: inout Clause, _ scene: Scene) -> [Reference] {
        var targets = clause.takeReferences(scene) { $0.isText }
        // "the title text": one thing by two words.
        if targets.count > 1,
            targets.contains(where: { $0.kind == .text && $0.choice == .unspecified })
        {
            targets.removeAll { $0.kind == .text && $0.choice == .unspecified }
        }
        // 标题往下，字小一点: the letters are those of the title.
        let isOfLetters = clause.tokens.contains { ["字", "字体"].contains($0.text) }
        let spoken = scene.context.filter { $0.kind.isText }
        if isOfLetters, targets == [Reference(.text)], !spoken.isEmpty { targets = spoken }
        if targets.isEmpty { targets = clause.takeTargets(scene) { $0.isText } }
        // Of several, "from 5 to 10 s" says which; of one, when.
        if targets.count == 1, targets[0].choice.isOpen, (scene.counts[targets[0].kind] ?? 0) > 1 {
            if let span = clause.takeSpan() {
                targets[0].choice = .during(span)
            } else if let moment = clause.takeMoment() {
                targets[0].choice = .during(moment..<moment + 1)
            }
        }
        if let name = quotedName(&clause, targets) {
            targets = targets.map { Reference($0.kind, .named(name)) }
        }
        return targets
    }

    /// `the title "Urban Dreams"` names it.
    private static func quotedName(_ clause: inout Clause, _ targets: [Reference]) -> String? {
        guard targets.count == 1, targets[0].choice == .unspecified else { return nil }
        return clause.takeQuoted()
    }

    private static func hiding(_ clause: inout Clause) -> Bool? {
        switch clause.takeVerb(.hide, .show) {
        case .hide: true
        case .show: false
        default: nil
        }
    }

    /// Takes all that says how a text looks.
    static func textChanges(_ clause: inout Clause, _ scene: Scene) -> [TextChange] {
        var changes: [TextChange] = []
        while let change = textChange(&clause, scene) { changes.append(change) }
        return changes
    }

    private static func textChange(_ clause: inout Clause, _ scene: Scene) -> TextChange? {
        textPart(&clause) ?? textColor(&clause) ?? textFont(&clause) ?? textAnimation(&clause)
            ?? nudge(&clause) ?? textSize(&clause) ?? textOpacity(&clause) ?? textPlace(&clause)
            ?? textSpacing(&clause)
            ?? textPreset(&clause)
    }

    private static func textColor(_ clause: inout Clause) -> TextChange? {
        guard clause.first({ if case .color(let color) = $0 { color } else { nil } }) != nil else {
            return nil
        }
        let isHighlight = clause.takeQuality(.highlight) != nil
        guard let color = clause.takeColor() else { return nil }
        _ = clause.takeQuality(.color)
        return isHighlight ? .highlight(color) : .color(color)
    }

    /// Outline, shadow and box, with their colours, or without.
    private static func textPart(_ clause: inout Clause) -> TextChange? {
        guard
            let (index, part) = clause.first({
                if case .textPart(let part) = $0 { part } else { nil }
            })
        else { return nil }
        clause.take(at: index)
        let isGone = clause.takeNegation()
        _ = clause.takeVerb(.add, .use)
        if part == .box { _ = clause.takePreposition(.after) }
        if isGone {
            switch part {
            case .outline: return .noOutline
            case .shadow: return .shadow(false)
            case .box: return .noBox
            }
        }
        let color = clause.colorBeside(index)
        switch part {
        case .shadow: return .shadow(true)
        case .box: return .box(color)
        case .outline:
            let width = clause.takeAmount(.plain, .pixels)
            return .outline(color: color, width: width?.value)
        }
    }

    private static func textFont(_ clause: inout Clause) -> TextChange? {
        let change = clause.take { meaning -> TextChange? in
            switch meaning {
            case .font(let family): .font(family)
            case .weight(let weight): .weight(weight)
            case .italic: .italic(true)
            case .upper: .upper(true)
            case .alignment(let alignment): .alignment(alignment)
            default: nil
            }
        }
        guard var change else { return alignment(&clause) ?? fontByName(&clause) }
        switch change {
        case .italic: if clause.takeNegation() { change = .italic(false) }
        case .upper: if clause.takeNegation() { change = .upper(false) }
        case .weight(700): if clause.takeNegation() { change = .weight(400) }
        default: break
        }
        _ = clause.takeQuality(.font, .weight, .alignment)
        _ = clause.takeVerb(.use)
        return change
    }

    /// "align the subtitle right".
    private static func alignment(_ clause: inout Clause) -> TextChange? {
        guard clause.hasQuality(.alignment),
            let column = clause.take({ if case .column(let column) = $0 { column } else { nil } })
        else { return nil }
        _ = clause.takeQuality(.alignment)
        switch column {
        case .left: return .alignment(.left)
        case .center: return .alignment(.center)
        case .right: return .alignment(.right)
        }
    }

    /// `font "Comic Neue"`.
    private static func fontByName(_ clause: inout Clause) -> TextChange? {
        guard clause.hasQuality(.font), let name = clause.takeQuoted() else { return nil }
        _ = clause.takeQuality(.font)
        _ = clause.takeVerb(.use)
        return .font(name)
    }

    private static func textSize(_ clause: inout Clause) -> TextChange? {
        var copy = clause
        let scale = copy.takeScale(.size)
        let isNamed = copy.takeQuality(.size) != nil
        if let pixels = copy.takeAmount(.pixels) {
            clause = copy
            return .size(Self.adjustment(pixels, scale))
        }
        if isNamed || scale != nil, let factor = copy.takeFactor(scale) {
            clause = copy
            return .size(.multiply(factor))
        }
        if isNamed, let size = copy.takeAmount(.plain) {
            clause = copy
            return .size(Self.adjustment(size, scale))
        }
        guard let scale else { return nil }
        clause = copy
        return .size(scale.multiplied(.size))
    }

    private static func adjustment(_ amount: Amount, _ scale: Scale?) -> Adjustment {
        guard let scale, !amount.isTarget else {
            return amount.isDelta ? .add(amount.value) : .set(amount.value)
        }
        return .add(scale.isUp ? amount.value : -amount.value)
    }

    static func textOpacity(_ clause: inout Clause) -> TextChange? {
        opacity(&clause).map { .opacity($0) }
    }

    /// "50 % opacity", "more transparent", "30 % transparent".
    static func opacity(_ clause: inout Clause) -> Adjustment? {
        if let share = clause.take({ if case .opacity(let share) = $0 { share } else { nil } }) {
            return .set(share)
        }
        var copy = clause
        let isOpacity = copy.takeQuality(.opacity) != nil
        let isTransparency = !isOpacity && copy.takeQuality(.transparency) != nil
        if isOpacity || isTransparency, let amount = copy.takeAmount(.percent) ?? copy.takeShare() {
            let share = amount.unit == .percent ? amount.value / 100 : amount.value
            clause = copy
            return .set(isOpacity ? share : 1 - share)
        }
        // 透明 is the noun and the adjective.
        if isTransparency, clause.first({ $0.isTransparencyScale ? true : nil }) != nil {
            copy = clause
        }
        let scale = isOpacity ? copy.takeScale(.opacity) : copy.takeScale(.transparency)
        guard let scale,
            isOpacity || isTransparency
                || clause.first({ $0.isTransparencyScale ? true : nil }) != nil
        else { return nil }
        _ = copy.takeQuality(.transparency)
        clause = copy
        let step = DegreeTable.step(.opacity, scale.degree)
        return .add(scale.isUp == isOpacity ? step : -step)
    }

    private static func textSpacing(_ clause: inout Clause) -> TextChange? {
        var copy = clause
        guard let quality = copy.takeQuality(.spacing, .lineHeight) else { return nil }
        let change: Adjustment
        if let amount = copy.takeAmount(.plain, .factor, .pixels) {
            change = .set(amount.value)
        } else if let scale = copy.takeScale(quality, .size, .length) {
            change =
                quality == .lineHeight ? scale.multiplied(.lineHeight) : .add(scale.isUp ? 2 : -2)
        } else {
            return nil
        }
        clause = copy
        return quality == .lineHeight ? .lineHeight(change) : .spacing(change)
    }

    private static func textPreset(_ clause: inout Clause) -> TextChange? {
        clause.take { if case .preset(let preset) = $0 { .preset(preset) } else { nil } }
    }
}

extension Meaning {
    fileprivate var isTransparencyScale: Bool {
        if case .scale(let qualities, _) = self { qualities == [.transparency] } else { false }
    }
}

extension Clause {
    /// Takes a bare number from 0 to 1.
    fileprivate mutating func takeShare() -> Amount? {
        var copy = self
        guard let amount = copy.takeAmount(.plain), (0...1).contains(amount.value) else {
            return nil
        }
        self = copy
        return amount
    }

    /// Takes "no", "without", "remove": what is named beside it goes.
    mutating func takeNegation() -> Bool {
        if take(.quantity(.none)) {
            _ = takeVerb(.remove)
            return true
        }
        if takeVerb(.remove) != nil {
            takeAllWords()
            return true
        }
        return take(.not)
    }

    /// Takes the colour that stands right before or after the token at `index`.
    mutating func colorBeside(_ index: Int) -> Planning.Color? {
        for near in [index - 1, index - 2, index + 1, index + 2]
        where tokens.indices.contains(near) && !used[near] {
            for case .color(let color) in tokens[near].meanings {
                // "yellow title with outline": the colour of what is nearer is meant.
                if abs(near - index) == 2 {
                    let between = (near + index) / 2
                    guard tokens[between].isSoft, !used[between] || tokens[between].isFiller else {
                        continue
                    }
                }
                take(at: near)
                return color
            }
        }
        return nil
    }
}
