import Foundation
import Networking
import Planning
import VideoAPI

@testable import Serving

/// Clients of a server without a socket, whose session holds a draft already.
enum Walker {
    /// What lies between client and server.
    struct Between: Transport {
        let line: HandlerTransport
        let act: @Sendable (TransportRequest, HandlerTransport) async throws -> TransportAnswer

        func send(_ request: TransportRequest) async throws(TransportFault) -> TransportAnswer {
            do {
                return try await act(request, line)
            } catch let fault as TransportFault {
                throw fault
            } catch {
                throw TransportFault("\(error)")
            }
        }
    }

    static func client(
        of server: ServerFixture, _ name: String, through time: SkippedTime,
        notices: Notices = Notices(),
        act:
            @escaping @Sendable (TransportRequest, HandlerTransport) async throws ->
            TransportAnswer
    ) throws -> VideoAPIClient {
        try client(
            name, of: server.store, at: "http://127.0.0.1:8787",
            Between(line: HandlerTransport(server: server), act: act), time, notices: notices)
    }

    static func client(
        _ name: String, of store: ServerStore, at address: String, _ transport: any Transport,
        _ time: SkippedTime, notices: Notices = Notices()
    ) throws -> VideoAPIClient {
        let now = Date()
        let grant = try store.grant(clientID: name, now: now)
        let session = try store.createSession(
            user: grant.userID, name: "project", language: nil, now: now)
        _ = try store.commitDraft(
            session: session.id, base: 0, text: TestDraft.text(source: "assets/cat.png"),
            sentence: "", changes: [], now: now)
        var credentials = Credentials(clientID: name)
        (credentials.token, credentials.userID) = (grant.token, grant.userID)
        credentials.sessionID = session.id
        return VideoAPIClient(
            server: try ServerAddress(address),
            attribution: Attribution(source: "explainer", version: "1", platform: "test"),
            credentials: credentials, transport: transport, time: time,
            tell: { notices.take($0) })
    }
}
