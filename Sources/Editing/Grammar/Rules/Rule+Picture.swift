import Foundation
import Planning

extension Rule {
    /// Length, speed, look and place of pictures and of what lies over them.
    static func pictureLooks(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        var targets = clause.takeReferences(scene) { $0.isPicture }
        if targets.isEmpty { targets = clause.takeTargets(scene) { $0.isPicture } }
        let isNamed = !targets.isEmpty
        if targets.isEmpty {
            // Length, pace and loudness of the whole are another rule's.
            guard clause.hasEffectWords else { return nil }
            clause.takeAll(.whole)
            targets = [Reference(.picture, .all)]
        }
        if targets.allSatisfy({ $0.choice.isOpen && $0.kind == .picture }),
            let span = clause.takeSpan()
        {
            targets = [Reference(.picture, .during(span))]
        }
        if isNamed, targets.allSatisfy({ $0.choice.isOpen && $0.kind == .picture }),
            let moment = clause.takeMoment()
        {
            targets = [Reference(.picture, .during(moment..<moment + 1))]
        }
        clause.takeAllWords()
        var operations: [EditOperation] = sharedAdjustments(&clause).flatMap { change in
            targets.map { .picture($0, change) }
        }
        while let change = pictureChange(&clause, targets, isNamed: isNamed) {
            operations += targets.map { .picture($0, change) }
        }
        if targets.allSatisfy({ $0.kind == .overlay }) {
            if let timing = timing(&clause, of: targets[0]) {
                operations += targets.map { timing.retargeted($0) }
            } else if let isHidden = hidden(&clause) {
                operations += targets.map { .hide($0, isHidden) }
            }
        }
        if let (start, end) = fadeTimes(&clause, of: .text) {
            operations += targets.map { .fade($0, in: start, out: end) }
        }
        clause.takeAll(.pronoun)
        // "show each for only 4 s"
        if operations.contains(where: \.isLength) { clause.takeAll(.quantity(.only)) }
        return operations.isEmpty ? nil : operations
    }

    private static func hidden(_ clause: inout Clause) -> Bool? {
        switch clause.takeVerb(.hide, .show) {
        case .hide: true
        case .show: false
        default: nil
        }
    }

    private static func pictureChange(
        _ clause: inout Clause, _ targets: [Reference], isNamed: Bool
    ) -> PictureChange? {
        guard isNamed else {
            return effect(&clause) ?? fit(&clause) ?? corners(&clause) ?? slowMotion(&clause)
        }
        let isOver = targets.allSatisfy { $0.kind == .overlay }
        return effect(&clause) ?? fit(&clause) ?? opacity(&clause).map { .opacity($0) }
            ?? corners(&clause) ?? rotation(&clause)
            ?? (isOver ? overlayPlace(&clause) : nil) ?? film(&clause)
            ?? (isOver
                ? nil
                : clause.takeLength().map { change in
                    _ = clause.takePreposition(.lasting)
                    _ = clause.takeVerb(.show, .keep)
                    if case .set = change { _ = clause.takeVerb(.cut, .trim) }
                    return .length(change)
                })
    }

    // MARK: - Effects

    private static func effect(_ clause: inout Clause) -> PictureChange? {
        if let adjust = adjustment(&clause) { return adjust }
        let found = clause.first { if case .effect(let kind) = $0 { kind } else { nil } }
        guard let (index, kind) = found else { return removedEffects(&clause) }
        clause.take(at: index)
        while clause.takeQuality(.effect) != nil {}
        if clause.takeNegation() { return .removeEffect(kind) }
        _ = clause.takeVerb(.add, .use)
        // "a bit blurred": half of what is usual, "very blurred" twice.
        if let degree = clause.takeDegree(), let usual = Self.usualAmounts[kind] {
            return .effect(kind, ["to": .set(degree == .small ? usual / 2 : usual * 2)])
        }
        let key = Self.amountKeys[kind]
        guard let key, let amount = clause.takeAmount(.plain, .percent, .pixels) else {
            return .effect(kind, [:])
        }
        let value = amount.unit == .percent ? amount.value / 100 : amount.value
        return .effect(kind, [key: .set(value)])
    }

