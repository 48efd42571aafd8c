import Foundation

/// Tells what a sentence is for, by whole words outside quotes.
///
/// The first that fits wins: export, credits, status, upload; all else edits. A word counts where it is
/// what the sentence asks for, not where it is part of an edit ("export" in quotes, "status bar").
enum IntentReader {
    static func read(_ sentence: String, isPath: (String) -> Bool = { _ in false }) -> UserIntent {
        let trimmed = sentence.trimmingCharacters(in: .whitespacesAndNewlines)
        if isOnlyPaths(trimmed, isPath) { return .upload }
        let words = IntentWords(trimmed)
        if words.asksFor(.export) { return .export }
        if words.asksFor(.credits) { return .credits }
        if words.asksFor(.status) { return .status }
        return words.asksFor(.upload) ? .upload : .edit
    }

    /// One or more names of files and nothing else.
    private static func isOnlyPaths(_ text: String, _ isPath: (String) -> Bool) -> Bool {
        guard !text.isEmpty, text.count < 4096 else { return false }
        if isPath(unquoted(text)) { return true }
        let parts = text.split(whereSeparator: \.isWhitespace).map { unquoted(String($0)) }
        return parts.allSatisfy { part in
            isPath(part)
                || part.allSatisfy(\.isASCII) && !part.isEmpty
                    && FilePattern.length(in: Array(part), at: 0) == part.count
        }
    }

    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, let first = text.first, first == text.last, "\"'".contains(first)
        else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}
