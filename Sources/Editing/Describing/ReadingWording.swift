import Foundation

/// What is said about a sentence that was not understood, or not whole.
enum ReadingWording {
    /// What was understood and what was not; nothing was changed.
    static func question(_ reading: Reading, _ language: EditLanguage) -> String {
        guard !reading.strange.isEmpty else { return noEdit(language) }
        if let file = reading.strange.lazy.compactMap(\.file).first {
            return unknownFile(file, language)
        }
        let strange = reading.strange.prefix(3).map { quoted($0.part, language) }
        let understood = reading.understood.prefix(6).map { quoted($0, language) }
        let words = reading.strange.flatMap(\.words).prefix(4)
        switch language {
        case .english:
            let known = understood.isEmpty ? "" : "I understood \(list(understood, " and ")), but "
            let hint = words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
            let what = known.isEmpty ? "I don't understand" : "not"
            let quotes = reading.wantsQuotes ? " Put the words of a text in quotes." : ""
            return
                "\(known)\(what) \(list(strange, " and "))\(hint). Nothing was changed.\(quotes)"
        case .chinese:
            let known = understood.isEmpty ? "" : "听懂了\(understood.joined(separator: "、"))，但"
            return "\(known)没听懂\(strange.joined(separator: "、"))。什么都没有改。"
                + (reading.wantsQuotes ? "文字内容请放在引号里。" : "")
        }
    }

    private static func unknownFile(_ name: String, _ language: EditLanguage) -> String {
        switch language {
        case .english:
            "\(name) is not in the project, so nothing was changed. Bring it first: explainer add \(name)"
        case .chinese: "项目里没有 \(name)，什么都没有改。请先添加：explainer add \(name)"
        }
    }

    static func noEdit(_ language: EditLanguage) -> String {
        switch language {
        case .english: "I found no change in that, so nothing was changed. What shall I edit?"
        case .chinese: "这句话里没有要改的内容，什么都没有改。想改什么？"
        }
    }

    static func tooLong(_ language: EditLanguage) -> String {
        switch language {
        case .english:
            "That is too long for an edit (\(Lexer.longest) characters at most). Nothing was changed."
        case .chinese: "这句话太长（最多 \(Lexer.longest) 个字符）。什么都没有改。"
        }
    }

    private static func quoted(_ text: String, _ language: EditLanguage) -> String {
        let short = text.count > 60 ? "\(text.prefix(59))…" : text
        return language == .english ? "\"\(short)\"" : "“\(short)”"
    }

    private static func list(_ parts: [String], _ joiner: String) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + joiner + last
    }
}

extension Reading {
    /// Whether unknown words were probably meant as the words of a text.
    fileprivate var wantsQuotes: Bool { strange.contains(where: \.isText) }
}
