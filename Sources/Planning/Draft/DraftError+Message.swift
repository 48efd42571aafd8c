import Foundation

extension DraftError {
    /// All issues for people, one a line; `file` is how the draft is called.
    package func message(file: String) -> String {
        issues.map { $0.message(file: file) }.joined(separator: "\n")
    }
}

extension DraftError: CustomStringConvertible {
    package var description: String { message(file: "the draft") }
}

extension DraftIssue {
    /// File, place, what is wrong and what to do: `draft.json:12:7 /t/0/sg/1/d: expected …, found
    /// …`.
    package func message(file: String) -> String {
        "\(place.label(in: file)): \(words)"
    }

    /// What is wrong and what to do, without the place.
    package var words: String { "\(cause). \(cure)".trimmingCharacters(in: .whitespaces) }

    /// What is wrong, without the place and the cure.
    var cause: String {
        switch problem {
        case .syntax(let expected, let found), .value(let expected, let found):
            "expected \(expected), found \(found)"
        case .tooLarge(let bytes):
            "the draft has \(bytes) bytes, the limit is \(JSONDocument.largestSize)"
        case .tooDeep:
            "more than \(JSONDocument.greatestDepth) arrays and objects inside one another"
        case .version(let found, let newest):
            "the draft has version \(found), this program reads up to version \(newest)"
        case .word(let found, _): "unknown word \(JSONWriter.quoted(found))"
        case .missing(let expected): "missing; expected \(expected)"
        case .empty: "the draft has no length"
        case .overlap(let segment, let start, let previous, let end):
            "segment \"\(segment)\" starts at \(start) ms, before \"\(previous)\" ends at \(end) ms"
        case .unknownSegment(let id, _): "no segment has the id \(JSONWriter.quoted(id))"
        case .ambiguousSegment(let id): "several segments have the id \(JSONWriter.quoted(id))"
        case .transition(let reason): reason
        case .font(let family, _): "the font family \(JSONWriter.quoted(family)) is not there"
        case .network(let source): "\(JSONWriter.quoted(source)) is not a file"
        case .source(let path, let reason):
            reason.contains(path) ? reason : "\(path): \(reason)"
        case .sourceKind(let path, let expected, let found):
            "\(path): expected \(expected), found \(found)"
        }
    }

    private var cure: String {
        switch problem {
        case .word(let found, let known):
            suggestion(for: found, among: known) ?? "It may be \(known.joined(separator: ", "))."
        case .font(let family, let known), .unknownSegment(let family, let known):
            suggestion(for: family, among: known) ?? list(known)
        case .tooLarge: "Split the draft, or keep media in files beside it."
        case .tooDeep: "Flatten what lies at this place."
        case .version: "Use a newer version of this program."
        case .empty: "Add a picture, or give d in milliseconds."
        case .overlap: "Move it, shorten the one before, or put it on a track of its own."
        case .ambiguousSegment: "Give each of them an id of its own."
        case .network: "Download it and name the file: planning reads files only."
        // A reader that found the file says itself what helps.
        case .source(_, let reason) where !reason.lowercased().contains("no such file"): ""
        case .source: "Check the name, or put the file there; paths count from the draft's folder."
        case .value(let expected, let found) where Self.isNumberInQuotes(found, expected):
            "Write the number without quotes."
        case .sourceKind(_, _, let found):
            found == "a sound"
                ? "Put it on an audio track (tt 1)."
                : "Put it on a picture track (tt 0), or name a file with sound."
        case .syntax, .value, .missing, .transition: ""
        }
    }

    private static func isNumberInQuotes(_ found: String, _ expected: String) -> Bool {
        guard expected.contains("number") || expected.contains("integer") else { return false }
        return found.hasPrefix("\"") && Double(found.dropFirst().dropLast()) != nil
    }

    private func suggestion(for word: String, among known: [String]) -> String? {
        Spelling.nearest(to: word, among: known).map { "Did you mean \(JSONWriter.quoted($0))?" }
    }

    private func list(_ known: [String]) -> String {
        guard !known.isEmpty else { return "" }
        let more = known.count > 12 ? ", …" : ""
        return "There are \(known.prefix(12).joined(separator: ", "))\(more)."
    }
}

extension DraftPlace {
    /// `draft.json:12:7 /t/0/sg/1`, with the parts that are known.
    package func label(in file: String) -> String {
        let position = line > 0 ? "\(file):\(line):\(column)" : file
        return pointer.isEmpty ? position : "\(position) \(pointer)"
    }
}

extension Notice {
    /// File, place and what happened: `draft.json:12:7 /t/0/sg/1/fx: … (3 places)`.
    package func message(file: String) -> String {
        let places = count > 1 ? " (\(count) places)" : ""
        return "\(place.label(in: file)): \(message)\(places)"
    }
}
