import Foundation

extension TextPreset {
    /// How much of what is under it a light theme's panel hides.
    private static let panelDensity = 0.88

    /// Returns what a text of `style` has where it says nothing, in a draft with this `m.theme`.
    ///
    /// A name that is no theme's counts as none.
    package static func of(
        _ style: Draft.TextStyle?, canvas: Canvas, theme: String?
    ) -> TextPreset {
        let style = style ?? Draft.TextStyle()
        let preset = TextPreset.of(style.preset ?? .title, canvas: canvas)
        guard let theme = theme.flatMap(ThemeDefaults.named) else { return preset }
        return preset.themed(theme, for: style) { _ in true }
    }

    /// Returns the preset with what `theme` gives to a text of `style`.
    ///
    /// Words must read on any picture. In dark themes they keep the soft shadow. In light themes
    /// dark words get a panel of the ground instead, because no shadow helps them on a dark
    /// picture; words of a colour that the ground does not carry stay as they are without a theme.
    func themed(
        _ theme: ThemeDefaults, for style: Draft.TextStyle, hasFamily: (String) -> Bool
    ) -> TextPreset {
        var preset = self
        let name = style.preset ?? .title
        if name.isTitle {
            preset.size *= theme.titleScale
            if let family = theme.titleFamily, hasFamily(family) { preset.family = family }
        }
        if name == .caption { preset.size = theme.captionSize }
        preset.ink = ink(of: theme, on: style.box)
        preset.box?.radius = box?.radius.map { min($0, theme.cornerRadius) }
        guard theme.carries(style.color ?? preset.ink) else { return preset }
        preset.highlight = theme.accent
        preset.box?.color = box?.color.map { theme.ground.withAlpha($0.alpha) }
        if theme.isLight { preset.lay(on: theme, isLarge: name.isTitle) }
        return preset
    }

    /// The theme's ink, but on a written box that does not carry it.
    private func ink(of theme: ThemeDefaults, on box: Draft.TextStyle.Box?) -> Color {
        guard let color = box?.color, color.alpha >= 0x80 else { return theme.ink }
        return color.contrast(to: theme.ink) >= min(4.5, color.contrast(to: ink))
            ? theme.ink : ink
    }

    /// Words on a panel of the ground need no shadow; large letters need more room.
    private mutating func lay(on theme: ThemeDefaults, isLarge: Bool) {
        shadow = nil
        // The panel too stays inside the safe area, in vertical video as well.
        if isLarge { width = min(width, 0.82) }
        box = Draft.TextStyle.Box(
            color: theme.ground.faded(Self.panelDensity), padX: box?.padX ?? (isLarge ? 44 : 28),
            padY: box?.padY ?? (isLarge ? 26 : 14),
            radius: box?.radius ?? min(isLarge ? 28 : 16, theme.cornerRadius))
    }
}

extension Draft.TextStyle.Preset {
    /// Set in the family of titles.
    fileprivate var isTitle: Bool {
        switch self {
        case .title, .subtitle, .quote, .end: true
        case .caption, .lowerThird, .label, .card: false
        }
    }
}

extension Color {
    fileprivate func withAlpha(_ alpha: UInt8) -> Color {
        var color = self
        color.alpha = alpha
        return color
    }
}
