import Foundation
import Planning

/// What changed of the draft as a whole: its canvas, its length, its metadata.
struct WholeComparison {
    let words: Phrasing
    let old: Draft
    let new: Draft
    /// The whole lengths in milliseconds; nil where only a file knows.
    let lengths: (old: Int?, new: Int?)

    /// One line for each.
    var lines: [String] {
        var metadata = Comparison<Draft.Metadata>(old.metadata, new.metadata, words: words)
        let canvas = canvasLine(&metadata)
        metadata.compareNamed()
        let length = lengthLine.map { [$0] } ?? []
        return (canvas.map { [$0] } ?? []) + length + metadata.finished + rest
    }

    private func canvasLine(_ metadata: inout Comparison<Draft.Metadata>) -> String? {
        let changes = (metadata.settle(\.width), metadata.settle(\.height))
        let sizes = [old, new].map { ($0.metadata.width ?? 1920, $0.metadata.height ?? 1080) }
        guard changes.0 || changes.1, sizes[0] != sizes[1] else { return nil }
        let texts = sizes.map { "\($0)×\($1)" }
        let line = words.changed(words("Canvas", "画布") + words.colonMark, texts[0], texts[1])
        let shapes = sizes.compactMap(Self.shape)
        guard shapes.count == 2 else { return line }
        let note = shapes[0] == shapes[1] ? shapes[0] : "\(shapes[0]) → \(shapes[1])"
        return line + words.inBrackets(note)
    }

    /// `16:9`; nil where the numbers are too large to say anything.
    private static func shape(_ width: Int, _ height: Int) -> String? {
        var (a, b) = (width, height)
        while b > 0 { (a, b) = (b, a % b) }
        guard a > 0, max(width, height) / a <= 32 else { return nil }
        let (x, y) = (width / a, height / a)
        return (x, y) == (7, 3) ? "21:9" : (x, y) == (3, 7) ? "9:21" : "\(x):\(y)"
    }

    private var lengthLine: String? {
        let label = words("Length", "时长") + words.colonMark
        guard lengths.old != lengths.new else { return nil }
        let isClose = lengths.old.map(words.seconds) == lengths.new.map(words.seconds)
        let texts = [lengths.old, lengths.new].map { length in
            length.map(isClose ? words.milliseconds : words.seconds) ?? words("open", "未定")
        }
        return words.changed(label, texts[0], texts[1])
    }

    /// What has no words: the version, the identity, unknown keys.
    private var rest: [String] {
        var lines: [String] = []
        if old.version != new.version {
            lines.append(words.changed("v" + words.colonMark, "\(old.version)", "\(new.version)"))
        }
        if old.id != new.id {
            lines.append(words.changed("id" + words.colonMark, old.id, new.id))
        }
        return lines + words.differences(old.unknown, new.unknown)
    }
}

extension Comparison where Owner == Draft.Metadata {
    fileprivate mutating func compareNamed() {
        let words = words
        func label(_ english: String, _ chinese: String) -> String {
            words(english, chinese) + words.colonMark
        }
        compare(
            \.frameRate, label("Frame rate", "帧率"), [{ words.text(of: $0.frameRate) }])
        compare(\.title, label("Name of the video", "视频名称"), [{ words.optional($0.title) }])
        compare(\.lang, label("Language", "语言"), [{ $0.lang ?? "en" }])
        compare(
            \.theme, label("Theme", "主题"), [{ $0.theme ?? words("none", "无") }])
        compare(
            \.background, label("Background", "背景"),
            [{ words.color($0.background ?? .black) }, { ($0.background ?? .black).hex }])
        compare(\.loudness, label("Loudness", "响度"), [{ words.text(of: $0.loudness) }])
        compare(
            \.chapters, label("Chapters", "章节"),
            [{ "\($0.chapters?.count ?? 0)" }, { words.text(of: $0.chapters ?? []) }])
        compare(
            \.sourceType, label("Source type", "素材来源"),
            [{ $0.sourceType?.rawValue ?? words("none", "无") }])
        compareObject(\.unknown)
    }
}

extension Phrasing {
    /// A colon behind a label, with the space that follows left to the reader of the label.
    var colonMark: String { self(":", "：") }

    fileprivate func optional(_ text: String?) -> String {
        text.map { self("\"\($0)\"", "“\($0)”") } ?? self("none", "无")
    }

    fileprivate func text(of rate: FrameRate?) -> String {
        let rate = rate ?? FrameRate(30)
        let number =
            rate.denominator == 1 ? "\(rate.numerator)" : "\(rate.numerator)/\(rate.denominator)"
        return number + self(" fps", " 帧/秒")
    }

    fileprivate func text(of loudness: Draft.Loudness?) -> String {
        switch loudness {
        case nil: "-14 LUFS"
        case .target(let level)?: "\(JSONNumber(level).text) LUFS"
        case .leave?: self("as it is", "保持原样")
        }
    }

    fileprivate func text(of chapters: [Chapter]) -> String {
        list(chapters.map { "\(milliseconds($0.start)) \($0.title)" })
    }
}
