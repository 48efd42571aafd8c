import Foundation
import Networking
import VideoAPI

@testable import Serving

/// How a client reaches the server in a test.
enum Line: CaseIterable, Sendable {
    case inProcess, loopback
}

/// A client and the server that it speaks to.
final class Pair: Sendable {
    let client: VideoAPIClient
    let store: ServerStore
    let workshop: FakeWorkshop
    let folder: URL
    let time = SkippedTime(tick: .milliseconds(10))
    private let heard = Notices()
    private let running: RunningServer?
    private let fixture: ServerFixture?

    var notices: [ClientNotice] { heard.all }

    init(
        _ line: Line, credentials: Credentials = Credentials(clientID: "client-1"),
        source: String = "explainer",
        _ change: (inout ServerConfiguration) -> Void = { _ in }
    ) async throws {
        let transport: any Transport
        let address: String
        switch line {
        case .inProcess:
            let server = try ServerFixture(change)
            (fixture, running) = (server, nil)
            (store, workshop, folder) = (server.store, server.workshop, server.files.root)
            (transport, address) = (HandlerTransport(server: server), "http://127.0.0.1:8787")
        case .loopback:
            let server = try await RunningServer(change)
            (fixture, running) = (nil, server)
            (store, workshop, folder) = (server.store, server.workshop, server.files.root)
            (transport, address) = (CurlTransport(), server.base.absoluteString)
        }
        client = VideoAPIClient(
            server: try ServerAddress(address),
            attribution: Attribution(source: source, version: "1", platform: "test"),
            credentials: credentials, transport: transport, time: time,
            tell: { [heard] in heard.take($0) })
    }

    func stop() async throws { try await running?.stop() }

    func file(_ name: String, _ content: String) throws -> URL {
        let place = folder.appending(path: name)
        try Data(content.utf8).write(to: place)
        return place
    }

    func say(_ words: String) async throws -> [SayEvent] {
        var events: [SayEvent] = []
        for try await event in client.say(words) { events.append(event) }
        return events
    }
}
