import Foundation

/// Gives each cluster of a paragraph the first face that has all of it.
struct FaceChooser {
    /// The open faces to try, best first, with their indices in the library.
    var candidates: [(index: Int, face: FontFace)]

    /// The language of the words: it decides which face quotes and dashes are taken from.
    var language: String

    /// Sets the face of every cluster and returns the code points that no face has.
    func choose(for paragraph: inout Paragraph) -> Set<UInt32> {
        var missing: Set<UInt32> = []
        for index in paragraph.clusters.indices {
            let scalars = paragraph.scalars[paragraph.clusters[index].scalars]
            if let candidate = candidates.first(where: { covers($0.face, scalars) }) {
                paragraph.clusters[index].face = candidate.index
            } else {
                paragraph.clusters[index].face = candidates.first?.index ?? 0
                paragraph.clusters[index].isMissing = true
                missing.formUnion(missingScalars(scalars))
            }
        }
        giveSharedPunctuationToHanText(in: &paragraph)
        return missing
    }

    /// Names what no face has; where each code point has a face but none has all, the whole
    /// cluster.
    private func missingScalars(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
        let drawn = scalars.filter(needsGlyph)
        let absent = drawn.filter { scalar in !candidates.contains { $0.face.has(scalar) } }
        return absent.isEmpty ? drawn : absent
    }

    /// A cluster is covered as it is written or in either canonical form: HarfBuzz tries these too.
    private func covers(_ face: FontFace, _ scalars: ArraySlice<UInt32>) -> Bool {
        if scalars.allSatisfy({ !needsGlyph($0) || face.has($0) }) { return true }
        guard scalars.count > 1 || (scalars.first ?? 0) > 0x7F else { return false }
        let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        return [
            text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping,
        ]
        .contains { form in
            form.unicodeScalars.allSatisfy { !needsGlyph($0.value) || face.has($0.value) }
        }
    }
}

/// Whether a code point must be drawn: spaces and default-ignorable ones may be absent from a face.
private func needsGlyph(_ scalar: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    if properties.isDefaultIgnorableCodePoint { return false }
    // HarfBuzz makes the fixed-width spaces itself; only the ideographic one is left to a face.
    return !(properties.isWhitespace && scalar != 0x3000)
}
