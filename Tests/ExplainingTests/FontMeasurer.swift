import BundledFonts
import Explaining
import Typesetting

/// Measures words with the bundled fonts, as the program does.
struct FontMeasurer: TextMeasurer {
    private let typesetter: Typesetter
    private let language: String

    init(language: String = "en") throws {
        typesetter = try Typesetter(FontLibrary(files: BundledFonts.files()))
        self.language = language
    }

    func extent(of text: String, in type: TypeSpec, width: Double) -> TextExtent {
        let layout = typesetter.layout(
            TextRequest(
                text: text, family: type.family ?? "Inter", size: type.size, weight: type.weight,
                language: language, lineHeight: type.lineHeight, spacing: type.spacing,
                maxWidth: width, lineLimit: 100))
        return TextExtent(
            width: layout.blockWidth, height: layout.blockHeight, lineCount: layout.lines.count)
    }
}
