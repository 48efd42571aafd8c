import Editing
import Foundation
import Planning

/// The answer to a sentence, for people and for programs.
struct EditReport {
    private let answer: EditAnswer
    private let commands: ProjectCommands

    init(_ answer: EditAnswer, _ commands: ProjectCommands) {
        self.answer = answer
        self.commands = commands
    }

    private var reply: EditReply { answer.reply }

    /// What the terminal shows.
    var lines: [String] {
        let lines =
            switch reply.intent {
            case .edit: editLines
            case .export: [StatusWording.export(command: commands.render, in: answer.language)]
            case .upload: [StatusWording.upload(command: commands.add, in: answer.language)]
            case .credits: [StatusWording.credits(in: answer.language)]
            case .status: [timeline]
            }
        // Texts of the draft may hold what would steer the terminal.
        return lines.map(ReportText.printable)
    }

    private var editLines: [String] {
        guard reply.question == nil else { return [reply.question, next].compactMap(\.self) }
        return (reply.changes + [timeline, next]).compactMap(\.self)
    }

    private var timeline: String {
        answer.draft.map { TimelineSummary($0).forConsole } ?? reply.summary
    }

    private var next: String? {
        guard !reply.suggestions.isEmpty else { return nil }
        let list = reply.suggestions.joined(separator: " · ")
        switch answer.language {
        case .english: return (reply.question == nil ? "next: " : "try: ") + list
        case .chinese: return (reply.question == nil ? "接下来：" : "试试：") + list
        }
    }

    /// One object with fixed keys; docs/edit.md describes it.
    var json: String {
        let object = JSONObject.build {
            $0.set("intent", reply.intent.rawValue)
            $0.set("applied", answer.isApplied)
            $0.set("changes", Self.list(answer.isApplied ? reply.changes : []))
            $0.set("question", JSONNode(question.map { .string($0) } ?? .null))
            $0.set("suggestions", Self.list(suggestions))
            $0.set("summary", reply.summary)
        }
        return JSONWriter.text(of: .object(object))
    }

    private var question: String? { reply.intent == .edit ? reply.question : nil }

    private var suggestions: [String] {
        switch reply.intent {
        case .edit: reply.suggestions
        case .export: [commands.render]
        case .status: [commands.show]
        case .upload: [commands.add]
        case .credits: [StatusWording.credits(in: answer.language)]
        }
    }

    private static func list(_ texts: [String]) -> [JSONNode] {
        texts.map { JSONNode(.string($0)) }
    }
}
