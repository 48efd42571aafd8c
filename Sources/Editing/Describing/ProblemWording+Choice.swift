import Foundation
import Planning

/// Problems with which thing is meant.
extension ProblemWording {
    func none(_ reference: Reference) -> Answer {
        let kind = reference.kind
        let items = items(of: kind)
        guard !items.isEmpty else {
            return saying(
                words(
                    "There \(isOrAre(kind)) no \(words.plainPlural(kind)).",
                    "没有\(words.singular(kind))。"),
                adding(kind))
        }
        let text =
            switch reference.choice {
            case .named(let name):
                words(
                    "There is no \(words.lowercase(kind)) called \(words.quoted(name)).",
                    "没有叫\(words.quoted(name))的\(words.singular(kind))。")
            case .during(let time):
                words(
                    "There \(isOrAre(kind)) no \(words.plainPlural(kind)) from \(span(time)).",
                    "\(span(time))之间没有\(words.singular(kind))。")
            default:
                words(
                    "There \(isOrAre(kind)) no such \(words.plainPlural(kind)).",
                    "没有这样的\(words.singular(kind))。")
            }
        return saying(text + words(" ", "") + thereAre(items, of: kind), [])
    }

    func noSuch(_ reference: Reference, count: Int) -> Answer {
        let kind = reference.kind
        guard count > 0 else { return none(Reference(kind)) }
        let head =
            count == 1
            ? words(
                "There is only one \(words.lowercase(kind)).",
                "只有一\(words.measure(kind))\(words.singular(kind))。")
            : words(
                "There are only \(words.some(count, kind)).", "只有 \(words.some(count, kind))。")
        return saying(head + words(" ", "") + thereAre(items(of: kind), of: kind), [])
    }

    func which(_ reference: Reference, names: [String]) -> Answer {
        let kind = reference.kind
        let items = items(of: kind)
        let list =
            items.count == names.count
            ? numbered(items, of: kind)
            : names.prefix(8).enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "  ")
        let text = words(
            "Which \(words.lowercase(kind))? \(list) ",
            "哪一\(words.measure(kind))\(words.singular(kind))？\(list)  ")
        return saying(
            text,
            [
                words(
                    "the first \(words.lowercase(kind))",
                    "第一\(words.measure(kind))\(words.singular(kind))"),
                words("all \(words.plainPlural(kind))", "所有\(words.singular(kind))"),
            ])
    }

    private func thereAre(_ items: [Item], of kind: Reference.Kind) -> String {
        numbered(items, of: kind) + words(".", "。")
    }

    private func span(_ time: Range<Int>) -> String {
        let (start, end) = (time.lowerBound, time.upperBound)
        return words(
            "\(words.number(Double(start) / 1000)) to \(words.seconds(end))",
            "\(words.number(Double(start) / 1000)) 到 \(words.seconds(end))")
    }

    private func isOrAre(_ kind: Reference.Kind) -> String {
        [.music, .narration, .sound].contains(kind) ? "is" : "are"
    }

    /// Sentences that bring a thing of the kind.
    private func adding(_ kind: Reference.Kind) -> [String] {
        switch kind {
        case .title: [words("add a title \"Hello\"", "添加标题“你好”")]
        case .subtitle: [words("subtitle \"Hello\"", "添加副标题“你好”")]
        case .caption: [words("caption \"Hello\" from 0 to 3 s", "添加字幕“你好”")]
        case .endCard: [words("end card \"Thank you\"", "添加片尾“谢谢观看”")]
        case .text: [words("add a title \"Hello\"", "添加标题“你好”")]
        case .music, .sound: [words("add calm music", "添加平静的音乐")]
        case .picture, .overlay, .narration, .soundEffect: []
        }
    }
}

extension Phrasing {
    /// Many of a kind in the middle of a sentence; music and narration have no plural there.
    func plainPlural(_ kind: Reference.Kind) -> String {
        switch kind {
        case .music: self("music", "音乐")
        case .narration: self("narration", "旁白")
        case .sound: self("sound", "声音")
        default: plural(kind)
        }
    }
}
