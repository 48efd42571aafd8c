import ArgumentParser
import Editing
import Foundation
import Planning

/// What a chat does.
extension Chat {
    mutating func edit(_ sentence: String) async throws {
        let editor = editor
        let answer = try await Interruption.stopping { try await editor.answer(to: sentence) }
        words.language = answer.language
        switch answer.reply.intent {
        case .edit: try await show(answer, sentence)
        case .export: try await export()
        case .credits: say(StatusWording.credits(in: answer.language))
        case .status: try status()
        case .upload: try upload(sentence)
        }
    }

    /// Shows what an edit did, or what it asks.
    mutating func show(_ answer: EditAnswer, _ sentence: String) async throws {
        for notice in answer.notices { Console.error("notice: \(notice)") }
        suggestions = []
        if !answer.offer.isEmpty {
            pending = .reading(answer.offer, of: sentence)
            return say(words.reading(answer.offer))
        }
        if let question = WhichQuestion(in: answer.reply, language: answer.language) {
            pending = .which(question, of: sentence)
            return say(answer.reply.question ?? "")
        }
        if let question = answer.reply.question {
            say(question)
        } else {
            answer.reply.changes.forEach(say)
            say(summary(answer))
        }
        suggest(answer.reply.suggestions)
        guard answer.isApplied, let old = answer.before, let new = answer.draft else { return }
        try await preview(from: old, to: new)
    }

    private func summary(_ answer: EditAnswer) -> String {
        answer.draft.map(summary) ?? answer.reply.summary
    }

    /// Lines on a terminal, one line elsewhere.
    private func summary(_ draft: Draft) -> String {
        isTerminal
            ? timeline(draft)
            : timelineLines(draft).map { $0.trimmingCharacters(in: .whitespaces) }
                .joined(separator: " ")
    }

    private mutating func suggest(_ sentences: [String]) {
        suggestions = sentences
        for (index, sentence) in sentences.enumerated() { say("  \(index + 1). \(sentence)") }
    }

    // MARK: - Looking

    func status() throws {
        let draft = try readDraft()
        say(timeline(draft))
        guard !isEmpty(draft) else { return say(words.empty) }
        let plan = try DraftArguments(draft: project.draft.path).plan(draft).plan
        let rate = plan.canvas.frameRate.framesPerSecond
        say(
            "  \(plan.canvas.width)x\(plan.canvas.height), \(Self.number(rate)) fps, "
                + "\(Self.number(Double(plan.frameCount) / rate)) s")
    }

    private static func number(_ value: Double) -> String { String(format: "%.4g", value) }

    private func preview(from old: Draft, to new: Draft) async throws {
        guard let preview = Preview(project) else { return }
        let material = try ProjectMaterial(project) { ProjectMedia(lookingAt: $0) }
        let time = ChangedMoment.time(from: old, to: new, milliseconds: material.milliseconds)
        guard let time, let point = TimePoint(argument: "\(time)ms") else { return }
        try await preview.show(at: point)
    }

    func showFrame(at time: String?) async throws {
        let draft = try readDraft()
        guard !isEmpty(draft) else { return say(words.empty) }
        let text = time ?? "0s"
        guard let point = TimePoint(argument: text) else {
            return say(words("\"\(text)\" is no time.", "“\(text)”不是时间。"))
        }
        guard let preview = Preview(project) else {
            let at = text.last?.isLetter == true ? text : "\(text)s"
            return say(words.noPreview("explainer frame --at \(at) -o frame.png"))
        }
        try await preview.show(at: time == nil ? nil : point)
    }

    // MARK: - Files

    private mutating func upload(_ sentence: String) throws {
        var names = paths.words(of: sentence)
        let verbs = ["upload", "add", "import", "上传", "添加"]
        if let first = names.first, verbs.contains(first.lowercased()) { names.removeFirst() }
        let areNames = names.contains { $0.contains("/") || $0.contains(".") }
        guard areNames else { return say(words.howToAdd) }
        try add(names)
    }

    mutating func add(_ names: [String]) throws {
        let files = try ProjectFile.examine(names) { ProjectMedia(lookingAt: $0) }
        let material = try ProjectMaterial(project) { ProjectMedia(lookingAt: $0) }
        let changes = try project.changing { session in
            try session.add(files, milliseconds: material.milliseconds).changes ?? []
        }
        let draft = try readDraft()
        changes.forEach(say)
        say(summary(draft))
        suggest(Suggestions.next(after: [], in: draft, language: words.language))
    }

    // MARK: - Making

    func export() async throws {
        guard try !isEmpty(readDraft()) else { return say(words.empty) }
        // The bar is for terminals; the lines of JSON would stand between the answers.
        let progress = Console.isErrorTerminal ? "auto" : "none"
        let command = try RenderCommand.parse(
            ["--project", project.folder.path, "--progress", progress])
        try await command.run()
    }

    mutating func explain(_ sentence: String) async throws {
        let draft = try readDraft()
        let explaining = ProjectExplaining(project: project, voice: voice)
        guard try !explaining.pictures(of: draft).isEmpty else { return say(words.noPictures) }
        guard ProjectExplaining.isFree(draft) else {
            pending = .explain(sentence)
            return say(words.replaces)
        }
        try await makeExplainer(sentence)
    }

    mutating func makeExplainer(_ sentence: String) async throws {
        let explaining = ProjectExplaining(project: project, voice: voice)
        let old = try readDraft()
        let pictures = try explaining.pictures(of: old)
        say(words.making)
        let draft = try await Interruption.stopping {
            try await explaining.run(sentence, pictures, in: old)
        }
        say(timeline(draft))
        say(words.toExport)
        suggest(Suggestions.next(after: [], in: draft, language: words.language))
        guard let preview = Preview(project), let point = TimePoint(argument: "1.2s") else {
            return
        }
        try await preview.show(at: point)
    }
}
