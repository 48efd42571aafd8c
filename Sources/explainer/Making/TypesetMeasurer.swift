import Explaining
import Foundation
import Typesetting

/// Measures words by setting them with the fonts that the renderer uses.
struct TypesetMeasurer: TextMeasurer {
    private let typesetter: Typesetter
    private let language: String

    init(_ fonts: FontLibrary, language: String) throws {
        typesetter = try Typesetter(fonts)
        self.language = language
    }

    func extent(of text: String, in type: TypeSpec, width: Double) -> TextExtent {
        // At a scale where a unit is a pixel: sizes are then those of a canvas of 1080 lines.
        let layout = typesetter.layout(
            TextRequest(
                text: text, family: type.family ?? "Inter", size: type.size, weight: type.weight,
                language: language, lineHeight: type.lineHeight, spacing: type.spacing,
                maxWidth: width, lineLimit: 100))
        return TextExtent(
            width: layout.blockWidth, height: layout.blockHeight, lineCount: layout.lines.count)
    }
}
