import Foundation
package import Networking
import Planning

/// A client of the video API.
///
/// It asks for a token and a session where they are missing, and recovers from what passes. An edit
/// whose answer is lost is never sent again.
package actor VideoAPIClient {
    package nonisolated let server: ServerAddress
    let transport: any Transport
    let time: any Timekeeper
    private let attribution: Attribution
    private let keep: @Sendable (Credentials) throws -> Void
    let tell: @Sendable (ClientNotice) -> Void
    package internal(set) var credentials: Credentials

    /// The largest answer that is read into memory, in bytes.
    private static let largestAnswer = 16 << 20

    /// Makes a client; `keep` stores credentials that changed, `tell` hears what it does to recover.
    package init(
        server: ServerAddress, attribution: Attribution, credentials: Credentials,
        transport: any Transport = CurlTransport(), time: any Timekeeper = MachineTime(),
        keep: @escaping @Sendable (Credentials) throws -> Void = { _ in },
        tell: @escaping @Sendable (ClientNotice) -> Void = { _ in }
    ) {
        self.server = server
        self.attribution = attribution
        self.credentials = credentials
        self.transport = transport
        self.time = time
        self.keep = keep
        self.tell = tell
    }

    func change(_ change: (inout Credentials) -> Void) throws {
        change(&credentials)
        try keep(credentials)
    }

    /// What an answer holds.
    enum Reply: Sendable {
        case fields(Envelope.Fields)
        case stream(ChunkStream)
    }

    /// Sends `call` once, with no recovery.
    ///
    /// - Throws: an `APIFailure`, a `TransportFault`, or where it was cancelled.
    func sendOnce(_ call: Call) async throws -> Reply {
        var request = TransportRequest(
            call.method, try server.url(call.path(credentials)), headers: headers(for: call))
        request.body = call.body(credentials)
        request.patience = call.patience
        request.sending = call.sending
        let answer = try await transport.send(request)
        let type = answer.headers["content-type"]?.lowercased() ?? ""
        if (200..<300).contains(answer.status), type.hasPrefix("text/event-stream") {
            return .stream(answer.chunks)
        }
        let body = try await answer.body(limit: Self.largestAnswer)
        let wait = answer.headers["retry-after"].flatMap { Int($0) }
        return .fields(try Envelope.fields(of: body, status: answer.status, retryAfter: wait))
    }

    func headers(for call: Call) -> [String: String] {
        var headers = attribution.headers
        headers["Accept"] = "application/json"
        if call.isAnonymous {
            headers["X-Client-Id"] = credentials.clientID
        } else if let token = credentials.token {
            headers["Authorization"] = "Bearer \(token)"
        }
        if case .bytes = call.body(credentials) { headers["Content-Type"] = "application/json" }
        return headers.merging(call.headers) { $1 }
    }

    /// The headers of a file's address: the token for this service alone.
    func headers(for url: URL) -> [String: String] {
        var headers = attribution.headers
        if server.isSameOrigin(url), let token = credentials.token {
            headers["Authorization"] = "Bearer \(token)"
        }
        return headers
    }
}
