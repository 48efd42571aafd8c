import Foundation
import Networking
import Planning
import Synchronization

@testable import VideoAPI

/// A transport whose answers a test decides, and that remembers what was sent.
final class StandInTransport: Transport {
    typealias Handler = @Sendable (TransportRequest, _ number: Int) throws -> TransportAnswer

    private let handler: Handler
    private let log = Mutex<[TransportRequest]>([])

    init(_ handler: @escaping Handler) { self.handler = handler }

    var requests: [TransportRequest] { log.withLock { $0 } }
    var paths: [String] { requests.map { "\($0.method) \($0.url.path)" } }
    func count(_ path: String) -> Int { paths.count { $0.hasSuffix(path) } }

    func send(_ request: TransportRequest) async throws(TransportFault) -> TransportAnswer {
        let number = log.withLock { log in
            log.append(request)
            return log.count { $0.url.path == request.url.path }
        }
        do {
            return try handler(request, number)
        } catch let fault as TransportFault {
            throw fault
        } catch {
            throw TransportFault("\(error)")
        }
    }
}

extension TransportAnswer {
    /// A JSON answer.
    static func json(
        _ text: String, status: Int = 200, headers: [String: String] = [:]
    ) -> TransportAnswer {
        var headers = headers
        headers["content-type"] = "application/json"
        return TransportAnswer(status: status, headers: headers, chunks: .of([text]))
    }

    /// A stream of events in these pieces, that ends or breaks after them.
    static func events(_ pieces: [String], breaks: Bool = false) -> TransportAnswer {
        TransportAnswer(
            status: 200, headers: ["content-type": "text/event-stream; charset=utf-8"],
            chunks: .of(pieces, breaks: breaks))
    }

    static func code(_ code: Int, status: Int, headers: [String: String] = [:]) -> TransportAnswer {
        json("{\"code\":\(code),\"message\":\"no\"}", status: status, headers: headers)
    }
}

extension ChunkStream {
    static func of(_ pieces: [String], breaks: Bool = false) -> ChunkStream {
        ChunkStream(
            AsyncThrowingStream { continuation in
                for piece in pieces { continuation.yield(Array(piece.utf8)) }
                continuation.finish(throwing: breaks ? TransportFault("broken") : nil)
            })
    }
}

extension TransportRequest {
    var text: String {
        if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
    }
}

/// Time that passes only by waiting; every wait is remembered.
final class TestTime: Timekeeper {
    private struct State {
        var now = Duration.zero
        var pauses: [Duration] = []
    }
    private let state = Mutex(State())

    var now: Duration { state.withLock { $0.now } }
    var pauses: [Double] { state.withLock { $0.pauses.map { $0 / .seconds(1) } } }

    func advance(_ length: Duration) { state.withLock { $0.now += length } }

    func pause(_ length: Duration) async throws {
        try Task.checkCancellation()
        state.withLock { state in
            state.now += length
            state.pauses.append(length)
        }
    }

    func alarm(at moment: Duration) async throws {
        while now < moment {
            try Task.checkCancellation()
            await Task.yield()
        }
    }
}

/// A client on a stand-in, with a token and a session unless the test takes them away.
struct Bench {
    let transport: StandInTransport
    let time = TestTime()
    let client: VideoAPIClient
    private let notes: Notes

    final class Notes: Sendable {
        let list = Mutex<[ClientNotice]>([])
    }

    var notices: [ClientNotice] { notes.list.withLock { $0 } }

    init(
        token: String? = "old", isGiven: Bool = false, session: String? = "s1",
        _ handler: @escaping StandInTransport.Handler
    ) throws {
        var credentials = Credentials(clientID: "client-1")
        (credentials.token, credentials.isGivenToken) = (token, isGiven)
        (credentials.sessionID, credentials.userID) = (session, "anon_7")
        transport = StandInTransport(handler)
        let notes = Notes()
        self.notes = notes
        client = VideoAPIClient(
            server: try ServerAddress("https://video.test/"),
            attribution: Attribution(source: "explainer", version: "9", platform: "here"),
            credentials: credentials, transport: transport, time: time,
            tell: { notice in notes.list.withLock { $0.append(notice) } })
    }

    /// What saying `words` gives.
    func said(_ words: String) async throws -> [SayEvent] {
        var events: [SayEvent] = []
        for try await event in client.say(words) { events.append(event) }
        return events
    }
}

/// Answers that most tests need.
enum Wire {
    static var token: TransportAnswer {
        .json(#"{"code":0,"data":{"token":"new","user_id":"anon_7","credits":100}}"#)
    }
    static var session: TransportAnswer {
        .json(#"{"code":0,"data":{"session_id":"s2","task_id":"t2"}}"#)
    }
    static var credits: TransportAnswer {
        .json(#"{"code":0,"data":{"available":25000,"frozen":40,"total":25040}}"#)
    }

    /// A state whose timeline has a title of these words; empty words are an empty timeline.
    static func state(_ title: String) -> TransportAnswer {
        let draft =
            title.isEmpty
            ? "{}" : #"{"t":[{"tt":7,"sg":[{"id":"a","s":0,"d":3000,"m":{"text":"\#(title)"}}]}]}"#
        return .json(
            #"{"code":0,"data":{"session_id":"s1","state":{"draft":\#(draft),"video_infos":[]}}}"#)
    }

    /// The call of a tool and its result.
    static let tool = """
        data: {"content":{"parts":[{"functionCall":{"name":"edit"}}]}}

        data: {"content":{"parts":[{"functionResponse":{"name":"edit"}}]}}


        """

    static func text(_ words: String) -> String {
        #"data: {"content":{"parts":[{"text":"\#(words)"}],"role":"model"}}"# + "\n\n"
    }
}
