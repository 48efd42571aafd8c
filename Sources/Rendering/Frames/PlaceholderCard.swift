import Foundation
import Typesetting

/// The card that stands in for a file that can't be shown: a dark ground, the sign of a missing
/// picture, and the file's name.
struct PlaceholderCard {
    private let height: Int
    private let sign: MissingPictureSign
    private let words: TextMasks?

    /// In pixels; `words` are the name as `words(_:width:height:_:)` sets it.
    init(width: Int, height: Int, words: TextMasks?) {
        self.height = height
        self.words = words
        let layout = Layout(width: width, height: height)
        sign = MissingPictureSign(
            centerX: Double(width) / 2,
            centerY: words == nil ? Double(height) / 2 : layout.signY, height: layout.signHeight)
    }

    /// Sets a file's name for a card of this size in pixels; nil where there is no room for it.
    static func words(
        _ name: String, width: Int, height: Int, _ typesetter: Typesetter
    ) -> TextMasks? {
        let layout = Layout(width: width, height: height)
        guard layout.textSize >= 8 else { return nil }
        let request = TextRequest(
            text: name, size: layout.textSize, maxWidth: 0.84 * Double(width),
            maxHeight: 0.3 * Double(height), lineLimit: 2)
        let set = typesetter.layout(request)
        guard set.blockWidth <= 0.92 * Double(width) else { return nil }
        return typesetter.masks(
            for: set, centerX: Double(width) / 2,
            centerY: layout.textTop + set.blockHeight / 2)
    }

    /// Returns the straight R'G'B'A of a pixel, each 0...1.
    func color(x: Int, y: Int) -> SIMD4<Float> {
        let share = (Float(y) + 0.5) / Float(height)
        var color = Self.top + (Self.bottom - Self.top) * share
        color += (Self.line - color) * sign.coverage(x: Double(x) + 0.5, y: Double(y) + 0.5)
        color += (Self.ink - color) * wordCoverage(x, y)
        return color
    }

    private func wordCoverage(_ x: Int, _ y: Int) -> Float {
        guard let words else { return 0 }
        let (column, row) = (x - words.originX, y - words.originY)
        guard (0..<words.width).contains(column), (0..<words.height).contains(row) else { return 0 }
        return Float(words.fill[row * words.width + column]) / 255
    }

    private static let top = SIMD4<Float>(0x2B, 0x2F, 0x38, 0xFF) / 255
    private static let bottom = SIMD4<Float>(0x1D, 0x20, 0x27, 0xFF) / 255
    private static let line = SIMD4<Float>(0x7C, 0x86, 0x97, 0xFF) / 255
    private static let ink = SIMD4<Float>(0xD3, 0xD9, 0xE3, 0xFF) / 255
}

/// Where sign and name lie, in pixels.
private struct Layout {
    var signHeight: Double
    var signY: Double
    var textSize: Double
    var textTop: Double

    init(width: Int, height: Int) {
        let side = min(Double(height), 0.8 * Double(width))
        signHeight = 0.2 * side
        // Small cards keep a name that can be read.
        textSize = max(0.046 * side, min(0.08 * side, 16))
        signY = 0.5 * Double(height) - 0.055 * side
        textTop = signY + 0.6 * signHeight + 0.055 * side
    }
}
