import Foundation

/// What a named text style stands for.
///
/// Lengths are in 1/1080 of the canvas' shorter side.
package struct TextPreset {
    /// The centre and the largest width, as fractions of the canvas.
    package var x = 0.5
    package var y: Double
    package var width = 0.82

    package var size: Double
    package var weight: Int
    package var italic = false
    package var alignment = TextStyle.Alignment.center
    package var lineHeight: Double
    package var lineLimit: Int

    /// Parts that give contrast over a picture; a style that brings a stroke or box needs no
    /// shadow.
    package var shadow: Draft.TextStyle.Shadow? = softShadow
    package var box: Draft.TextStyle.Box?

    package var family = "Inter"

    /// White at 96 %.
    package var ink = Color(red: 255, green: 255, blue: 255, alpha: 0xF5)

    /// The colour of the word being spoken.
    package var highlight = Color(red: 0xFF, green: 0xC4, blue: 0x8A)

    /// The size from which letters stand closer, and by which share of it.
    package static let tightSize = 68.0
    package static let tightTracking = -0.01

    /// Black at 55 %, a little below the letters.
    package static let softShadow = Draft.TextStyle.Shadow(
        color: Color(red: 0, green: 0, blue: 0, alpha: 0x8C), dx: 0, dy: 2, blur: 14)
    private static let panel = Color(red: 0x0B, green: 0x0D, blue: 0x12, alpha: 0xB8)

    /// Returns the preset for a canvas without a theme; captions stand higher in vertical video.
    package static func of(_ name: Draft.TextStyle.Preset, canvas: Canvas) -> TextPreset {
        let isVertical = canvas.contentHeight > canvas.contentWidth
        return switch name {
        case .title, .end: heading(y: 0.46, size: 104)
        case .subtitle: heading(y: 0.58, size: 68)
        case .caption:
            TextPreset(
                y: isVertical ? 0.70 : 0.84, size: 44, weight: 500, lineHeight: 1.3, lineLimit: 2)
        case .lowerThird: lowerThird
        case .label:
            TextPreset(y: 0.12, width: 0.6, size: 30, weight: 500, lineHeight: 1.3, lineLimit: 2)
        case .card:
            TextPreset(
                y: 0.5, width: 0.6, size: 44, weight: 500, lineHeight: 1.3, lineLimit: 8,
                shadow: nil, box: .init(color: panel, padX: 44, padY: 36, radius: 26))
        case .quote:
            TextPreset(
                y: 0.46, width: 0.7, size: 68, weight: 500, italic: true, lineHeight: 1.3,
                lineLimit: 4)
        }
    }

    private static func heading(y: Double, size: Double) -> TextPreset {
        TextPreset(y: y, width: 0.9, size: size, weight: 600, lineHeight: 1.15, lineLimit: 3)
    }

    /// Left-aligned inside the safe area of 5 %, its box included.
    private static let lowerThird = TextPreset(
        x: 0.32, y: 0.78, width: 0.5, size: 44, weight: 600, alignment: .left, lineHeight: 1.3,
        lineLimit: 2, shadow: nil, box: .init(color: panel, padX: 28, padY: 18, radius: 16))
}
