import Foundation

/// The paths of files that were dropped on a terminal or typed.
///
/// Terminals paste them plain, in quotes, with backslashes before spaces, or as `file://` URLs.
package struct DroppedPaths {
    private let home: String
    private let exists: (String) -> Bool

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - home: what `~` stands for.
    ///   - exists: whether there is a file at a path.
    package init(home: String, exists: @escaping (String) -> Bool) {
        self.home = home
        self.exists = exists
    }

    /// Returns the paths where `line` holds nothing else and all of them are there; else nil.
    package func read(_ line: String) -> [String]? {
        let line = line.trimmed
        guard !line.isEmpty else { return nil }
        // With spaces and without anything that tells so.
        let whole = path(line)
        if Self.isPathLike(whole), exists(whole) { return [whole] }
        guard let words = ShellWords.split(line)?.map(path), !words.isEmpty else { return nil }
        return words.allSatisfy { Self.isPathLike($0) && exists($0) } ? words : nil
    }

    /// Returns all words of `line` as paths, there or not.
    package func words(of line: String) -> [String] {
        (ShellWords.split(line) ?? line.split(separator: " ").map(String.init)).map(path)
    }

    /// A word without a dot or a slash is a word, whatever lies in the current folder.
    private static func isPathLike(_ word: String) -> Bool {
        word.contains { $0 == "." || $0 == "/" }
    }

    private func path(_ word: String) -> String {
        if word.hasPrefix("file://"), let url = URL(string: word), url.isFileURL, !url.path.isEmpty
        {
            return url.path(percentEncoded: false)
        }
        if word == "~" || word.hasPrefix("~/") { return home + word.dropFirst() }
        return word
    }
}
