import Foundation
import Planning

extension Rule {
    /// Which music plays: `lo-fi at 35 %`, `add happy music`, `different music`.
    static func music(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let isNamed = clause.take { if case .thing(.music) = $0 { true } else { nil } } != nil
        let isOther = clause.first {
            if case .thing(let kind) = $0, kind != .music { true } else { nil }
        }
        guard isOther == nil, !clause.hasVerb(.remove) || clause.hasVerb(.set) else { return nil }
        guard let piece = piece(&clause, isNamed: isNamed) else { return nil }
        _ = clause.takeVerb(.add, .use, .replace, .swap, .set)
        clause.takeAllMeasures()
        clause.takeAll(.another)
        _ = clause.takeDegree()
        while clause.take({ if case .thing(.music) = $0 { true } else { nil } }) != nil {}
        if clause.takeAll(.quality(.background)) {}
        var choice = MusicChoice(piece)
        if case .set(let volume)? = clause.takeVolume() { choice.volume = volume }
        var operations: [EditOperation] = [.music(choice)]
        if let (start, end) = fadeTimes(&clause, of: .music) {
            operations.append(.fade(Reference(.music), in: start, out: end))
        }
        clause.takeAll(.whole)
        _ = clause.takePreposition(.over, .during, .after)
        return operations
    }

    private static func piece(_ clause: inout Clause, isNamed: Bool) -> MusicChoice.Piece? {
        if isNamed || clause.hasSound,
            let file = clause.take({ meaning -> String? in
                guard case .file(let path) = meaning, Self.isSound(path) else { return nil }
                return path
            })
        {
            _ = isNamed
            return .file(file)
        }
        var loops: [String] = []
        while let loop = clause.take({ if case .loop(let name) = $0 { name } else { nil } }) {
            loops.append(loop)
        }
        if let loop = loops.first {
            // "calm" and "happy" are moods of music only where music is spoken of.
            let isClear =
                isNamed || clause.tokens.contains { Self.clearLoops.contains($0.text.lowercased()) }
            return isClear && Set(loops).count == 1 ? .loop(loop) : nil
        }
        return isNamed && clause.take(.another) ? .another : nil
    }

    private static let clearLoops: Set<String> = [
        "钢琴", "lo-fi", "lofi", "lo fi", "ambient", "upbeat", "calm piano", "calm-piano", "piano",
        "低保真",
        "钢琴曲",
        "lofi beats", "lo-fi beats", "氛围音乐",
    ]

    static func isSound(_ path: String) -> Bool { FileNameKind(path) == .sound }

    /// Volume, mute, speed, voice and times of what is heard.
    static func soundLevels(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        var targets = clause.takeReferences(scene) { $0.isSound }
        // "voice volume", "the sound of the music": the sound is that of the other.
        if targets.count > 1 { targets.removeAll { $0.kind == .sound } }
        if targets.isEmpty { targets = clause.takeTargets(scene) { $0.isSound } }
        if targets.allSatisfy({ $0.kind == .sound && $0.choice.isOpen }), !targets.isEmpty,
            clause.has(.whole), clause.hasScale(.volume)
        {
            return nil  // The loudness of the whole.
        }
        // "mute everything"
        if targets.isEmpty, clause.hasVerb(.mute, .unmute),
            clause.take(.whole) || clause.take(.quantity(.all))
        {
            targets = [Reference(.sound, .all)]
        }
        if targets.isEmpty, clause.has(.duck) { targets = [Reference(.music)] }
        guard !targets.isEmpty else { return nil }
        clause.takeAllWords()
        var operations: [EditOperation] = []
        while let change = soundChange(&clause, targets) {
            operations += targets.map { .sound($0, change) }
        }
        if let language = clause.take({ if case .language(let tag) = $0 { tag } else { nil } }) {
            guard targets.allSatisfy({ $0.kind == .narration }) else { return nil }
            _ = clause.takeQuality(.language)
            operations.append(.whole(.language(language)))
            operations += targets.map { .sound($0, .voice("auto")) }
        }
        if let (start, end) = fadeTimes(&clause, of: .music) {
            operations += targets.map { .fade($0, in: start, out: end) }
        }
        // "louder from 3 to 8 s" can't be had: levels are those of a whole segment.
        if operations.isEmpty, let timing = timing(&clause, of: targets[0]) {
            operations += targets.map { timing.retargeted($0) }
        }
        clause.takeAll(.pronoun)
        clause.takeAll(.whole)
        _ = clause.takeVerb(.raise, .lower, .speak)
        return operations.isEmpty ? nil : operations
    }

    private static func soundChange(_ clause: inout Clause, _ targets: [Reference]) -> SoundChange?
    {
        if let muting = muting(&clause) { return .mute(muting) }
        if clause.has(.duck) { return ducking(&clause) }
        if let voice = clause.take({ if case .voice(let name) = $0 { name } else { nil } }),
            targets.allSatisfy({ $0.kind == .narration })
        {
            _ = clause.takeVerb(.use)
            return .voice(voice)
        }
        if clause.takeVerb(.loop) != nil { return .loop(!clause.takeNegation()) }
        if clause.isAboutSpeed, let speed = clause.takeSpeed() {
            _ = clause.takeVerb(.speak, .raise, .lower)
            return .speed(speed)
        }
        if let volume = clause.takeVolume() {
            _ = clause.takeVerb(.raise, .lower)
            return .volume(volume)
        }
        return clause.takeSpeed().map { .speed($0) }
    }

    /// "mute", "unmute", "off", "on".
    static func muting(_ clause: inout Clause) -> Bool? {
        switch clause.takeVerb(.mute, .unmute) {
        case .mute: !clause.take(.not)
        case .unmute: false
        default: nil
        }
    }

    private static func ducking(_ clause: inout Clause) -> SoundChange? {
        guard clause.take(.duck) else { return nil }
        if clause.takeNegation() { return .duck(.set(0)) }
        if let amount = clause.takeAmount(.decibels) { return .duck(.set(abs(amount.value))) }
        if let scale = clause.takeAnyScale() {
            return .duck(.add(scale.isUp ? 3 : -3))
        }
        return .duck(.set(12))
    }
}

extension Clause {
    /// Whether a number belongs to a speed: "10 % faster".
    fileprivate var isAboutSpeed: Bool {
        hasQuality(.speed) || hasScale(.speed) && !hasQuality(.volume) && !hasScale(.volume)
    }

    /// Whether a file with sound alone is named.
    fileprivate var hasSound: Bool {
        first { if case .file(let path) = $0, Rule.isSound(path) { true } else { nil } } != nil
    }
}
