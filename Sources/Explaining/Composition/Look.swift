import Foundation
import Planning

/// Everything about an explainer's looks: the theme, the picture's accent, the canvas and the
/// measure of words.
struct Look {
    var theme: Theme
    var accent: Accent
    var stage: Stage
    var measurer: any TextMeasurer
    var isChinese: Bool

    /// Sizes of type, on a scale of 1.25; Chinese faces look larger and are set at 0.96.
    enum Role {
        case hero, title, heading, prompt, counter, row, kicker, badge, small
    }

    func type(_ role: Role) -> TypeSpec {
        let scale = isChinese ? 0.96 : 1
        var type: TypeSpec
        switch role {
        case .hero: type = display(132, tracking: -0.022, lineHeight: isChinese ? 1.16 : 1.06)
        case .title: type = display(92, tracking: -0.02, lineHeight: isChinese ? 1.22 : 1.14)
        case .heading: type = display(62, tracking: -0.012, lineHeight: isChinese ? 1.24 : 1.16)
        case .prompt:
            type = TypeSpec(
                size: 76, weight: 600, lineHeight: isChinese ? 1.34 : 1.28, spacing: -0.9)
        case .counter: type = TypeSpec(size: 92, weight: 600, lineHeight: 1.05, spacing: -1.8)
        case .row: type = TypeSpec(size: 36, weight: 500)
        case .kicker:
            type = TypeSpec(size: 26, weight: 600, spacing: isChinese ? 2 : 4.2)
        case .badge: type = TypeSpec(size: 29, weight: 500, lineHeight: 1.4)
        case .small: type = TypeSpec(size: 24, weight: 500)
        }
        type.size *= scale
        return type
    }

    private func display(_ size: Double, tracking: Double, lineHeight: Double) -> TypeSpec {
        let size = size * theme.titleScale
        return TypeSpec(
            size: size, weight: theme.titleWeight, family: theme.titleFamily,
            lineHeight: lineHeight, spacing: isChinese ? 0 : tracking * size)
    }

    var captionType: TypeSpec {
        TypeSpec(size: theme.captionSize * (isChinese ? 0.96 : 1), weight: 500, lineHeight: 1.3)
    }

    /// `type`, smaller by steps until `text` takes at most `lines` lines and `height` units.
    ///
    /// At half the size the search ends: the renderer then shrinks or wraps further, with a notice.
    func fitted(
        _ text: String, _ type: TypeSpec, width: Double, lines: Int, height: Double = .infinity
    ) -> (type: TypeSpec, extent: TextExtent) {
        var fitted = type
        var extent = measurer.extent(of: text, in: fitted, width: width)
        while extent.lineCount > lines || extent.height > height || extent.width > width + 1,
            fitted.size > type.size * 0.5
        {
            fitted.size *= 0.94
            fitted.spacing *= 0.94
            extent = measurer.extent(of: text, in: fitted, width: width)
        }
        return (fitted, extent)
    }

    /// `text` with its lines broken where the sense allows it and about equally long, on as many
    /// lines as it takes anyway.
    func balanced(_ text: String, _ type: TypeSpec, width: Double) -> String {
        let count = measurer.extent(of: text, in: type, width: width).lineCount
        let pieces = WordTokens(text).pieces
        guard count > 1, !text.contains("\n") else { return text }
        let breaker = SenseBreaker(pieces)
        let whole = breaker.width(0..<pieces.count)
        var limit = (whole / Double(count)).rounded(.up)
        while limit < whole {
            let parts = breaker.split(0..<pieces.count, limit: Int(limit))
            let lines = parts.map { pieces[$0].joined().trimmingCharacters(in: .whitespaces) }
            let result = lines.joined(separator: "\n")
            if parts.count <= count,
                measurer.extent(of: result, in: type, width: width).lineCount <= count
            {
                return result
            }
            limit += 1
        }
        return text
    }

    /// `text` on one line of at most `width` units, its end replaced by an ellipsis where it must.
    func shortened(_ text: String, _ type: TypeSpec, width: Double) -> String {
        func fits(_ text: String) -> Bool {
            measurer.extent(of: text, in: type, width: 1e5).width <= width
        }
        guard !fits(text) else { return text }
        var (low, high) = (0, text.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if fits(text.prefix(middle) + "…") { low = middle } else { high = middle }
        }
        return text.prefix(low).trimmingCharacters(in: .whitespaces) + "…"
    }

    /// Black or white, whichever reads better on the accent.
    var inkOnAccent: Color {
        accent.line.contrast(to: .black) >= accent.line.contrast(to: .white) ? .black : .white
    }
}
