import Foundation

/// Tells names of files from words.
enum SentencePath {
    /// Whether `text` names a file; a word without a dot or a slash is a word, whatever lies in the
    /// current folder.
    static func isFile(_ text: String) -> Bool {
        guard text.contains(where: { $0 == "." || $0 == "/" }) else { return false }
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: text, isDirectory: &isFolder)
            && !isFolder.boolValue
    }
}
