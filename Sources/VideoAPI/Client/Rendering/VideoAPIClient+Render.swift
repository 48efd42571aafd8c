import Foundation
package import Planning

extension VideoAPIClient {
    /// Hands in a render of `draft`, once: a lost answer is found out by asking for `id`.
    package func submitRender(
        id: String, draft: JSONValue, options: RenderOptions = RenderOptions()
    ) async throws -> RenderStatus {
        var call = Call(method: "POST", path: { _ in "/api/render/proxy/lambda" })
        call.body = { credentials in
            Self.bytes([
                "id": .string(id), "sessionId": .string(credentials.sessionID ?? ""),
                "draft": draft, "output": options.json,
            ])
        }
        call.care = .once
        call.needsSession = true
        let fields = try await fields(of: call)
        var status =
            RenderStatus(fields, id: id) ?? RenderStatus(id: id, stage: .pending, progress: 0)
        if let named = fields["id", "taskId"]?.string, !named.isEmpty { status.id = named }
        return status
    }

    /// How the render `id` stands, asked once.
    package func renderStatus(_ id: String) async throws -> RenderStatus {
        var call = Call.read { _ in "/api/render/proxy/lambda/\(ServerAddress.escape(id))" }
        // Whoever polls asks again by itself.
        call.care = .once
        guard let status = RenderStatus(try await fields(of: call), id: id) else {
            throw Self.strange("no status")
        }
        return status
    }

    package func cancelRender(_ id: String) async throws {
        _ = try await fields(
            of: Call(
                method: "POST",
                path: { _ in "/api/render/proxy/lambda/\(ServerAddress.escape(id))/cancel" }))
    }

    /// Polls the render `id` until it is completed or failed: after 2 seconds, then half as long
    /// again up to 15, for at most 10 minutes.
    ///
    /// - Throws: where the service refuses, or the time is over; a poll that gets no answer is
    ///   repeated.
    package func awaitRender(
        _ id: String, progress: @Sendable (RenderStatus) -> Void = { _ in }
    ) async throws -> RenderStatus {
        let end = time.now + .seconds(600)
        var pause = Duration.seconds(2)
        while true {
            if let status = try await statusIfReachable(id) {
                progress(status)
                if status.stage == .completed || status.stage == .failed { return status }
            }
            guard time.now + pause <= end else { throw ClientProblem.renderUnfinished(id: id) }
            try await time.pause(pause)
            pause = min(pause * 3 / 2, .seconds(15))
        }
    }

    private func statusIfReachable(_ id: String) async throws -> RenderStatus? {
        do {
            return try await renderStatus(id)
        } catch ClientProblem.unreachable {
            return nil
        } catch ClientProblem.unsent {
            return nil
        } catch ClientProblem.refused(let failure) where (500..<600).contains(failure.code) {
            return nil
        }
    }
}
