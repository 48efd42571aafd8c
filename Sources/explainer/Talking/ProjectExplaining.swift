import ArgumentParser
import Editing
import Foundation
import Planning

/// Makes an explainer of a project's pictures, as its draft.
struct ProjectExplaining {
    let project: Project
    let voice: String?

    /// The options of `make` that a chat has, and the canvas of `draft`.
    static func options(voice: String?, canvas draft: Draft? = nil) throws -> MakeOptions {
        var arguments = voice.map { ["--voice", $0] } ?? []
        if let width = draft?.metadata.width, let height = draft?.metadata.height {
            arguments += ["--size", "\(width)x\(height)"]
        }
        var options = try MakeOptions.parse(arguments)
        options.fps = draft?.metadata.frameRate
        return options
    }

    /// The pictures that it would be about: those of the timeline, else all of the project.
    func pictures(of draft: Draft) throws -> [String] {
        let material = try ProjectMaterial(project) { ProjectMedia(lookingAt: $0) }
        let shown =
            draft.tracks.first { $0.kind == .picture && $0.role != .overlay }?
            .segments.compactMap(\.source) ?? []
        var seen: Set<String> = []
        let pictures = shown.filter { material.files.contains($0) && seen.insert($0).inserted }
        return (pictures.isEmpty ? material.files : pictures)
            .filter { ProjectMedia(lookingAt: path($0)) == .still }
    }

    /// Whether nothing is lost where the draft is made anew: it has pictures alone.
    static func isFree(_ draft: Draft) -> Bool {
        draft.tracks.allSatisfy { $0.kind == .picture || $0.segments.isEmpty }
            && draft.tracks.count { $0.kind == .picture && !$0.segments.isEmpty } <= 1
    }

    /// Makes it and makes it the draft, as one step.
    ///
    /// - Returns: the draft.
    func run(
        _ sentence: String, _ pictures: [String], in old: Draft,
        phase: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> Draft {
        var draft = try await making(sentence, pictures, canvas: old, phase: phase)
        if draft.metadata.title == nil { draft.metadata.title = old.metadata.title }
        let (bytes, changes) = (Array(draft.text.utf8), Self.changes(draft, pictures.count))
        try project.changing { session in
            try EditedDraftCheck(project: project).check(bytes, against: session.bytes)
            try session.commit(
                bytes, as: .init(rawValue: "explain"), sentence: sentence, changes: changes)
        }
        return draft
    }

    /// Makes its draft for the canvas and the frame rate of `old`; nothing of the project changes but
    /// that sounds come into its assets.
    func making(
        _ sentence: String, _ pictures: [String], canvas old: Draft,
        phase: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> Draft {
        let inputs = MakeInputs(pictures: pictures.map(path), sentence: sentence)
        var making = Making(
            inputs, MakePlaces(project), try Self.options(voice: voice, canvas: old))
        making.phase = phase
        return try await making.draft()
    }

    private static func changes(_ draft: Draft, _ count: Int) -> [String] {
        ["Explainer of \(count == 1 ? "one picture" : "\(count) pictures") made"]
    }

    private func path(_ source: String) -> String { project.folder.appending(path: source).path }
}
