import CFreeType

/// The faces to choose from, in order of preference.
///
/// A library is a checked list of files; each `Typesetter` opens them for itself.
package struct FontLibrary: Sendable {
    var faces: [FaceDescription]

    /// Reads the names and weights of the fonts in `files` (the first face of each file).
    ///
    /// - Throws: `TypesettingError` where a file is no scalable font, or where the list is empty.
    package init(files: [String]) throws {
        guard !files.isEmpty else {
            throw TypesettingError("set text", path: "", reason: "the list of font files is empty")
        }
        let freeType = try FreeType()
        faces = try files.map { try FontFace(path: $0, freeType: freeType).description }
    }

    /// The names of the families, each once, in order of preference.
    package var families: [String] {
        var seen: Set<String> = []
        return faces.map(\.family).filter { seen.insert($0).inserted }
    }
}

/// What a library knows about a face without keeping it open.
struct FaceDescription: Hashable, Sendable {
    var path: String
    var family: String

    /// The usWeightClass of the OS/2 table, 1...1000.
    var weight: Int
    var isItalic: Bool
}

extension FontLibrary {
    /// Returns the faces to try for a cluster, best first: one of each family, `family` in front.
    func candidates(family: String, weight: Int, italic: Bool) -> [Int] {
        var ordered = families
        if let place = ordered.firstIndex(where: { $0.lowercased() == family.lowercased() }) {
            ordered.insert(ordered.remove(at: place), at: 0)
        }
        return ordered.compactMap { bestFace(family: $0, weight: weight, italic: italic) }
    }

    /// Returns whether the library has `family`, whatever its letters' case.
    func hasFamily(_ family: String) -> Bool {
        faces.contains { $0.family.lowercased() == family.lowercased() }
    }

    /// Returns the face of a family that CSS Fonts 4 clause 5.2 would take: slope first, then
    /// weight.
    private func bestFace(family: String, weight: Int, italic: Bool) -> Int? {
        faces.indices.filter { faces[$0].family == family }.min {
            rank(faces[$0], weight: weight, italic: italic)
                < rank(faces[$1], weight: weight, italic: italic)
        }
    }

    private func rank(
        _ face: FaceDescription, weight: Int, italic: Bool
    ) -> (slope: Int, side: Int, distance: Int) {
        (
            face.isItalic == italic ? 0 : 1, side(of: face.weight, for: weight),
            abs(face.weight - weight)
        )
    }

    /// Lighter weights look further down first, bolder ones up; 400...500 look up to 500, then
    /// down.
    private func side(of weight: Int, for wanted: Int) -> Int {
        switch wanted {
        case ..<400: weight <= wanted ? 0 : 1
        case 400...500: (wanted...500).contains(weight) ? 0 : weight < wanted ? 1 : 2
        default: weight >= wanted ? 0 : 1
        }
    }
}
