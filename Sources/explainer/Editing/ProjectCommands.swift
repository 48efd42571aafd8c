import Foundation

/// The commands that do what an edit can't, as they can be typed.
struct ProjectCommands {
    private let option: String
    private let file: String?

    /// Creates the commands for a project.
    ///
    /// - Parameters:
    ///   - project: the folder as it was given; nil where the current one tells.
    ///   - sentence: what was said; it may be the name of a file.
    init(project: String?, sentence: String) {
        option = project.map { " --project \(ShellWord.quoted($0))" } ?? ""
        let name = sentence.trimmingCharacters(in: .whitespacesAndNewlines)
        file = SentencePath.isFile(name) ? ShellWord.quoted(name) : nil
    }

    var render: String { "explainer render\(option)" }

    var show: String { "explainer show\(option)" }

    var add: String { "explainer add \(file ?? "FILE")\(option)" }
}

/// A word as a shell takes it.
enum ShellWord {
    static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "/._-~".contains($0) }
        return isPlain && !word.isEmpty
            ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
