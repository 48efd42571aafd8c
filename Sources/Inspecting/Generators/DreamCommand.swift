import Foundation

/// The command line of early InvokeAI: `"prompt" -s50 -S1234 -W512 -H512 -C7.5 -Ak_lms`.
///
/// Quotes around the prompt and spaces behind a flag come and go with versions.
struct DreamCommand {
    private(set) var prompt: String
    private var flags: [Character: String] = [:]

    init(_ text: String) {
        let (prompt, rest) = Self.split(text)
        self.prompt = prompt
        var words = rest.split(separator: " ")[...]
        while let word = words.popFirst() {
            guard let flag = Self.flag(word) else { continue }
            var value = String(word.dropFirst(2))
            if value.isEmpty, let next = words.first, Self.flag(next) == nil {
                value = String(next)
                words.removeFirst()
            }
            if flags[flag] == nil { flags[flag] = value }
        }
    }

    var generation: Generation {
        var generation = Generation()
        (generation.prompt, generation.negative) = InvokeAI.split(prompt.nonEmpty)
        generation.seed = flags["S"].flatMap(Reading.seed)
        generation.steps = flags["s"].flatMap(Reading.whole)
        generation.cfg = flags["C"].flatMap(Reading.amount)
        generation.sampler = flags["A"].flatMap(MetadataText.name)
        generation.declaredSize = Reading.size(
            flags["W"].flatMap(Reading.whole), flags["H"].flatMap(Reading.whole))
        generation.strength = flags["f"].flatMap(Reading.amount)
        if flags["I"] != nil { generation.mode = "img2img" }
        return generation
    }

    /// A dash and a letter; "-1" is a value.
    private static func flag(_ word: Substring) -> Character? {
        guard word.first == "-", let letter = word.dropFirst().first, letter.isLetter else {
            return nil
        }
        return letter
    }

    /// A quoted prompt ends at the last quote before a flag, a bare one at the first flag.
    private static func split(_ text: String) -> (String, Substring) {
        if text.hasPrefix("\""), let end = text.range(of: "\" -", options: .backwards) {
            let start = text.index(after: text.startIndex)
            guard start <= end.lowerBound else { return ("", text[end.upperBound...]) }
            return (
                String(text[start..<end.lowerBound]),
                text[text.index(after: end.lowerBound)...]
            )
        }
        var search = text.startIndex..<text.endIndex
        while let found = text.range(of: " -", range: search) {
            let flag = text[found.upperBound...].prefix(2)
            if let letter = flag.first, "sSWHCAIf".contains(letter),
                flag.dropFirst().first.map({ $0 == " " || !$0.isLetter || letter == "A" }) ?? false
            {
                return (text[..<found.lowerBound].trimmed, text[found.lowerBound...])
            }
            search = found.upperBound..<text.endIndex
        }
        let quotes = CharacterSet(charactersIn: "\"")
        return (text.trimmed.trimmingCharacters(in: quotes), "")
    }
}
