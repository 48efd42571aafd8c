import Foundation
import Planning

extension Comparison where Owner == Draft.Segment {
    /// The look of a text against what its preset says.
    mutating func compareStyle(_ pair: ItemPair) {
        let (before, after) = (old.style ?? Draft.TextStyle(), new.style ?? Draft.TextStyle())
        guard settle(\.style) else { return }
        var styles = Comparison<Draft.TextStyle>(before, after, words: words)
        styles.compareAll(on: pair.canvases.new, theme: pair.theme)
        phrases += styles.finished
    }
}

extension Comparison where Owner == Draft.TextStyle {
    fileprivate mutating func compareAll(on canvas: Canvas, theme: String?) {
        let words = words
        func preset(_ style: Owner) -> TextPreset {
            TextPreset.of(style, canvas: canvas, theme: theme)
        }
        compare(\.preset, words("style", "样式"), [{ words.name($0.preset ?? .title) }])
        compare(
            \.color, words("colour", "颜色"),
            [{ words.color($0.color ?? preset($0).ink) }, { ($0.color ?? preset($0).ink).hex }])
        compare(
            \.size, words("size", "字号"),
            [
                { words.number($0.size ?? preset($0).size) },
                { JSONNumber($0.size ?? preset($0).size).text },
            ])
        compare(\.font, words("font", "字体"), [{ $0.font ?? preset($0).family }])
        compare(\.weight, words("weight", "字重"), [{ "\($0.weight ?? preset($0).weight)" }])
        compare(
            \.italic, words("italic", "斜体"), [{ words.onOff($0.italic ?? preset($0).italic) }])
        compare(
            \.alignment, words("alignment", "对齐"),
            [{ words.name($0.alignment ?? preset($0).alignment) }])
        compare(
            \.lineHeight, words("line height", "行高"),
            [{ JSONNumber($0.lineHeight ?? preset($0).lineHeight).text }])
        compare(
            \.spacing, words("letter spacing", "字距"),
            [{ $0.spacing.map { JSONNumber($0).text } ?? words("normal", "默认") }])
        compareParts(preset)
    }

    private mutating func compareParts(_ preset: @escaping (Owner) -> TextPreset) {
        let words = words
        comparePart(\.stroke, words("outline", "描边"), [words.text, words.exactText])
        compare(
            \.shadow, words("shadow", "阴影"),
            [{ words.shadow(of: $0, preset($0)) }, { words.exactText(of: $0.shadow) }])
        compare(
            \.box, words("box", "底框"),
            [{ words.box(of: $0, preset($0)) }, { words.exactText(of: $0.box) }])
        comparePart(\.highlight, words("highlight", "高亮色"), [words.color, \.hex])
        compare(
            \.letterCase, words("capitals", "大写"), [{ words.onOff($0.letterCase == .upper) }])
        compareObject(\.unknown)
    }
}

extension Phrasing {
    fileprivate func text(of stroke: Draft.TextStyle.Stroke) -> String {
        "\(color(stroke.color ?? .black)) \(JSONNumber(stroke.width ?? 3).text)"
    }

    fileprivate func exactText(of stroke: Draft.TextStyle.Stroke) -> String {
        (stroke.color ?? .black).hex + " \(JSONNumber(stroke.width ?? 3).text)"
            + extra(stroke.unknown)
    }

    /// A written outline or box takes the preset's shadow away.
    fileprivate func shadow(of style: Draft.TextStyle, _ preset: TextPreset) -> String {
        guard let shadow = style.shadow else {
            return onOff(preset.shadow != nil && style.stroke == nil && style.box == nil)
        }
        return shadow.color.map(part) ?? onOff(true)
    }

    fileprivate func box(of style: Draft.TextStyle, _ preset: TextPreset) -> String {
        guard let box = style.box else { return onOff(preset.box != nil) }
        return box.color.map(part) ?? onOff(true)
    }

    /// A part that can't be seen at all is none.
    private func part(_ color: Color) -> String {
        color.alpha == 0 ? onOff(false) : self.color(color)
    }

    fileprivate func exactText(of shadow: Draft.TextStyle.Shadow?) -> String {
        guard let shadow else { return self("default", "默认") }
        let numbers = [shadow.dx, shadow.dy, shadow.blur].map(exact)
        return ([shadow.color?.hex ?? "-"] + numbers).joined(separator: " ")
            + extra(shadow.unknown)
    }

    fileprivate func exactText(of box: Draft.TextStyle.Box?) -> String {
        guard let box else { return self("default", "默认") }
        let numbers = [box.padX, box.padY, box.radius].map(exact)
        return ([box.color?.hex ?? "-"] + numbers).joined(separator: " ") + extra(box.unknown)
    }

    private func exact(_ number: Double?) -> String { number.map { JSONNumber($0).text } ?? "-" }

    private func extra(_ unknown: JSONObject) -> String {
        unknown.isEmpty ? "" : " " + JSONWriter.text(of: .object(unknown))
    }

    func name(_ alignment: Planning.TextStyle.Alignment) -> String {
        switch alignment {
        case .left: self("left", "左")
        case .center: self("centre", "居中")
        case .right: self("right", "右")
        }
    }

    func name(_ preset: Draft.TextStyle.Preset) -> String {
        switch preset {
        case .title: self("title", "标题")
        case .subtitle: self("subtitle", "副标题")
        case .caption: self("caption", "字幕")
        case .lowerThird: self("lower third", "下三分之一")
        case .label: self("label", "标签")
        case .card: self("card", "卡片")
        case .quote: self("quote", "引言")
        case .end: self("end card", "片尾")
        }
    }
}
