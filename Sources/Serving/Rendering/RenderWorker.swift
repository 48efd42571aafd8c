import Foundation
import Planning
import Synchronization

/// Does the renders that wait in the store, one after the other.
///
/// What is at work when it stops waits again at the next start.
actor RenderWorker {
    private let store: ServerStore
    private let workshop: any Workshop
    private var running: (key: String, task: Task<Void, Never>)?
    private var isStopped = false

    init(store: ServerStore, workshop: any Workshop) {
        self.store = store
        self.workshop = workshop
    }

    /// Looks for work, unless there is some.
    func wake() {
        guard !isStopped, running == nil else { return }
        do {
            guard let task = try store.takeNext() else { return }
            let work = Task.detached { await self.run(task) }
            running = (task.job.key, work)
        } catch {
            ServerLog.note("can't take the next render: \(error)")
        }
    }

    /// Stops the work on a render that is no longer wanted.
    func cancel(_ key: String) {
        if running?.key == key { running?.task.cancel() }
    }

    func stop() async {
        isStopped = true
        running?.task.cancel()
        await running?.task.value
    }

    private func ended() {
        running = nil
        wake()
    }

    private nonisolated func run(_ task: RenderTask) async {
        let file = store.workingFile(of: task.job)
        do {
            try await render(task, to: file)
        } catch {
            await fail(task.job, error)
        }
        do {
            if FileManager.default.fileExists(atPath: file.path) {
                try FileManager.default.removeItem(at: file)
            }
        } catch {
            ServerLog.note("can't remove an unfinished render: \(error.localizedDescription)")
        }
        await ended()
    }

    private nonisolated func render(_ task: RenderTask, to file: URL) async throws {
        let (job, store) = (task.job, store)
        let folder = store.folder.session(job.session).path
        let draft = try Draft(parsing: Array(task.draft.utf8))
        try workshop.bringMusic(of: draft, into: folder)
        let percent = PercentSteps()
        let result = try await workshop.render(
            draft, in: folder, to: file.path, options: task.order
        ) { share in
            guard let step = percent.step(share) else { return }
            let isWanted: Bool
            do {
                isWanted = try store.report(step, of: job)
            } catch {
                return ServerLog.note("can't keep how far a render is: \(error)")
            }
            if !isWanted { Task { await self.cancel(job.key) } }
        }
        try Task.checkCancellation()
        try store.complete(job, file: file, result: result, now: Date())
    }

    private func fail(_ job: RenderJob, _ error: any Error) {
        guard !isStopped else { return }
        let words = PublicWords.of(error, hiding: store.folder.root)
        do {
            try store.fail(job, words ?? "the render failed", now: Date())
        } catch {
            // It was cancelled meanwhile, which says enough.
            if error.kind != .notProcessing { ServerLog.note("\(error)") }
        }
    }
}
