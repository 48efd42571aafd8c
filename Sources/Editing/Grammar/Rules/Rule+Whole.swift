import Foundation
import Planning

extension Rule {
    /// Canvas, frame rate, theme, background, language, name.
    static func wholeLooks(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        var changes: [WholeChange] = []
        while let change = wholeChange(&clause, scene) { changes.append(change) }
        guard !changes.isEmpty else { return nil }
        clause.takeAll(.whole)
        clause.takeAll(.pronoun)
        clause.takeAllWords()
        _ = clause.takeVerb(.use, .add, .show)
        // "make the picture vertical": the shape of one picture is that of all.
        if changes.contains(where: \.isCanvas) {
            _ = clause.takeReference(scene) { $0 == .picture }
        }
        return changes.map { .whole($0) }
    }

    private static func wholeChange(_ clause: inout Clause, _ scene: Scene) -> WholeChange? {
        canvas(&clause) ?? frameRate(&clause) ?? name(&clause) ?? theme(&clause)
            ?? background(&clause) ?? language(&clause)
    }

    private static func canvas(_ clause: inout Clause) -> WholeChange? {
        let change = clause.take { meaning -> WholeChange? in
            switch meaning {
            case .shape(let width, let height), .ratio(let width, let height):
                .aspect(width, height)
            case .resolution(let lines): .resolution(lines)
            case .size(let width, let height): .size(width: width, height: height)
            default: nil
            }
        }
        guard let change else { return nil }
        while clause.takeQuality(.ratio, .resolution, .size) != nil {}
        // "TikTok vertical 9:16" says the same three times.
        if case .aspect(let width, let height) = change {
            while clause.take({
                $0 == .shape(width, height) || $0 == .ratio(width, height) ? true : nil
            })
                != nil
            {}
        }
        return change
    }

    private static func frameRate(_ clause: inout Clause) -> WholeChange? {
        let isNamed = clause.hasQuality(.frameRate)
        let value = clause.take { meaning -> Double? in
            switch meaning {
            case .frameRate(let value): value
            case .number(let value) where isNamed: value
            default: nil
            }
        }
        guard let value, let rate = FrameRate(parsing: JSONNumber(value).text) else { return nil }
        _ = clause.takeQuality(.frameRate)
        return .frameRate(rate)
    }

    private static func theme(_ clause: inout Clause) -> WholeChange? {
        let isNamed = clause.hasQuality(.theme)
        guard
            let theme = clause.take({ meaning -> String? in
                // "bold" and "clean" are words of other things too.
                guard case .theme(let name) = meaning, isNamed else { return nil }
                return name
            })
        else { return nil }
        while clause.takeQuality(.theme) != nil {}
        return .theme(theme)
    }

    private static func background(_ clause: inout Clause) -> WholeChange? {
        let hasText =
            clause.first { if case .thing(let kind) = $0, kind.isText { true } else { nil } } != nil
        guard !hasText, clause.hasQuality(.background), let color = clause.takeColor() else {
            return nil
        }
        while clause.takeQuality(.background, .color) != nil {}
        return .background(color)
    }

    private static func language(_ clause: inout Clause) -> WholeChange? {
        let isOfSound =
            clause.first { meaning in
                if case .thing(let kind) = meaning, kind.isSound || kind.isText {
                    true
                } else {
                    nil
                }
            } != nil
        guard !isOfSound,
            let language = clause.take({ if case .language(let tag) = $0 { tag } else { nil } })
        else { return nil }
        _ = clause.takeQuality(.language)
        return .language(language)
    }

    /// `call the video "…"`.
    private static func name(_ clause: inout Clause) -> WholeChange? {
        let isNamed =
            clause.hasQuality(.name)
            || clause.hasVerb(.rename)
                && (clause.has(.whole) || clause.has(.pronoun) && !clause.hasNoun)
        guard isNamed, let name = clause.takeQuoted() else { return nil }
        while clause.takeQuality(.name) != nil {}
        _ = clause.takeVerb(.rename)
        return .name(name)
    }

    /// Length, pace and loudness of the whole.
    static func pace(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        // 整体声音大一点 is said of the whole; 全部两倍速 too.
        let isWhole =
            clause.takeAll(.whole) || clause.hasSpeedUnit && clause.takeAll(.quantity(.all))
        let hasSound =
            isWhole && clause.take { if case .thing(.sound) = $0 { true } else { nil } } != nil
        let isDirect = clause.hasDirectWords || scene.isAboutWhole && clause.isOnlyTime
        if !isWhole {
            // "it" is what was spoken of before.
            guard isDirect, !clause.has(.pronoun) || scene.context.isEmpty else {
                return nil
            }
        }
        clause.takeAll(.pronoun)
        clause.takeAllWords()
        let isOfSound =
            hasSound || clause.hasQuality(.volume, .loudness)
            || clause.hasScale(.volume) && !clause.hasScale(.size) && !clause.hasScale(.speed)
                && !clause.hasQuality(.speed)
        if isOfSound, !clause.hasScale(.length), let change = loudness(&clause) {
            return [.whole(.loudness(change))]
        }
        if clause.has(.slowMotion), clause.take(.slowMotion) { return [.whole(.pace(0.5))] }
        if clause.hasScale(.speed) || clause.hasQuality(.speed) || clause.hasSpeedUnit,
            let speed = clause.takeSpeed()
        {
            return [.whole(.pace(speed.applied(to: 1)))]
        }
        guard let length = clause.takeLength() else { return nil }
        _ = clause.takePreposition(.lasting)
        // "stretch it to 1:15", "cut the video down to nine seconds".
        _ = clause.take(.fit(.stretch))
        if case .set = length {
            _ = clause.takeVerb(.cut, .trim)
            clause.takeParticle(isUp: false)
        }
        return [.whole(.length(length))]
    }

    private static func loudness(_ clause: inout Clause) -> Adjustment? {
        let scale = clause.takeScale(.volume)
        let amount = clause.takeAmount(.decibels)
        while clause.takeQuality(.volume, .loudness) != nil {}
        if let amount {
            guard let scale, !amount.isTarget else {
                let isLevel = clause.tokens.contains { $0.text.lowercased().hasSuffix("lufs") }
                return isLevel ? .set(-abs(amount.value)) : .add(amount.value)
            }
            return .add(scale.isUp ? abs(amount.value) : -abs(amount.value))
        }
        return scale?.added(.loudness)
    }
}

extension WholeChange {
    fileprivate var isCanvas: Bool {
        switch self {
        case .aspect, .resolution, .size: true
        default: false
        }
    }
}

extension Clause {
    fileprivate var hasNoun: Bool { first { if case .thing = $0 { true } else { nil } } != nil }

    /// "vertical and 15 seconds": a time alone.
    fileprivate var isOnlyTime: Bool {
        tokens.allSatisfy { $0.isSoft || $0.plainDuration != nil }
    }

    /// 两倍速: a speed by its unit.
    fileprivate var hasSpeedUnit: Bool { tokens.contains { $0.text.hasSuffix("倍速") } }

    /// Whether a part without a noun can be about the whole: "5 s shorter", "make it 20 seconds".
    fileprivate var hasDirectWords: Bool {
        let isLoudness = tokens.contains { $0.text.lowercased().hasSuffix("lufs") }
        let isTime = first { if case .duration = $0 { true } else { nil } } != nil
        let isFactor = first { if case .factor = $0 { true } else { nil } } != nil
        // "faster" alone may be of anything.
        return has(.pronoun) || isLoudness || isTime && hasScale(.length)
            || (isTime || isFactor) && hasQuality(.length)
    }
}
