import Foundation
package import Planning

/// What a line that was begun could become.
package struct LineCompletion {
    private let sentences: [String]
    private let assets: [String]
    private let names: (String) -> [String]

    /// Words that stand alone.
    private static let commands = [
        "help", "status", "export", "undo", "redo", "start over", "credits", "show frame", "quit",
        "explain what an AI image is and how it was created", "帮助", "状态", "导出", "撤销", "重做", "退出",
    ]

    /// Creates the completion for a project.
    ///
    /// - Parameters:
    ///   - draft: what the examples have to fit; nil leaves them out.
    ///   - assets: the draft's files, as a draft names them.
    ///   - names: returns the names in a folder, as it was typed, those of folders with a slash.
    package init(draft: Draft?, assets: [String], names: @escaping (String) -> [String]) {
        let state = draft.map { DraftState($0) }
        let examples = state.map { state in
            EditLanguage.allCases.flatMap(EditExamples.all).filter { example in
                example.needs.allSatisfy(state.meets)
            }.map(\.sentence)
        }
        var seen: Set<String> = []
        sentences = (Self.commands + (examples ?? [])).filter { seen.insert($0).inserted }
        // Beside each spoken sentence lies what was spoken, as JSON.
        self.assets = assets.filter { !$0.hasSuffix(".json") }.map {
            $0.hasPrefix("assets/") ? String($0.dropFirst(7)) : $0
        }
        self.names = names
    }

    /// Returns the lines that `head` could become, each once.
    package func lines(for head: String) -> [String] {
        let whole = sentences.filter { $0.lowercased().hasPrefix(head.lowercased()) }
        if !head.isEmpty, !whole.isEmpty { return whole }
        let files = files(for: head)
        guard files.isEmpty else { return files }
        return head.isEmpty ? [] : later(head)
    }

    /// What could follow a comma or an "and".
    private func later(_ head: String) -> [String] {
        for divider in [", ", "，", "、", " and "] {
            guard let place = head.range(of: divider, options: .backwards) else { continue }
            let (start, rest) = (head[..<place.upperBound], head[place.upperBound...].lowercased())
            guard !rest.isEmpty else { continue }
            let fitting = sentences.dropFirst(Self.commands.count).filter {
                $0.lowercased().hasPrefix(rest)
            }
            if !fitting.isEmpty { return fitting.map { start + $0 } }
        }
        return []
    }

    /// What the last word could be, as a file.
    private func files(for head: String) -> [String] {
        guard let (start, word) = ShellWords.last(of: head), !word.isEmpty else { return [] }
        let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
        let begun = String(word.dropFirst(folder.count))
        let own = folder.isEmpty ? assets.filter { $0.hasPrefix(begun) } : []
        let others = names(folder).filter { name in
            name.hasPrefix(begun) && (!name.hasPrefix(".") || begun.hasPrefix("."))
        }
        let all = (own + others.filter { !own.contains($0) }).sorted()
        return all.map { start + ShellWords.escaped(folder + $0) }
    }
}
