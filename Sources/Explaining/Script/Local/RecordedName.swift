import Foundation

/// Names that a file records, made fit to be shown or said; nil where nothing readable is left.
enum RecordedName {
    /// A name of a program, service or organisation: letters, digits and a few marks.
    static func plain(_ name: String?, longest: Int = 40) -> String? {
        guard let name, name.count <= 400 else { return nil }
        let bare = name.prefix { $0 != "(" && $0 != "/" }
        let kept = bare.filter { character in
            character.isLetter || character.isNumber || " .-+&',·".contains(character)
        }
        let words = kept.split(separator: " ").joined(separator: " ")
            .trimmingCharacters(in: CharacterSet(charactersIn: " .-+&,·"))
        guard words.contains(where: \.isLetter), words.count <= longest,
            !words.lowercased().contains("www"), !ForbiddenClaims.isClaim(words)
        else { return nil }
        return words
    }

    /// A model without folders and file extension; of a URN the last part.
    static func model(_ model: String?) -> String? {
        guard let model, model.count <= 400 else { return nil }
        if model.lowercased().hasPrefix("urn:") {
            let parts = model.split(separator: ":")
            return shown(parts.suffix(2).joined(separator: " "))
        }
        let file = model.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? model
        let extensions = [".safetensors", ".ckpt", ".pt", ".pth", ".bin", ".gguf", ".onnx"]
        let end = extensions.first { file.lowercased().hasSuffix($0) }?.count ?? 0
        return shown(String(file.dropLast(end)))
    }

    /// A short value for a row: no control characters, at most 36 characters.
    static func shown(_ value: String?) -> String? {
        guard let value else { return nil }
        let kept = String(value.prefix(400)).unicodeScalars.filter { scalar in
            let category = scalar.properties.generalCategory
            return category != .control && category != .format && !"<>{}\\".unicodeScalars.contains(scalar)
        }
        let words = String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return words.count > 36 ? words.prefix(35).trimmingCharacters(in: .whitespaces) + "…" : words
    }

    /// The digits of a seed in groups of three, with thin spaces; nil where it is no number.
    static func seed(_ seed: String?) -> String? {
        guard let seed, !seed.isEmpty, seed.count <= 24, seed.allSatisfy(\.isASCII),
            seed.allSatisfy(\.isNumber)
        else { return nil }
        return grouped(seed, by: "\u{2009}")
    }

    /// `digits` in groups of three from the right.
    static func grouped(_ digits: String, by separator: String) -> String {
        let reversed = Array(digits.reversed())
        let groups = stride(from: 0, to: reversed.count, by: 3).map { start in
            String(reversed[start..<min(start + 3, reversed.count)].reversed())
        }
        return groups.reversed().joined(separator: separator)
    }
}
