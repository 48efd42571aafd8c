import Foundation

/// What a file says beside its pictures and sound: the counterpart of `FileLabels`.
package struct StoredLabels: Hashable, Sendable {
    package var title: String?

    /// When it was made, as it stands there.
    package var date: String?

    /// The program that wrote it.
    package var encoder: String?

    package var chapters: [FileLabels.Chapter] = []

    /// Nil where there is no track of captions that can be read.
    package var captions: [FileLabels.Caption]?

    /// The term of IPTC's digital source type: "trainedAlgorithmicMedia".
    package var sourceType: String?

    package init() {}

    /// Returns the term that a text names by its URI; nil where it names none.
    static func sourceType(in text: String) -> String? {
        guard let place = text.range(of: vocabulary, options: .caseInsensitive) else { return nil }
        let term = text[place.upperBound...].prefix { $0.isLetter && $0.isASCII }
        return term.isEmpty ? nil : String(term)
    }

    /// What stands before a term; the scheme may be either.
    private static let vocabulary = "cv.iptc.org/newscodes/digitalsourcetype/"
}
