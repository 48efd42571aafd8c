import Foundation
import Networking
import Synchronization
import VideoAPI

/// A network that loses, delays, cuts and garbles, as a seed says.
final class BadLine: Sendable {
    enum Trouble: CaseIterable, Sendable {
        /// The request never arrives; the client may know that or not.
        case unsent, droppedBefore
        /// The server acted, and its answer is lost.
        case droppedAfter
        /// The client has given up, or sees an empty answer, before the request arrives.
        case late, emptyThenLate
        /// The answer ends early, by a break or as if it were whole.
        case cut, halfClosed
        /// Something else than the answer, or something foreign in it.
        case garbageBefore, garbageAfter, garbageInside
        /// The answer stops coming, and nothing tells.
        case silence
    }

    private struct State {
        var random: UInt64
        var late: [(moment: Duration, request: TransportRequest)] = []
        var count = 0
    }

    private let state: Mutex<State>
    private let time: SkippedTime
    /// Of so many requests one has trouble.
    private let rarity: UInt64

    var troubles: Int { state.withLock { $0.count } }

    init(seed: UInt64, rarity: UInt64, time: SkippedTime) {
        state = Mutex(State(random: seed))
        self.rarity = rarity
        self.time = time
    }

    func send(
        _ request: TransportRequest, _ line: HandlerTransport
    ) async throws -> TransportAnswer {
        try await deliver(upTo: time.now, line)
        guard draw(rarity) == 0 else { return try await pieces(of: line.send(request)) }
        state.withLock { $0.count += 1 }
        let all = Trouble.allCases
        switch all[draw(UInt64(all.count))] {
        case .unsent: throw TransportFault("no server answers there", isUnsent: true)
        case .droppedBefore: throw TransportFault("the connection broke")
        case .droppedAfter:
            _ = try await line.send(request)
            throw TransportFault("the connection broke")
        case .late:
            hold(request)
            throw TransportFault("the server said nothing for too long")
        case .emptyThenLate:
            hold(request)
            return Self.answer([])
        case .cut: return try await part(of: line.send(request), breaks: true)
        case .halfClosed: return try await part(of: line.send(request), breaks: false)
        case .garbageBefore: return garbage()
        case .garbageAfter:
            _ = try await line.send(request)
            return garbage()
        case .garbageInside: return try await garbled(line.send(request))
        case .silence: return try await silent(line.send(request))
        }
    }

    /// Hands over what has been on its way until `moment`.
    func deliver(upTo moment: Duration, _ line: HandlerTransport) async throws {
        let due = state.withLock { state in
            let due = state.late.filter { $0.moment <= moment }
            state.late.removeAll { $0.moment <= moment }
            return due
        }
        for (_, request) in due { _ = try await line.send(request) }
    }

    private func hold(_ request: TransportRequest) {
        let moment = time.now + .seconds(1 + draw(400))
        state.withLock { $0.late.append((moment, request)) }
    }

    private func pieces(of answer: TransportAnswer) async throws -> TransportAnswer {
        let bytes = try await answer.body(limit: 1 << 24)
        var (pieces, start): ([[UInt8]], Int) = ([], 0)
        while start < bytes.count {
            let end = min(start + 1 + draw(700), bytes.count)
            pieces.append(Array(bytes[start..<end]))
            start = end
        }
        return TransportAnswer(
            status: answer.status, headers: answer.headers, chunks: .of(pieces))
    }

    private func part(of answer: TransportAnswer, breaks: Bool) async throws -> TransportAnswer {
        let bytes = try await answer.body(limit: 1 << 24)
        let start = Array(bytes.prefix(draw(UInt64(bytes.count + 1))))
        return TransportAnswer(
            status: answer.status, headers: answer.headers,
            chunks: .of([start], breaks: breaks))
    }

    private func garbled(_ answer: TransportAnswer) async throws -> TransportAnswer {
        var bytes = try await answer.body(limit: 1 << 24)
        let place = draw(UInt64(bytes.count + 1))
        let junk = (0..<(1 + draw(60))).map { _ in UInt8(draw(256)) }
        bytes.insert(contentsOf: junk, at: place)
        return TransportAnswer(
            status: answer.status, headers: answer.headers, chunks: .of([bytes]))
    }

    /// A part of the answer, and then 20 minutes in which nothing comes.
    private func silent(_ answer: TransportAnswer) async throws -> TransportAnswer {
        let bytes = try await answer.body(limit: 1 << 24)
        let start = Array(bytes.prefix(draw(UInt64(bytes.count + 1))))
        guard answer.headers["content-type"]?.hasPrefix("text/event-stream") == true else {
            throw TransportFault("the server said nothing for too long")
        }
        let (stream, feed) = AsyncThrowingStream.makeStream(of: [UInt8].self)
        feed.yield(start)
        let time = time
        let clock = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(2))
                time.advance(.seconds(60))
            }
        }
        feed.onTermination = { _ in clock.cancel() }
        return TransportAnswer(
            status: answer.status, headers: answer.headers,
            chunks: ChunkStream(stream, stopping: { feed.finish() }))
    }

    private func garbage() -> TransportAnswer {
        let texts = [
            "<html>busy</html>", "{}", "[]", "null", "", "{\"code\":0,\"data\":7}", "\u{0}",
        ]
        let text = texts[draw(UInt64(texts.count))]
        let status = [200, 200, 502, 504][draw(4)]
        let type = ["text/html", "application/json", "text/event-stream"][draw(3)]
        return TransportAnswer(
            status: status, headers: ["content-type": type], chunks: .of([Array(text.utf8)]))
    }

    private static func answer(_ pieces: [[UInt8]]) -> TransportAnswer {
        TransportAnswer(
            status: 200, headers: ["content-type": "text/event-stream"], chunks: .of(pieces))
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private func draw(_ bound: UInt64) -> Int {
        let mixed = state.withLock { state in
            state.random &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state.random
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
        return Int(mixed % bound)
    }
}
