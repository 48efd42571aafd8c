import Foundation

/// Tells questions from requests: "is the title yellow?" changes nothing, "can you make it yellow?" does.
enum Question {
    static func isOne(_ sentence: String, _ tokens: [Token]) -> Bool {
        // What stands in quotes asks nothing.
        let first = tokens.first { token in
            let isQuoted = token.meanings.contains { if case .quoted = $0 { true } else { false } }
            return !token.meanings.isEmpty && token.separator == nil && !isQuoted
        }
        let start = first?.text.lowercased() ?? ""
        if openers.contains(where: { start == $0 || start.hasPrefix($0 + " ") }) { return true }
        let asks = tokens.contains { token in
            token.meanings.contains(.asks) && signs.contains(token.text.lowercased())
        }
        let isPolite = courtesies.contains { sentence.contains($0) }
        if asks, !isPolite { return true }
        let trimmed = sentence.trimmingCharacters(in: .whitespacesAndNewlines)
        guard trimmed.hasSuffix("?") || trimmed.hasSuffix("？") else { return false }
        return statements.contains(start)
    }

    private static let openers: Set<String> = [
        "why", "what", "who", "when", "where", "which", "whose", "what's", "how", "how's",
        "what if",
        "is it", "are there", "is there", "is the", "are the", "does it", "did", "does", "was",
        "were",
        "should i", "tell me", "explain", "do you", "do i",
    ]

    private static let statements: Set<String> = [
        "is", "are", "isn't", "aren't", "should", "shall", "shouldn't", "has", "have", "will",
    ]

    private static let signs: Set<String> = [
        "为什么", "什么", "谁", "哪", "多少", "几", "是不是", "有没有", "为何", "哪里", "哪个", "哪张", "什么时候", "请问",
        "多长", "多大", "啥", "为啥", "吗", "怎么", "如何", "怎样",
    ]

    private static let courtesies = [
        "可以吗", "好吗", "行吗", "能不能", "可不可以", "能否", "可否", "行不行", "好不好", "能把", "可以把", "能帮", "可以帮",
    ]
}
