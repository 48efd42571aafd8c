import Editing
import Foundation
import Planning

/// A conversation about a project: each line does what it asks for.
struct Chat {
    let project: Project
    var isTerminal = false
    var rewriter: (any SentenceRewriter)?
    var voice: String?

    var words = ChatWording(language: .english)

    /// What `1` and `2` stand for.
    var suggestions: [String] = []

    /// What waits for an answer.
    var pending: Pending?

    private let lines: any LineSource

    init(_ project: Project, lines: any LineSource) {
        self.project = project
        self.lines = lines
    }

    enum Pending {
        case explain(String)
        /// A language model's reading of a sentence.
        case reading([String], of: String)
        /// Which of several things a sentence means.
        case which(WhichQuestion, of: String)
    }

    /// Talks until the end of the lines.
    mutating func run() async {
        greet()
        while let line = lines.next(prompt: "> ", completions: completions) {
            // What Ctrl-C stops is the work, not the chat.
            let goesOn = await Interruption.$endsProcess.withValue(false) { await take(line) }
            if !goesOn { return }
        }
    }

    /// Does what `line` asks for; false where the chat is over.
    private mutating func take(_ line: String) async -> Bool {
        do {
            let wish = ChatWish(line, paths: paths, assets: assets)
            if case .nothing = wish { return true }
            if wish == .quit { return false }
            if wish.tellsLanguage { words.language = EditLanguage(of: line) }
            if try await !settle(wish, line) { try await fulfil(wish) }
        } catch {
            // A bar of progress may stand there.
            if Console.isErrorTerminal { Console.status("\r\u{1B}[K") }
            Console.error(Failure.words(for: error))
        }
        return true
    }

    /// Answers what waits for that; false where the line is about something else.
    private mutating func settle(_ wish: ChatWish, _ line: String) async throws -> Bool {
        guard let pending else { return false }
        self.pending = nil
        switch (wish, pending) {
        case (.yes, .explain(let sentence)): try await makeExplainer(sentence)
        case (.yes, .reading(let sentences, let sentence)):
            try await show(editor.apply(sentences, for: sentence), sentence)
        case (_, .which(let question, let sentence)):
            guard let choice = question.choice(in: line) else { return false }
            let answer = try editor.apply(for: "\(sentence) – \(line)") { engine, draft in
                question.reply(choosing: choice, draft: draft, engine: engine)
            }
            try await show(answer, sentence)
        case (.no, _): say(words.nothingDone)
        default: return false
        }
        return true
    }

    private mutating func fulfil(_ wish: ChatWish) async throws {
        switch wish {
        case .help: say(words.help)
        case .number(let number): try await takeSuggestion(number)
        case .frame(let time): try await showFrame(at: time)
        case .add(let files): try add(files)
        case .explain(let sentence): try await explain(sentence)
        case .sentence(let sentence): try await edit(sentence)
        case .yes, .no: say(words.noQuestion)
        case .nothing, .quit: break
        }
    }

    private mutating func takeSuggestion(_ number: Int) async throws {
        guard suggestions.indices.contains(number - 1) else { return say(words.noSuggestion) }
        let sentence = suggestions[number - 1]
        say("> \(sentence)")
        words.language = EditLanguage(of: sentence)
        try await edit(sentence)
    }

    // MARK: - Words

    private func greet() {
        guard isTerminal else { return }
        say("\(project.name): say what to change; \"help\" tells how, Ctrl-D leaves.")
        do {
            let draft = try readDraft()
            say(isEmpty(draft) ? words.empty : timeline(draft))
        } catch {
            Console.error(Failure.words(for: error))
        }
    }

    /// Prints lines for people; texts of the draft steer no terminal.
    func say(_ text: String) { Console.print(ReportText.printable(text)) }

    /// The timeline, a track a line; of many layers over the pictures only their number.
    func timeline(_ draft: Draft) -> String {
        timelineLines(draft).joined(separator: "\n")
    }

    func timelineLines(_ draft: Draft) -> [String] {
        let layers = draft.tracks.count { $0.role == .overlay }
        return layers > 3 ? Making.timeline(draft) : TimelineSummary(draft).lines
    }

    func isEmpty(_ draft: Draft) -> Bool { draft.tracks.allSatisfy(\.segments.isEmpty) }

    // MARK: - Material

    var editor: ProjectEditor {
        var editor = ProjectEditor(project)
        editor.rewriter = rewriter
        return editor
    }

    func readDraft() throws -> Draft {
        try DraftArguments(draft: project.draft.path).read()
    }

    var paths: DroppedPaths {
        DroppedPaths(home: NSHomeDirectory()) { FileManager.default.fileExists(atPath: $0) }
    }

    private var assets: [String] { FolderNames.list(project.assets.path) }

    private func completions(_ head: String) -> [String] {
        var draft: Draft?
        do {
            draft = try readDraft()
        } catch {
            // The next sentence says what is wrong with it; commands and files are completed.
        }
        return LineCompletion(draft: draft, assets: assets) { folder in
            FolderNames.list(
                folder.isEmpty ? "." : NSString(string: folder).expandingTildeInPath)
        }.lines(for: head)
    }
}

extension ChatWish {
    /// Whether the line has words enough to be answered in its language; "y" has not.
    fileprivate var tellsLanguage: Bool {
        switch self {
        case .help, .explain, .sentence: true
        default: false
        }
    }
}
