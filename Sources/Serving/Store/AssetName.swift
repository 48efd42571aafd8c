/// A name from a client made fit for a file.
///
/// It is one part of a path, not hidden, not long, and shown as it is. Names are read by scalars: a
/// slash with an accent is one character that is no slash, and two parts of a path.
struct AssetName {
    private let stem: String
    /// With its dot; empty where there is none.
    private let ending: String

    init(_ original: String) {
        let last = original.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? .init()
        let shown = last.compactMap(Self.safe).drop { $0 == "." || $0 == " " }
        // An ending of more bytes is a part of the name that has a dot.
        guard let dot = shown.lastIndex(of: "."), Self.text(shown[dot...]).utf8.count <= 16 else {
            stem = Self.cut(shown)
            ending = ""
            return
        }
        stem = Self.cut(shown[..<dot])
        ending = Self.text(shown[dot...])
    }

    /// "cat.png" for 1, "cat-2.png" for 2.
    func numbered(_ number: Int) -> String {
        number == 1 ? stem + ending : "\(stem)-\(number)\(ending)"
    }

    /// Nothing that breaks a line, means something to a shell or a URL, or turns the writing round.
    private static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: "-"
        case .format, .surrogate, .unassigned, .privateUse: nil
        default: "\"'`$&|;<>*?:#%".unicodeScalars.contains(scalar) ? "-" : scalar
        }
    }

    /// File systems end a name at 255 bytes.
    private static func cut(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var result = ""
        for character in text(scalars) {
            guard result.utf8.count + character.utf8.count <= 100 else { break }
            result.append(character)
        }
        return result.isEmpty ? "file" : result
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
