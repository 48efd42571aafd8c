import Foundation
import Inspecting
import Planning

/// The one colour that stands out, taken from the picture itself.
struct Accent: Hashable {
    /// For lines, rings and panels: at least 3:1 against the ground.
    var line: Color

    /// For words: at least 4.5:1 against the ground.
    var word: Color

    /// The most chromatic colour of the picture that has mass enough; the theme's own where the
    /// picture has none.
    init(_ swatches: [PictureMeasures.Swatch], theme: Theme) {
        let vivid = swatches.filter { $0.share >= Self.leastShare && $0.chroma >= Self.leastChroma }
        let chosen = vivid.max { Self.weight($0) < Self.weight($1) }
        let seed =
            theme.fixedAccent
            ?? chosen.map { Color(red: $0.red, green: $0.green, blue: $0.blue) }
            ?? theme.spareAccent
        line = Self.readable(seed, on: theme.ground, contrast: theme.isLight ? 3.2 : 6.5)
        word = Self.readable(seed, on: theme.ground, contrast: theme.isLight ? 5.8 : 9)
    }

    private static let leastShare = 0.03
    private static let leastChroma = 0.05

    /// Chroma first; of two equally chromatic colours the larger one.
    private static func weight(_ swatch: PictureMeasures.Swatch) -> Double {
        swatch.chroma * pow(swatch.share, 0.15)
    }

    /// Moves the lightness until the colour has `contrast` against `ground`.
    private static func readable(_ color: Color, on ground: Color, contrast: Double) -> Color {
        var candidate = OKLab(color)
        let step = OKLab(ground).lightness < 0.5 ? 0.01 : -0.01
        for _ in 0..<100 {
            let result = candidate.color
            if result.contrast(to: ground) >= contrast { return result }
            candidate.lightness += step
            // Near white and black there is little room for chroma: less of it keeps the hue.
            candidate.a *= 0.995
            candidate.b *= 0.995
        }
        return candidate.color
    }
}
