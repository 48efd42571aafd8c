import Foundation
import Planning

/// A change from one theme to another, as a map of colours.
///
/// A colour is the old theme's where red, green and blue are. Several roles may share them (white is
/// dusk's ink, panel and hairline): the key decides which roles a colour can have, and of those that
/// remain the one with the nearest alpha is taken. A colour with its role's own alpha becomes the
/// new role's colour whole; any other alpha was chosen and stays.
struct Restyling {
    let old: ThemeDefaults
    let new: ThemeDefaults

    typealias Role = KeyPath<ThemeDefaults, Color>

    /// Returns `color` in the new theme, as the first of `roles` that fits; nil where none does.
    func role(of color: Color, among roles: [Role]) -> Color? {
        let fitting = roles.filter { old[keyPath: $0].isSameTone(as: color) }
        let role = fitting.min { distance(color, $0) < distance(color, $1) }
        guard let role else { return nil }
        var result = new[keyPath: role]
        if old[keyPath: role].alpha != color.alpha { result.alpha = color.alpha }
        if role == \.scrim { result.alpha = density(color.alpha) }
        return result
    }

    /// How dense a scrim must be: a light one lets a quarter of what a dark one does through, for
    /// dark words lose more to a dark picture than light words to a bright one.
    private func density(_ alpha: UInt8) -> UInt8 {
        guard old.isLight != new.isLight else { return alpha }
        let gap = 255 - alpha
        if new.isLight { return alpha < 128 ? alpha : 255 - gap / 4 }
        return gap > 32 ? alpha : 255 - gap * 4
    }

    private func distance(_ color: Color, _ role: Role) -> Int {
        abs(Int(color.alpha) - Int(old[keyPath: role].alpha))
    }

    func ground(_ color: Color) -> Color { role(of: color, among: [\.ground]) ?? color }

    /// Panels and lines are told from plain colours by being as opaque as the theme makes them:
    /// a white card is no faint white line.
    func shape(_ color: Color) -> Color {
        let faint: [Role] = [\.panel, \.hairline]
        let roles = faint.filter { (old[keyPath: $0].alpha < 128) == (color.alpha < 128) }
        return role(of: color, among: [\.ground, \.scrim, \.accent] + roles) ?? color
    }

    func gradientEnd(_ color: Color) -> Color {
        role(of: color, among: [\.scrim, \.ground]) ?? color
    }

    func picture(_ segment: Draft.Segment) -> Draft.Segment {
        var segment = segment
        segment.color = segment.color.map(shape)
        if var gradient = segment.generated, gradient.kind == .gradient {
            gradient.from = gradient.from.map(gradientEnd)
            gradient.to = gradient.to.map(gradientEnd)
            segment.generated = gradient
        }
        if old.isLight != new.isLight { segment.effects = segment.effects.map(veil) }
        return segment
    }
}

extension Color {
    /// Whether red, green and blue are the same.
    func isSameTone(as other: Color) -> Bool {
        (red, green, blue) == (other.red, other.green, other.blue)
    }
}
