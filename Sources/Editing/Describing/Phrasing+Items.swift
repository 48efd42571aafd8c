import Foundation
import Planning

extension Phrasing {
    /// Returns what a item is called in a line: `Picture 2 "robot"`, `BGM`; without its name where
    /// it is not to be `named`.
    func label(of item: Item, named: Bool = true) -> String {
        guard let kind = item.kind else {
            return self("Segment", "片段") + spaced(quoted(item.name))
        }
        let isNumbered = kind == .picture || item.count > 1
        let head =
            isNumbered
            ? self(
                "\(singular(kind)) \(item.place)",
                "第 \(item.place) \(measure(kind))\(singular(kind))")
            : singular(kind)
        let isPlain = !named || (kind == .music && !isNumbered)
        return isPlain ? head : head + spaced(quoted(item.name))
    }

    /// `Picture "lake"`: without its place.
    func bareLabel(of item: Item) -> String {
        let head = item.kind.map(singular) ?? self("Segment", "片段")
        return head + spaced(quoted(item.name))
    }

    /// `Both titles`, `All 3 captions`.
    func all(_ count: Int, _ kind: Reference.Kind) -> String {
        let all = self(count == 2 ? "Both" : "All \(count)", "全部 \(count) \(measure(kind))")
        return all + self(" " + plural(kind), singular(kind))
    }

    /// `3 captions`.
    func some(_ count: Int, _ kind: Reference.Kind) -> String {
        self(
            "\(count) \(count == 1 ? lowercase(kind) : plural(kind))",
            "\(count) \(measure(kind))\(singular(kind))")
    }

    /// `Captions 1 and 3`.
    func several(_ places: [Int], _ kind: Reference.Kind) -> String {
        let numbers = enumeration(places.map(String.init))
        let head = plural(kind).prefix(1).uppercased() + plural(kind).dropFirst()
        return self("\(head) \(numbers)", "第 \(numbers) \(measure(kind))\(singular(kind))")
    }

    private func spaced(_ text: String) -> String { self(" ", "") + text }

    func singular(_ kind: Reference.Kind) -> String {
        switch kind {
        case .picture: self("Picture", "图片")
        case .overlay: self("Overlay", "叠加图")
        case .title: self("Title", "标题")
        case .subtitle: self("Subtitle", "副标题")
        case .caption: self("Caption", "字幕")
        case .endCard: self("End card", "片尾")
        case .text: self("Text", "文字")
        case .music: self("BGM", "背景音乐")
        case .narration: self("Narration", "旁白")
        case .soundEffect: self("Sound effect", "音效")
        case .sound: self("Sound", "声音")
        }
    }

    func lowercase(_ kind: Reference.Kind) -> String {
        kind == .music ? singular(kind) : singular(kind).lowercased()
    }

    func plural(_ kind: Reference.Kind) -> String {
        switch kind {
        case .music: self("BGM pieces", "背景音乐")
        case .narration: self("narration parts", "旁白")
        default: self(lowercase(kind) + "s", singular(kind))
        }
    }

    /// The Chinese measure word.
    func measure(_ kind: Reference.Kind) -> String {
        switch kind {
        case .picture, .overlay: "张"
        case .caption, .text: "条"
        case .music: "首"
        case .narration: "段"
        case .title, .subtitle, .endCard, .soundEffect, .sound: "个"
        }
    }
}
