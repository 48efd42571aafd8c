import Foundation
import Planning

/// The names that a draft and its project bring: of segments and files.
struct NameTable: Sendable {
    private var meanings: [String: Meaning] = [:]
    private var longest = 0

    /// Names of one letter are no names: they would make words of every text.
    private static let shortest = 2

    init(draft: Draft, files: [String]) {
        for segment in draft.tracks.flatMap(\.segments) {
            if let name = segment.name { add(name, .name(name)) }
            if let source = segment.source {
                add(TimelineSummary.stem(of: source), .name(TimelineSummary.stem(of: source)))
            }
        }
        for track in draft.tracks where track.role == .overlay {
            if let name = track.name { add(name, .name(name)) }
        }
        for file in files {
            add(Self.last(of: file), .file(file))
            add(file, .file(file))
        }
    }

    private mutating func add(_ name: String, _ meaning: Meaning) {
        let key = name.lowercased()
        guard key.count >= Self.shortest, meanings[key] == nil else { return }
        meanings[key] = meaning
        longest = max(longest, key.count)
    }

    /// Returns the longest name at `start`; names in Latin letters count whole only.
    func longest(in characters: [Character], at start: Int) -> (Int, Meaning)? {
        let isInside =
            start > 0 && PhraseFinder.isWordCharacter(characters[start - 1])
            && PhraseFinder.isWordCharacter(characters[start])
        guard !isInside else { return nil }
        for length in stride(from: min(longest, characters.count - start), to: 0, by: -1) {
            let end = start + length
            if end < characters.count, PhraseFinder.isWordCharacter(characters[end]),
                PhraseFinder.isWordCharacter(characters[end - 1])
            {
                continue
            }
            let text = String(characters[start..<end]).lowercased()
            if let meaning = meanings[text] { return (length, meaning) }
        }
        return nil
    }

    private static func last(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// Words that look like the name of a media file.
enum FilePattern {
    /// Returns the length of a file name at `start`.
    static func length(in characters: [Character], at start: Int) -> Int? {
        let run = characters[start...].prefix { !$0.isWhitespace && !"，。；、！？,;\"“”「」".contains($0) }
        let text = String(run)
        guard text.count > 4 else { return nil }
        for dot in text.indices where text[dot] == "." && dot > text.startIndex {
            let rest = text[text.index(after: dot)...]
            let ending = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            guard isFileEnding(ending.lowercased()) else { continue }
            return text.distance(from: text.startIndex, to: dot) + 1 + ending.count
        }
        return nil
    }

    /// Whether `ending`, in lower case and without its dot, ends the name of a picture, film or sound.
    private static func isFileEnding(_ ending: String) -> Bool {
        // These two may move or stand still, so their names alone tell no kind.
        FileNameKind("x.\(ending)") != nil || ["webp", "gif"].contains(ending)
    }
}
