import Foundation

/// The readable beginning of a recorded prompt.
///
/// A prompt is text of unknown origin, partly in a tool's own notation. What is shown are its
/// words: no tags of add-ons, no weights, no addresses, no control characters.
enum PromptExcerpt {
    /// Returns at most `limit` words of `prompt`, cut at a comma where one stands in the second
    /// half; nil where no words remain.
    static func words(of prompt: String, limit: Int = 22) -> String? {
        let plain = readable(String(prompt.prefix(4000)))
        let isWide = plain.unicodeScalars.count(where: \.properties.isIdeographic) * 2 > plain.count
        let short = isWide ? cut(plain, characters: 40) : cut(plain, words: limit)
        let trimmed = short.trimmingCharacters(in: CharacterSet(charactersIn: " ,，、;；:："))
        return trimmed.contains(where: \.isLetter) ? trimmed : nil
    }

    /// Patterns of tool notation and what stands in their place.
    private static let notation: [(pattern: String, replacement: String)] = [
        ("[\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]+", " "),  // line breaks and controls
        ("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]", ""),  // unseen direction marks
        ("<[^<>]{0,200}>", " "),  // <lora:name:0.8>, <hypernet:…>
        ("(?i)\\b(?:https?|ftp|file)://\\S+|\\bwww\\.\\S+", " "),
        ("(?i)\\b[a-z0-9.-]+\\.(?:com|net|org|ai|io|cn)\\b\\S*", " "),
        ("(?<=\\s)--[a-z]+(?:\\s+[0-9.:]+)?", " "),  // Midjourney's --ar 4:3
        ("(?i)\\bembedding:\\S+", " "),
        ("\\b(?:BREAK|AND)\\b", ","),  // A1111's control words
        ("\\\\([()\\[\\]{}])", "$1"),
        (":\\s*-?[0-9]+(?:\\.[0-9]+)?\\s*(?=[)\\]}])", ""),  // the weight in (word:1.3)
        ("[()\\[\\]{}<>|*`~^\\\\\"]+", " "),
        ("_", " "),
        ("\\s*[,，]\\s*(?:[,，]\\s*)+", ", "),
        ("\\s+([,.;:])", "$1"),
        ("\\s{2,}", " "),
    ]

    private static func readable(_ prompt: String) -> String {
        let plain = notation.reduce(prompt) { text, rule in
            text.replacingOccurrences(
                of: rule.pattern, with: rule.replacement, options: .regularExpression)
        }
        return plain.trimmingCharacters(in: .whitespaces)
    }

    private static func cut(_ text: String, words limit: Int) -> String {
        // A single word of a hundred letters is no word.
        let words = text.split { $0 == " " }.map(String.init).filter { $0.count <= 30 }
        guard words.count > limit else { return words.joined(separator: " ") }
        let short = words.prefix(limit)
        let comma = short.lastIndex { $0.hasSuffix(",") || $0.hasSuffix(".") }
        if let comma, comma >= limit / 2 { return short[...comma].joined(separator: " ") }
        return short.joined(separator: " ") + " …"
    }

    private static func cut(_ text: String, characters limit: Int) -> String {
        guard text.count > limit else { return text }
        let short = text.prefix(limit)
        let comma = short.lastIndex { "，,、。".contains($0) }
        if let comma, short.distance(from: short.startIndex, to: comma) >= limit / 2 {
            return String(short[..<comma])
        }
        return short + "…"
    }
}
