import Foundation
import Planning

/// A sentence divided at commas, "and", "then" and the like.
struct SentenceDivision {
    struct Part {
        var tokens: [Token]

        /// What divides it from the next; nil for the last.
        var joiner: Token.Separator?

        var text: String { tokens.map(\.asWritten).joined(separator: tokens.separatingText) }
    }

    private(set) var parts: [Part] = []

    init(_ tokens: [Token]) {
        var current: [Token] = []
        let tokens = Grouping.withPlaces(tokens)
        for (index, token) in tokens.enumerated() {
            if token.text == "再", Self.divides(tokens, at: index) {
                close(&current, .hard)
                continue
            }
            // "between the first and the second": no division.
            let isInside = token.separator == .soft && current.hasOpenBetween
            guard let separator = token.separator, !isInside else {
                current.append(token.separator == nil ? token : Token(token.text, [.and]))
                continue
            }
            close(&current, separator)
        }
        close(&current, nil)
        if !parts.isEmpty { parts[parts.count - 1].joiner = nil }
    }

    /// 再 divides where another thing is done; 再大一点 and 再加六秒 say more of the same.
    private static func divides(_ tokens: [Token], at index: Int) -> Bool {
        guard tokens.indices.contains(index + 1) else { return false }
        let (next, behind) = (tokens[index + 1], tokens.dropFirst(index + 2).first)
        if next.meanings.contains(where: \.isScale) || next.time != nil { return false }
        let isVerb = next.meanings.contains { if case .verb = $0 { true } else { false } }
        if isVerb { return behind?.time == nil && behind?.percent == nil }
        return ["把", "将", "让", "给", "请", "对", "使", "在"].contains(next.text)
            || next.meanings.contains { if case .thing = $0 { true } else { false } }
    }

    private mutating func close(_ tokens: inout [Token], _ joiner: Token.Separator?) {
        defer { tokens = [] }
        let grouped = Grouping.grouped(tokens)
        guard grouped.contains(where: { !$0.isCourtesy }) else {
            if !parts.isEmpty, joiner == .hard { parts[parts.count - 1].joiner = .hard }
            return
        }
        parts.append(Part(tokens: grouped, joiner: joiner))
    }
}

extension Token {
    /// The text, a quoted one in its quotes.
    fileprivate var asWritten: String {
        let isQuoted = meanings.contains { if case .quoted = $0 { true } else { false } }
        return isQuoted ? "\"\(text)\"" : text
    }

    /// Whether it says nothing at all: "please".
    fileprivate var isCourtesy: Bool {
        !meanings.isEmpty && meanings.allSatisfy { $0 == .filler || $0 == .and }
    }
}

extension [Token] {
    fileprivate var hasOpenBetween: Bool {
        guard let between = lastIndex(where: { $0.meanings.contains(.word(.between)) }) else {
            return false
        }
        return !self[between...].contains { $0.meanings == [.and] }
    }

    /// Words need spaces between them, signs do not.
    fileprivate var separatingText: String {
        contains { $0.text.unicodeScalars.contains(where: \.properties.isIdeographic) } ? "" : " "
    }
}
