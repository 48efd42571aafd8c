import Foundation
import Networking
import Synchronization
import Testing

@testable import VideoAPI

/// A service with one timeline, whose connection fails in ways that a seed decides.
private final class FaultyService: Sendable {
    struct Book: Sendable {
        /// Sentences that the service acted on or may have.
        var edits = 0
        var refusals = 0
        var title = ""
        var session = 1
        var token = "old"
        var hiddenFor = 0
    }

    let book = Mutex(Book())
    private let dice: Mutex<Dice>

    init(seed: UInt64) { dice = Mutex(Dice(seed: seed)) }

    private func roll(_ sides: Int) -> Int {
        dice.withLock { Int.random(in: 0..<sides, using: &$0) }
    }

    func answer(_ request: TransportRequest) throws -> TransportAnswer {
        if request.url.path == "/run_sse" { return try edit(request) }
        // Everything else fails now and then as well.
        switch roll(8) {
        case 0: throw TransportFault("dropped")
        case 1: return .json("garbage", status: roll(2) == 0 ? 200 : 503)
        case 2: return .code(429, status: 429)
        case 3:
            return TransportAnswer(
                status: 200, headers: ["content-type": "application/json"],
                chunks: .of([#"{"code":0,"da"#], breaks: true))
        default: break
        }
        return try read(request)
    }

    private func read(_ request: TransportRequest) throws -> TransportAnswer {
        let path = request.url.path
        return book.withLock { book in
            if path.hasSuffix("anonymous-token") {
                book.token = "new"
                return Wire.token
            }
            if request.headers["Authorization"] != "Bearer \(book.token)" {
                return .code(1001, status: 401)
            }
            if path.contains("with-session") {
                book.session = 2
                return Wire.session
            }
            if !path.contains("/s\(book.session)/") { return .code(1002, status: 404) }
            // The work takes a while to show.
            book.hiddenFor -= 1
            return Wire.state(book.hiddenFor >= 0 ? "" : book.title)
        }
    }

    private func edit(_ request: TransportRequest) throws -> TransportAnswer {
        if let refusal = refusal(of: request) {
            book.withLock { $0.refusals += 1 }
            return refusal
        }
        let fault = roll(8)
        book.withLock { book in
            book.edits += 1
            if fault != 0 {
                book.title = "New"
                book.hiddenFor = fault % 4
            }
        }
        switch fault {
        case 0: throw TransportFault("dropped before the service acted")
        case 1: throw TransportFault("dropped after the service acted")
        case 2: return .events(["data: heartbeat\n\n", "data: {\"cont"], breaks: true)
        case 3: return .events([Wire.text("Do")], breaks: true)
        case 4: return .json("<html>bad gateway</html>", status: 502)
        case 5: return .events(["\u{1}garbage\n\ndata: nothing\n\n"])
        case 6: return .json("garbage", status: 200)
        default: return .events(["data: heartbeat\n\n", Wire.text("Done.")])
        }
    }

    /// What is refused before anything is done, which may be sent again.
    private func refusal(of request: TransportRequest) -> TransportAnswer? {
        let luck = roll(6)
        return book.withLock { book in
            if luck == 0 { book.token = "replaced" }
            if request.headers["Authorization"] != "Bearer \(book.token)" {
                return .code(1001, status: 200)
            }
            if luck == 1, book.session == 1 {
                book.session = 2
                return .code(1002, status: 200)
            }
            return luck == 2 ? .code(429, status: 429) : nil
        }
    }
}

@Suite struct OneEditTests {
    @Test(arguments: 1...200) func noSentenceIsEverDoneTwice(seed: Int) async throws {
        let service = FaultyService(seed: UInt64(seed))
        let bench = try Bench { request, _ in try service.answer(request) }
        var isDone = false
        do {
            for event in try await bench.said("call it New") {
                switch event {
                case .reply, .changed: isDone = true
                default: break
                }
            }
        } catch is ClientProblem {
            // Giving up with words is right; doing it twice never is.
        }
        let book = service.book.withLock { $0 }
        #expect(book.edits <= 1)
        #expect(bench.transport.count("run_sse") == book.edits + book.refusals)
        #expect(book.refusals <= 4)
        if isDone { #expect(book.title == "New") }
    }

    @Test func theFaultsOfTheTestReachEveryEnd() async throws {
        var (done, lost) = (0, 0)
        for seed in 1...200 {
            let service = FaultyService(seed: UInt64(seed))
            let bench = try Bench { request, _ in try service.answer(request) }
            do {
                _ = try await bench.said("call it New")
                done += 1
            } catch ClientProblem.lost {
                lost += 1
            } catch is ClientProblem {}
        }
        #expect(done > 40)
        #expect(lost > 5)
    }
}
