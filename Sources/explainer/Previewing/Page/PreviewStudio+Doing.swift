import Editing
import Foundation
import Planning
import Serving

/// Sentences and files: what changes the project.
extension PreviewStudio {
    private static let workID = "explain"

    func projectFacts() async throws -> PreviewProject {
        let mode: PreviewProject.Mode =
            switch place {
            case .start: .start
            case .draft: .draft
            case .project: .project
            }
        var facts = PreviewProject(
            mode, name: place.name, path: place.folder.path,
            draft: place.draft?.lastPathComponent ?? "draft.json")
        facts.canEdit = mode != .draft
        facts.canExport = mode != .start
        facts.formats = PreviewRenders.formats
        facts.qualities = PreviewRenders.qualities
        facts.examples = Self.firstSentences
        guard let project = place.project else { return facts }
        let history = try project.readHistory()
        facts.canUndo = history.undoCount > 0
        facts.canRedo = history.redoCount > 0
        do {
            let draft = try Draft(parsing: project.draftBytes())
            facts.hasPictures = try !explaining(project).pictures(of: draft).isEmpty
            if !ProjectExplaining.isFree(draft) {
                facts.examples = Suggestions.next(after: [], in: draft, language: .english)
            }
        } catch is DraftError {
            // The plan tells what is wrong with it; undo is what helps.
            facts.examples = ["undo"]
        }
        return facts
    }

    private static let firstSentences = [
        "explain what an AI image is and how it was created", "讲解什么是AI图像，它是怎么做出来的",
        "add a title \"Hello\"", "make it vertical",
    ]

    private func explaining(_ project: Project) -> ProjectExplaining {
        ProjectExplaining(project: project, voice: settings.voice)
    }

    /// The project that is worked on; on the start page one is made.
    private func workingProject() async throws -> Project {
        switch place {
        case .project(let project): return project
        case .draft:
            throw PreviewError(
                .request,
                "this draft stands alone; make a project of its folder to edit it: explainer new .")
        case .start(let folder):
            do {
                let project = try Project.create(at: try Self.home(in: folder))
                await begin(project)
                return project
            } catch {
                throw PreviewError(.failed, "\(error)")
            }
        }
    }

    /// The folder itself where it holds nothing, else a new one in it.
    private static func home(in folder: URL) throws -> URL {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder.path) else { return folder }
        let names = try manager.contentsOfDirectory(atPath: folder.path)
        guard names.contains(where: { !$0.hasPrefix(".") }) else { return folder }
        var number = 1
        while manager.fileExists(atPath: folder.appending(path: "video-\(number)").path) {
            number += 1
        }
        return folder.appending(path: "video-\(number)")
    }

    func say(_ sentence: String) async throws -> PreviewReply {
        guard work == nil else {
            throw PreviewError(.busy, "an explainer is being made; wait for it, or undo it then")
        }
        let project = try await workingProject()
        defer { look() }
        do {
            if let reply = try explain(sentence, in: project) { return reply }
            let answer = try await ProjectEditor(project).answer(to: sentence)
            if answer.isApplied || answer.reply.history != nil { news.tell(.project) }
            return PreviewReply(answer)
        } catch let error as PreviewError {
            throw error
        } catch {
            throw PreviewError(.request, Self.words(error))
        }
    }

    static func words(_ error: any Error) -> String {
        let words = Failure.words(for: error)
        return words.hasPrefix("error: ") ? String(words.dropFirst(7)) : words
    }

    /// Begins an explainer where the sentence asks for one; nil where it does not.
    private func explain(_ sentence: String, in project: Project) throws -> PreviewReply? {
        let draft = try Draft(parsing: project.draftBytes())
        guard ExplainingWish.isIn(sentence) else { return nil }
        var reply = PreviewReply()
        reply.intent = "explain"
        let language = EditLanguage(of: sentence)
        let explaining = explaining(project)
        let pictures = try explaining.pictures(of: draft)
        guard !pictures.isEmpty else {
            reply.question =
                language == .chinese
                ? "要讲解哪张图片？请把图片拖进来。"
                : "Which picture is it about? Drop one here, then say it again."
            return reply
        }
        reply.summary =
            language == .chinese ? "正在制作讲解视频…" : "Making the explainer…"
        begin(sentence, pictures, explaining, draft)
        return reply
    }

    private func begin(
        _ sentence: String, _ pictures: [String], _ explaining: ProjectExplaining, _ draft: Draft
    ) {
        let (news, speaking) = (news, speaking)
        let started = PreviewWork(id: Self.workID, phase: "pictures", state: .working)
        news.tell(.work(started))
        work = Task {
            var end = started
            do {
                _ = try await speaking.run {
                    try await explaining.run(sentence, pictures, in: draft) { phase in
                        news.tell(
                            .work(PreviewWork(id: Self.workID, phase: phase, state: .working)))
                    }
                }
                end.state = .done
                end.phase = "done"
            } catch is CancellationError {
                end.state = .cancelled
            } catch {
                end.state = .failed
                end.message = Self.words(error)
            }
            finish(end)
        }
    }

    private func finish(_ end: PreviewWork) {
        work = nil
        look()
        news.tell(.project)
        news.tell(.work(end))
    }

    func add(_ files: [PreviewFile]) async throws -> PreviewAdded {
        let project = try await workingProject()
        defer { look() }
        do {
            let found = try ProjectFile.examine(files.map(\.place.path)) {
                ProjectMedia(lookingAt: $0)
            }
            let material = try ProjectMaterial(project) { ProjectMedia(lookingAt: $0) }
            let before = Set(material.files)
            let step = try project.changing {
                try $0.add(found, milliseconds: material.milliseconds)
            }
            news.tell(.project)
            let now = try ProjectMaterial(project) { ProjectMedia(lookingAt: $0) }.files
            let added = now.filter { !before.contains($0) }
            var answer = PreviewAdded(
                files: added.map { source in
                    let path = project.folder.appending(path: source).path
                    return PreviewAdded.File(
                        name: source, kind: ProjectMedia(lookingAt: path).name)
                }, changes: step.changes ?? [])
            answer.suggestions = Array(try await projectFacts().examples.prefix(2))
            return answer
        } catch {
            throw PreviewError(.request, Self.hidingPlaces(of: files, in: Self.words(error)))
        }
    }

    /// Files are known by the names that they were sent under.
    private static func hidingPlaces(of files: [PreviewFile], in words: String) -> String {
        files.reduce(words) { $0.replacingOccurrences(of: $1.place.path, with: $1.name) }
    }
}

extension ProjectMedia {
    fileprivate var name: String {
        switch self {
        case .still: "image"
        case .film: "video"
        case .sound: "audio"
        case .unusable: "other"
        }
    }
}

extension PreviewReply {
    fileprivate init(_ answer: EditAnswer) {
        self.init()
        applied = answer.isApplied
        changes = answer.reply.changes
        // The page shows the timeline; it is told in words where somebody asks for it.
        if answer.reply.intent == .status {
            summary = answer.draft.map { TimelineSummary($0).lines.joined(separator: "\n") } ?? ""
        } else if answer.reply.intent == .edit, changes.isEmpty, answer.reply.question == nil {
            summary = answer.language == .chinese ? "没有改动。" : "Nothing was changed."
        }
        question = answer.reply.question
        suggestions = answer.reply.suggestions
        notices = answer.notices
        intent =
            switch answer.reply.intent {
            case .edit: "edit"
            case .export: "export"
            case .status: "status"
            case .credits: "credits"
            case .upload: "upload"
            }
    }
}
