import Foundation

/// What a line of a chat asks for beside what an edit is.
package enum ChatWish: Hashable, Sendable {
    case nothing
    case help
    case quit
    case yes
    case no
    /// A number alone.
    case number(Int)
    /// A frame; nil where no time is named, else the time as it was written.
    case frame(at: String?)
    /// Files to add.
    case add([String])
    /// An explainer is to be made.
    case explain(String)
    /// Anything else.
    case sentence(String)

    /// Reads `line`.
    ///
    /// - Parameters:
    ///   - line: what was typed.
    ///   - paths: tells files from words.
    ///   - assets: the names of files that the project has.
    package init(_ line: String, paths: DroppedPaths, assets: [String] = []) {
        let text = line.trimmed
        let plain = text.lowercased().trimmingCharacters(in: Self.ends)
        if let files = Self.files(text, paths, assets) {
            self = .add(files)
        } else if let wish = Self.words[plain] {
            self = wish
        } else if let number = Int(plain), (1...99).contains(number), number == Int(text) {
            self = .number(number)
        } else if let time = Self.frame(plain) {
            self = .frame(at: time.isEmpty ? nil : time)
        } else if Self.explains(plain) {
            self = .explain(text)
        } else {
            self = text.isEmpty ? .nothing : .sentence(text)
        }
    }

    private static let ends = CharacterSet(charactersIn: " \t.!。！")

    private static let words: [String: ChatWish] = [
        "help": .help, "?": .help, "帮助": .help, "？": .help, "quit": .quit, "exit": .quit,
        "bye": .quit, "q": .quit, "退出": .quit, "再见": .quit, "y": .yes, "yes": .yes, "是": .yes,
        "好": .yes, "好的": .yes, "ok": .yes, "n": .no, "no": .no, "否": .no, "不": .no, "不要": .no,
    ]

    // MARK: - Files

    /// Paths alone, or behind a word that brings them; what the project has is left to the grammar.
    private static func files(
        _ text: String, _ paths: DroppedPaths, _ assets: [String]
    ) -> [String]? {
        if let files = paths.read(text) { return files }
        for verb in ["add ", "upload ", "import ", "添加", "上传", "导入"]
        where text.lowercased().hasPrefix(verb) {
            guard let files = paths.read(String(text.dropFirst(verb.count))) else { continue }
            return files.allSatisfy(assets.contains) ? nil : files
        }
        return nil
    }

    // MARK: - Frames

    /// The time of a frame that is asked for, empty where none is named; nil where none is asked
    /// for.
    private static func frame(_ text: String) -> String? {
        let english =
            /(?:show|preview|see)(?: me)?(?: (?:the |a )?(?:frame|preview))?(?: at ([0-9.:]+ ?(?:ms|s|f|sec|seconds?)?))?/
        let other = /(?:the )?frame(?: at)? ([0-9.:]+ ?(?:ms|s|f|sec|seconds?)?)/
        let chinese =
            /(?:显示|查看|看看|看一下|预览)?(?:第)?([0-9.:]+) ?秒(?:的)?(?:画面|预览|截图)|(?:显示|查看|看看|看一下)?(?:画面|预览|截图)/
        if let match = text.wholeMatch(of: english) { return time(match.output.1) }
        if let match = text.wholeMatch(of: other) { return time(match.output.1) }
        if let match = text.wholeMatch(of: chinese) { return time(match.output.1) }
        return nil
    }

    /// `3 seconds` as `3s`.
    private static func time(_ text: Substring?) -> String {
        guard let text else { return "" }
        let unit = text.drop { !$0.isLetter }
        let number = text.prefix { !$0.isLetter && $0 != " " }
        return String(number) + (unit.hasPrefix("sec") ? "s" : String(unit))
    }

    // MARK: - Explainers

    private static func explains(_ text: String) -> Bool {
        let openers = [
            "explain ", "make an explainer", "make a explainer", "create an explainer", "讲解", "解释",
            "说明", "做一个讲解", "做个讲解", "制作讲解",
        ]
        return text == "explain" || openers.contains { text.hasPrefix($0) }
    }
}
