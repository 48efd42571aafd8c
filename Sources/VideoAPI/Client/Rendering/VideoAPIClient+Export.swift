import Foundation
import Planning

/// What an export tells while it runs.
package enum ExportEvent: Hashable, Sendable {
    /// A render was handed in; its id finds it again later.
    case submitted(id: String)
    case status(RenderStatus)
    /// A render failed and is handed in once more.
    case again(String)
}

extension VideoAPIClient {
    /// Renders the session's timeline and returns the completed render.
    ///
    /// - Throws: where there is nothing to render, or where a second attempt failed too.
    package func export(
        options: RenderOptions = RenderOptions(),
        tell: @escaping @Sendable (ExportEvent) -> Void = { _ in }
    ) async throws -> RenderStatus {
        let state = try await state()
        guard state.hasContent, let draft = state.draft else {
            throw ClientProblem.nothingToExport
        }
        let first = try await attempt(draft, options, tell)
        guard first.stage == .failed else { return first }
        tell(.again(first.error ?? "the render failed"))
        let second = try await attempt(draft, options, tell)
        guard second.stage == .failed else { return second }
        throw ClientProblem.renderFailed(
            id: second.id, second.error ?? "the service tells no reason")
    }

    /// Waits for a render that was handed in before.
    package func resumeExport(
        _ id: String, tell: @escaping @Sendable (ExportEvent) -> Void = { _ in }
    ) async throws -> RenderStatus {
        let status = try await awaitRender(id) { tell(.status($0)) }
        guard status.stage == .failed else { return status }
        throw ClientProblem.renderFailed(id: id, status.error ?? "the service tells no reason")
    }

    private func attempt(
        _ draft: JSONValue, _ options: RenderOptions,
        _ tell: @escaping @Sendable (ExportEvent) -> Void
    ) async throws -> RenderStatus {
        let asked = "render_\(UUID().uuidString.lowercased())"
        var isDoubtful = false
        var id = asked
        do {
            id = try await submitRender(id: asked, draft: draft, options: options).id
        } catch ClientProblem.unreachable {
            isDoubtful = true
        } catch ClientProblem.refused(let failure) where (500..<600).contains(failure.code) {
            isDoubtful = true
        }
        tell(.submitted(id: id))
        // The service may have the render, although its answer was lost.
        if isDoubtful { try await time.pause(.seconds(3)) }
        do {
            return try await awaitRender(id) { tell(.status($0)) }
        } catch ClientProblem.refused(let failure) where isDoubtful && failure.code == 404 {
            var status = RenderStatus(id: id, stage: .failed, progress: 0)
            status.error = "the service did not get it"
            return status
        }
    }
}