    private static let usualAmounts: [Draft.Effect.Kind: Double] = [.blur: 12, .pixelate: 24]

    private static let amountKeys: [Draft.Effect.Kind: String] = [
        .blur: "to", .pixelate: "to", .dim: "to", .gray: "to", .vignette: "amount", .grid: "n",
    ]

    private static func removedEffects(_ clause: inout Clause) -> PictureChange? {
        guard clause.hasQuality(.effect) else { return nil }
        var copy = clause
        guard copy.takeNegation() else { return nil }
        while copy.takeQuality(.effect) != nil {}
        clause = copy
        return .removeEffect(nil)
    }

    /// "more contrast and saturation": one word of more for several.
    private static func sharedAdjustments(_ clause: inout Clause) -> [PictureChange] {
        let named = [Quality.brightness, .contrast, .saturation].filter { clause.hasQuality($0) }
        guard named.count > 1 else { return [] }
        var copy = clause
        for quality in named { _ = copy.takeQuality(quality) }
        guard let scale = copy.takeScale(.brightness, .contrast, .saturation, .size) else {
            return []
        }
        clause = copy
        return named.map { quality in
            let change =
                quality == .brightness ? scale.added(.brightness) : scale.multiplied(quality)
            return .effect(.adjust, [quality.rawValue: change])
        }
    }

    /// Brightness, contrast and saturation.
    private static func adjustment(_ clause: inout Clause) -> PictureChange? {
        for quality in [Quality.brightness, .contrast, .saturation] {
            var copy = clause
            let isNamed = copy.takeQuality(quality) != nil
            let isOwn =
                copy.first { meaning -> Bool? in
                    if case .scale(let known, _) = meaning, known.contains(quality),
                        known.count < 6 || isNamed
                    {
                        true
                    } else {
                        nil
                    }
                } != nil
            guard isNamed || isOwn else { continue }
            let scale = copy.takeScale(quality, .size)
            if let change = adjusted(quality, scale, isNamed, &copy) {
                clause = copy
                return .effect(.adjust, [quality.rawValue: change])
            }
        }
        return nil
    }

    private static func adjusted(
        _ quality: Quality, _ scale: Scale?, _ isNamed: Bool, _ clause: inout Clause
    ) -> Adjustment? {
        if let amount = clause.takeAmount(.percent, .plain, .factor) {
            let value = amount.unit == .percent ? amount.value / 100 : amount.value
            if quality == .brightness {
                guard let scale, !amount.isTarget else { return .set(value) }
                return .add(scale.isUp ? value : -value)
            }
            guard let scale, !amount.isTarget else { return .set(value) }
            return .multiply(scale.isUp ? 1 + value : max(1 - value, 0))
        }
        guard let scale else { return nil }
        return quality == .brightness ? scale.added(.brightness) : scale.multiplied(quality)
    }

    // MARK: - Looks

    private static func fit(_ clause: inout Clause) -> PictureChange? {
        guard var fit = clause.take({ if case .fit(let fit) = $0 { fit } else { nil } }) else {
            return nil
        }
        // "fit it with blurred bars": the verb says less than the noun.
        while let other = clause.take({ if case .fit(let fit) = $0 { fit } else { nil } }) {
            guard fit == .contain || other == fit || other == .contain else { return nil }
            if fit == .contain { fit = other }
        }
        _ = clause.takeQuality(.fit, .background)
        _ = clause.takeVerb(.use, .add, .show)
        return .fit(fit)
    }

    private static func corners(_ clause: inout Clause) -> PictureChange? {
        guard clause.take(.corners) else { return nil }
        clause.takeAll(.corners)
        if clause.takeNegation() { return .radius(0) }
        _ = clause.takeVerb(.add, .use)
        return .radius(clause.takeAmount(.plain, .pixels)?.value ?? 32)
    }

