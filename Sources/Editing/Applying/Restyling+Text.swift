import Foundation
import Planning

extension Restyling {
    func text(_ segment: Draft.Segment) -> Draft.Segment {
        guard let style = segment.style else { return segment }
        var result = segment
        var colored = colors(of: style)
        colored.font = family(of: segment, style)
        result.style = colored
        return result
    }

    private func colors(of style: Draft.TextStyle) -> Draft.TextStyle {
        var result = style
        result.box?.color = style.box?.color.map(box)
        result.stroke?.color = style.stroke?.color.map { edge($0, [\.ground, \.scrim, \.ink]) }
        result.shadow?.color = style.shadow?.color.map { edge($0, [\.ground, \.scrim]) }
        result.color = style.color.map { words($0, style, on: result.box?.color) }
        result.shadow = glow(result, insteadOf: style)
        let ink = result.color ?? new.ink
        result.highlight = style.highlight.map { highlight($0, beside: ink) }
        return result
    }

    /// What is not seen keeps its colour.
    private func box(_ color: Color) -> Color {
        guard color.alpha > 0 else { return color }
        return role(of: color, among: [\.ground, \.scrim, \.panel]) ?? color
    }

    /// Black is every shadow's colour and no theme's.
    private func edge(_ color: Color, _ roles: [Role]) -> Color {
        color.isSameTone(as: .black) ? color : role(of: color, among: roles) ?? color
    }

    /// Dark words that stand bare get a glow of the ground, which light ones did without.
    ///
    /// A scrim hides less of a dark picture under dark words than of a bright one under light
    /// words. Back in a dark theme the glow goes.
    private func glow(
        _ style: Draft.TextStyle, insteadOf before: Draft.TextStyle
    ) -> Draft.TextStyle.Shadow? {
        if !new.isLight, before.shadow == Self.glow(of: old) { return nil }
        guard new.isLight, !old.isLight, style.standsBare, style.shadow == nil,
            new.carries(style.color ?? new.ink)
        else { return style.shadow }
        return Self.glow(of: new)
    }

    private static func glow(of theme: ThemeDefaults) -> Draft.TextStyle.Shadow {
        .init(color: theme.ground.faded(0.8), dx: 0, dy: 0, blur: 36)
    }

    /// The colour of words: ink, or ground on a panel of another colour.
    ///
    /// Words on a box of their own keep theirs where the new ink could not be read on it.
    private func words(_ color: Color, _ style: Draft.TextStyle, on box: Color?) -> Color {
        guard let themed = role(of: color, among: [\.ink, \.ground, \.accent]) else {
            return style.standsBare ? readable(color) : color
        }
        guard let box, box.alpha >= 0x80, box.contrast(to: themed) < 4.5 else { return themed }
        return box.contrast(to: color) > box.contrast(to: themed) ? color : themed
    }

    /// Words that light up do so beside words in the ground's contrast, or elsewhere.
    private func highlight(_ color: Color, beside ink: Color) -> Color {
        let themed = role(of: color, among: [\.accent, \.ink, \.ground]) ?? color
        return new.carries(ink) ? readable(themed) : themed
    }

    /// Returns a colour that could be read on the old ground so that it can be on the new one: its
    /// hue and saturation (HSL) with the nearest lightness that gives 4.5:1.
    private func readable(_ color: Color) -> Color {
        guard old.carries(color), !new.carries(color) else { return color }
        var tone = HSL(color)
        let step = new.isLight ? -0.01 : 0.01
        while !new.carries(tone.color(alpha: color.alpha)), (0...1).contains(tone.lightness) {
            tone.lightness += step
        }
        return tone.color(alpha: color.alpha)
    }

    /// The old family of titles becomes the new one.
    ///
    /// Titles of the presets for titles follow `m.theme`; those that stand in another preset are
    /// known by their size.
    private func family(of segment: Draft.Segment, _ style: Draft.TextStyle) -> String? {
        if let font = style.font { return font == old.titleFamily ? new.titleFamily : font }
        return segment.isLargeHeading && style.standsBare ? new.titleFamily : nil
    }
}

extension Draft.TextStyle {
    /// Without a panel of its own or of the theme: over whatever lies under it.
    fileprivate var standsBare: Bool { box?.color?.alpha == 0 }
}

extension Draft.Segment {
    /// Heavy letters larger than those of a text, and not the digits of a counter or words that
    /// light up.
    fileprivate var isLargeHeading: Bool {
        guard let style, let text, words == nil else { return false }
        let isLarge = style.size ?? 0 >= 50 || style.spacing ?? 0 < 0
        return isLarge && style.weight ?? 0 >= 600 && text.contains(where: \.isLetter)
    }
}
