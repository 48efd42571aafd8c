import Foundation
import Planning
import Synchronization

/// Reads and plans a draft while keys are still listened to.
final class PreviewLoading: Sendable {
    struct Outcome: Sendable {
        /// What is shown from now on, or why nothing new is.
        var draft: Result<PreviewedDraft, any Error>

        /// The files that the outcome hangs on, by absolute paths.
        var paths: Set<String>
    }

    private let done = Mutex<Outcome?>(nil)
    private let task: Mutex<Task<Void, Never>?> = Mutex(nil)

    /// - Parameters:
    ///   - input: the draft.
    ///   - known: the draft as it was read before, where only its picture's size is another.
    ///   - size: returns the size at which a picture of a width and a height is planned.
    init(
        _ input: DraftArguments, known: Draft? = nil,
        size: @escaping @Sendable (Int, Int) -> CanvasSize?
    ) {
        let work = Task.detached { [self] in
            let outcome = await Self.load(input, known, size)
            done.withLock { $0 = outcome }
        }
        task.withLock { $0 = work }
    }

    /// Nil as long as it is at work.
    var outcome: Outcome? { done.withLock { $0 } }

    func cancel() { task.withLock { $0?.cancel() } }

    private static func load(
        _ input: DraftArguments, _ known: Draft?, _ size: @Sendable (Int, Int) -> CanvasSize?
    ) async -> Outcome {
        var paths: Set = [input.url.path]
        do {
            let draft = try known ?? input.read()
            paths.formUnion(mentions(draft, input))
            let whole = known == nil ? try await input.quietlyNarrated(draft) : draft
            let (width, height) = PreviewedDraft.size(whole, input)
            let previewed = try PreviewedDraft(whole, input, size: size(width, height))
            return Outcome(
                draft: .success(previewed), paths: paths.union(previewed.plan.sources))
        } catch {
            return Outcome(draft: .failure(error), paths: paths)
        }
    }

    /// The files that a draft names, be they there or not.
    private static func mentions(_ draft: Draft, _ input: DraftArguments) -> [String] {
        let folder = input.url.deletingLastPathComponent()
        return draft.tracks.flatMap(\.segments).compactMap(\.source)
            .filter { !$0.contains("://") }
            .map { URL(filePath: $0, relativeTo: folder).absoluteURL.standardizedFileURL.path }
    }
}