    private static func rotation(_ clause: inout Clause) -> PictureChange? {
        guard let amount = clause.takeAmount(.degrees) else { return nil }
        let isRotation = clause.takeVerb(.rotate) != nil || clause.takeQuality(.rotation) != nil
        let way = clause.take { if case .direction(let way) = $0 { way } else { nil } }
        guard isRotation else { return nil }
        let isBack = way == .left || amount.value < 0
        return .rotation(
            amount.isTarget && way == nil
                ? .set(amount.value) : .add(isBack ? -abs(amount.value) : amount.value))
    }

    private static func overlayPlace(_ clause: inout Clause) -> PictureChange? {
        var copy = clause
        let scale = copy.takeScale(.size)
        let isNamed = copy.takeQuality(.size) != nil
        if scale != nil || isNamed {
            if let factor = copy.takeFactor(scale) {
                clause = copy
                return .scale(isNamed && scale == nil ? .set(factor) : .multiply(factor))
            }
            if let scale {
                clause = copy
                return .scale(scale.multiplied(.size))
            }
        }
        guard let place = clause.takePlace() else { return nil }
        _ = clause.takeVerb(.move, .add)
        _ = clause.takeQuality(.position)
        return .place(x: place.column.map(\.share), y: place.row.map(\.share))
    }

    // MARK: - Films

    private static func slowMotion(_ clause: inout Clause) -> PictureChange? {
        guard clause.take(.slowMotion) else { return nil }
        _ = clause.takeVerb(.show, .use)
        return .speed(.set(0.5))
    }

    private static func film(_ clause: inout Clause) -> PictureChange? {
        if let slow = slowMotion(&clause) { return slow }
        if let isMuted = muting(&clause) { return .volume(.set(isMuted ? 0 : 1)) }
        if clause.takeVerb(.loop) != nil { return .loop(!clause.takeNegation()) }
        if clause.hasQuality(.volume) || clause.hasScale(.volume) && !clause.hasScale(.length),
            let volume = clause.takeVolume()
        {
            _ = clause.takeVerb(.raise, .lower)
            _ = clause.take { if case .thing(.sound) = $0 { true } else { nil } }
            return .volume(volume)
        }
        let isSpeed =
            clause.hasQuality(.speed) || clause.hasScale(.speed)
            || clause.hasFactorOfSpeed && !clause.hasScale(.length) && !clause.hasQuality(.length)
        return isSpeed ? clause.takeSpeed().map { .speed($0) } : nil
    }
}

extension EditOperation {
    fileprivate var isLength: Bool { if case .picture(_, .length) = self { true } else { false } }
}

extension TextPlace.Row {
    /// Where it is on a canvas, as a fraction.
    fileprivate var share: Double {
        switch self {
        case .top: 0
        case .middle: 0.5
        case .bottom: 1
        }
    }
}

extension TextPlace.Column {
    fileprivate var share: Double {
        switch self {
        case .left: 0
        case .center: 0.5
        case .right: 1
        }
    }
}

extension Clause {
    /// "2x", 两倍速; "half" alone may be of anything.
    fileprivate var hasFactorOfSpeed: Bool {
        tokens.contains { token in
            let isFactor = token.meanings.contains { if case .factor = $0 { true } else { false } }
            let text = token.text.lowercased()
            return isFactor && ["x", "×", "倍速", "times"].contains { text.hasSuffix($0) }
        }
    }

    /// Effects and looks need no noun: "black and white", "brighter".
    fileprivate var hasEffectWords: Bool {
        first { meaning in
            switch meaning {
            case .effect, .quality(.brightness), .quality(.contrast), .quality(.saturation),
                .quality(.effect), .fit, .corners, .slowMotion:
                true
            case .scale(let known, _):
                !known.isDisjoint(with: [.brightness, .contrast, .saturation]) && known.count < 4
                    ? true : nil
            default: nil
            }
        } != nil
    }
}
