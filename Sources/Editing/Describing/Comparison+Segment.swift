import Foundation
import Planning

extension Comparison where Owner == Draft.Segment {
    /// Settles everything but the times, which need the whole timeline to be understood.
    mutating func compareAll(_ pair: ItemPair) {
        compareContent(pair)
        compareSoundLevel(pair)
        // How other music begins and goes round follows from the file.
        if pair.new.kind == .music, old.source != new.source {
            _ = settle(\.sourceStart)
            _ = settle(\.loop)
            _ = settle(\.fadeIn)
            _ = settle(\.speed)
            compareFade(\.fadeOut, words("fade-out", "淡出"))
        } else {
            compareFade(\.fadeIn, words("fade-in", "淡入"))
            compareFade(\.fadeOut, words("fade-out", "淡出"))
            comparePlayback()
        }
        compareLook(pair)
        compareStyle(pair)
        compareAnimation()
        compareRest()
    }

    /// Phrasing, file and name.
    private mutating func compareContent(_ pair: ItemPair) {
        let words = words
        let isText = old.text != nil && new.text != nil
        if isText {
            compare(\.text, "", [{ words.quoted($0.text ?? "") }, { "\"\($0.text ?? "")\"" }])
        } else {
            comparePart(\.text, words("words", "文字"), [words.quoted])
        }
        if old.source != nil, new.source != nil {
            compare(
                \.source, "", [{ TimelineSummary.stem(of: $0.source ?? "") }, { $0.source ?? "" }])
        } else if pair.new.kind == .narration, new.source == nil, new.text != nil {
            // Word times belong to the file.
            if settle(\.source) { phrases.append(words("is spoken anew", "重新配音")) }
            if new.words == nil { _ = settle(\.words) }
        } else {
            comparePart(\.source, words("file", "文件"), [{ $0 }])
        }
        comparePart(\.name, words("name", "名称"), [words.quoted, { "\"\($0)\"" }])
        comparePart(\.voice, words("voice", "声音角色"), [{ $0 }])
        if old.words != nil, new.words != nil {
            if settle(\.words) { phrases.append(words("word times adjusted", "逐字时间已调整")) }
            return
        }
        comparePart(\.words, words("word times", "逐字时间"), [{ "\($0.count)" }, Self.text])
    }

    private static func text(of times: [Draft.Segment.WordTiming]) -> String {
        times.map { "\($0.word) \($0.start)+\($0.duration)" }.joined(separator: ", ")
    }

    private mutating func compareSoundLevel(_ pair: ItemPair) {
        guard pair.old.trackKind == .audio else {
            let words = words
            compare(
                \.volume, words("sound", "原声"),
                [{ words.percent($0.volume ?? 1) }, { words.exactPercent($0.volume ?? 1) }])
            return
        }
        _ = settle(\.volume)
        guard pair.old.gain != pair.new.gain else { return }
        for write in [words.percent, words.exactPercent]
        where write(pair.old.gain) != write(pair.new.gain) {
            phrases.append(words.changed("", write(pair.old.gain), write(pair.new.gain)))
            return
        }
    }

    private mutating func compareFade(_ field: WritableKeyPath<Owner, Int?>, _ label: String) {
        let (before, after) = (old[keyPath: field] ?? 0, new[keyPath: field] ?? 0)
        guard settle(field), before != after else { return }
        switch (before, after) {
        case (0, _): phrases.append(words.added("\(label) \(words.seconds(after))"))
        case (_, 0): phrases.append(words.removed("\(label) \(words.seconds(before))"))
        default:
            let isClose = words.seconds(before) == words.seconds(after)
            let write = isClose ? words.milliseconds : words.seconds
            phrases.append(words.changed(label, write(before), write(after)))
        }
    }

    private mutating func comparePlayback() {
        let words = words
        compare(
            \.sourceStart, words("start in the file", "素材起点"),
            [
                { words.seconds($0.sourceStart ?? 0) },
                { words.milliseconds($0.sourceStart ?? 0) },
            ])
        compare(
            \.speed, words("speed", "速度"),
            [{ words.times($0.speed ?? 1) }, { "\($0.speed ?? 1)×" }])
        compare(\.loop, words("loop", "循环"), [{ words.onOff($0.loop ?? false) }])
    }

    private mutating func compareAnimation() {
        let words = words
        let none = Draft.TextAnimation()
        compare(
            \.animation, words("animation", "动画"),
            [
                { words.text(of: $0.animation ?? none) },
                { words.exactText(of: $0.animation ?? none) },
            ])
    }

    private mutating func compareRest() {
        let before = old.metadata.withoutMirrors
        let after = new.metadata.withoutMirrors
        if settle(\.metadata) { phrases += words.differences(before, after) }
        compareObject(\.unknown)
    }
}

extension Phrasing {
    func onOff(_ flag: Bool) -> String { flag ? self("on", "开") : self("off", "关") }

    fileprivate func text(of animation: Draft.TextAnimation) -> String {
        let (entrance, exit) = (animation.entrance ?? .fade, animation.exit ?? .fade)
        let names = [entrance, exit].map(name)
        return entrance == exit ? names[0] : names.joined(separator: " / ")
    }

    fileprivate func exactText(of animation: Draft.TextAnimation) -> String {
        let extra = JSONWriter.text(of: .object(animation.unknown))
        let rest = animation.unknown.isEmpty ? "" : " \(extra)"
        return text(of: animation) + " " + milliseconds(animation.duration ?? 300) + rest
    }

    private func name(_ kind: Draft.TextAnimation.Kind) -> String {
        switch kind {
        case .none: self("none", "无")
        case .fade: self("fade", "淡入淡出")
        case .slideUp: self("slide up", "上滑")
        case .slideLeft: self("slide left", "左滑")
        case .pop: self("pop", "弹出")
        case .typewriter: self("typewriter", "打字机")
        case .blur: self("blur", "模糊")
        case .reveal: self("reveal", "揭示")
        case .word: self("word by word", "逐词")
        }
    }
}

extension JSONObject {
    /// Without what only repeats a field of the segment for tolerant readers.
    fileprivate var withoutMirrors: JSONObject {
        var rest = self
        for key in [
            "start", "s", "duration", "d", "text", "content", "name", "url", "src", "cdn_url",
            "volume",
        ] { rest.remove(key) }
        return rest
    }
}
