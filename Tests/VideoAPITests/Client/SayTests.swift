import Foundation
import Networking
import Planning
import Testing

@testable import VideoAPI

@Suite struct SayTests {
    @Test func aSentenceIsSentAsTheAgentExpectsIt() async throws {
        let bench = try Bench { request, _ in
            request.url.path == "/run_sse" ? .events([Wire.text("Done.")]) : Wire.state("")
        }
        let events = try await bench.said("add a title")
        #expect(events.contains(.reply("Done.")))
        let request = try #require(bench.transport.requests.last)
        #expect(request.headers["Accept"] == "text/event-stream")
        let sent = try JSONDocument(parsing: Array(request.text.utf8)).root
        let wanted = try JSONDocument(
            parsing: Array(
                #"{"app_name":"nemo_agent","user_id":"me","session_id":"s1","new_message":{"parts":[{"text":"add a title"}]}}"#
                    .utf8)
        ).root
        #expect(sent == wanted)
    }

    @Test func anEditWithoutWordsIsReportedAsADifference() async throws {
        let bench = try Bench { request, number in
            if request.url.path == "/run_sse" { return .events(["data: heartbeat\n\n"]) }
            return Wire.state(number == 1 ? "Old" : "New")
        }
        let events = try await bench.said("call it New")
        guard case .changed(let change)? = events.last else {
            Issue.record("no change in \(events)")
            return
        }
        #expect(
            change.lines == [
                #"- 1. Title: "Old" (0-3s)"#, #"+ 1. Title: "New" (0-3s)"#,
                #"Timeline (1 track): 1. Title: "New" (0-3s)"#,
            ])
        #expect(bench.transport.count("run_sse") == 1)
    }

    @Test func anAnswerThatIsEmptyIsNoEnd() async throws {
        let bench = try Bench { request, _ in
            request.url.path == "/run_sse" ? .events([]) : Wire.state("Old")
        }
        let problem = ClientProblem.lost("the answer ended too early")
        await #expect(throws: problem) { try await bench.said("x") }
        #expect(bench.time.pauses == [3, 60, 60, 60, 60])
        #expect(bench.transport.count("run_sse") == 1)
    }

    @Test func whatIsSaidBeforeAToolThatDoesNotEndIsNoResult() async throws {
        let call = #"data: {"content":{"parts":[{"functionCall":{"name":"edit"}}]}}"# + "\n\n"
        let bench = try Bench { request, _ in
            request.url.path == "/run_sse"
                ? .events([Wire.text("I add the title."), call]) : Wire.state("Old")
        }
        let problem = ClientProblem.lost("the answer ended too early")
        await #expect(throws: problem) { try await bench.said("x") }
        #expect(bench.transport.count("run_sse") == 1)
    }

    @Test func nothingSaidAndNothingChangedIsSaid() async throws {
        let bench = try Bench { request, _ in
            request.url.path == "/run_sse" ? .events([Wire.tool]) : Wire.state("Old")
        }
        #expect(try await bench.said("x").last == .unchanged)
    }

    @Test func afterABreakTheStateIsReadAfterThreeSecondsThenEveryMinute() async throws {
        let bench = try Bench { request, number in
            if request.url.path == "/run_sse" {
                return .events(["data: {\"type\":\"heart"], breaks: true)
            }
            return Wire.state(number <= 3 ? "Old" : "New")
        }
        let events = try await bench.said("x")
        #expect(bench.time.pauses == [3, 60, 60])
        #expect(bench.transport.count("run_sse") == 1)
        guard case .changed? = events.last else {
            Issue.record("no change in \(events)")
            return
        }
    }

    @Test func afterFiveUnchangedReadsItGivesUp() async throws {
        let bench = try Bench { request, _ in
            if request.url.path == "/run_sse" { throw TransportFault("broken") }
            return Wire.state("Old")
        }
        await #expect(throws: ClientProblem.lost("broken")) { try await bench.said("x") }
        #expect(bench.time.pauses == [3, 60, 60, 60, 60])
        #expect(bench.transport.count("run_sse") == 1)
        #expect(bench.transport.count("latest") == 6)
    }

    @Test func aSentenceThatWasNeverSentIsNotLookedFor() async throws {
        let bench = try Bench { request, _ in
            if request.url.path == "/run_sse" { throw TransportFault("no host", isUnsent: true) }
            return Wire.state("Old")
        }
        await #expect(throws: ClientProblem.unsent("no host")) { try await bench.said("x") }
        #expect(bench.time.pauses == [])
        #expect(bench.transport.requests.count == 2)
    }

    @Test func aServiceThatFailsAtASentenceIsNotAskedAgain() async throws {
        let bench = try Bench { request, number in
            if request.url.path == "/run_sse" { return .json("oops", status: 502) }
            return Wire.state(number == 1 ? "" : "New")
        }
        _ = try await bench.said("x")
        #expect(bench.transport.count("run_sse") == 1)
    }

    @Test(arguments: [1001, 1002, 429])
    func whatWasRefusedBeforeItBeganIsSentOnceMore(code: Int) async throws {
        let bench = try Bench { request, number in
            switch request.url.path {
            case "/api/auth/anonymous-token": Wire.token
            case "/api/tasks/me/with-session/nemo_agent": Wire.session
            case "/run_sse" where number == 1: .code(code, status: 400)
            case "/run_sse": .events([Wire.text("Done.")])
            default: Wire.state("")
            }
        }
        #expect(try await bench.said("x").contains(.reply("Done.")))
        #expect(bench.transport.count("run_sse") == 2)
    }

    @Test func afterANewSessionTheSentenceGoesThere() async throws {
        let bench = try Bench { request, number in
            switch request.url.path {
            case "/api/tasks/me/with-session/nemo_agent": Wire.session
            case "/run_sse" where number == 1: .code(1002, status: 404)
            case "/run_sse": .events([Wire.text("Done.")])
            default: Wire.state("")
            }
        }
        _ = try await bench.said("x")
        #expect(bench.transport.requests.last?.text.contains(#""session_id": "s2""#) == true)
    }

    @Test func aFailureInTheStreamIsReported() async throws {
        let bench = try Bench { request, _ in
            if request.url.path != "/run_sse" { return Wire.state("") }
            return .events([#"data: {"code":2001,"message":"no credits"}"# + "\n\n"])
        }
        await #expect(
            throws: ClientProblem.refused(
                APIFailure(code: 2001, message: "no credits", bindID: "anon_7"))
        ) { try await bench.said("x") }
        #expect(bench.transport.count("run_sse") == 1)
    }

    @Test func toolsAreNeverShownAndButtonsBecomeCommands() async throws {
        let call = #"data: {"content":{"parts":[{"functionCall":{"name":"edit_multitrack"}}]}}"#
        let bench = try Bench { request, _ in
            request.url.path == "/run_sse"
                ? .events([call + "\n\n" + Wire.text("Added. Click [Export] now.")])
                : Wire.state("")
        }
        let replies = try await bench.said("x").compactMap { event in
            if case .reply(let words) = event { words } else { nil }
        }
        #expect(replies == [#"Added. To get the file, run "explainer cloud export"."#])
    }
}

/// How long a sentence may take, with a clock that only the test moves.
@Suite struct SayTimeTests {
    /// A stream that gives `beat` every `step` for as long as it is read.
    private func bench(beat: String, every step: Duration, count: Int) throws -> Bench {
        let box = Box()
        let bench = try Bench { request, _ in
            guard request.url.path == "/run_sse" else { return Wire.state("") }
            let time = box.time
            let chunks = AsyncThrowingStream<[UInt8], any Error>(unfolding: {
                guard box.next() <= count else { return nil }
                time?.advance(step)
                // The watch gets its turn.
                for _ in 0..<200 { await Task.yield() }
                return Array(beat.utf8)
            })
            return TransportAnswer(
                status: 200, headers: ["content-type": "text/event-stream"],
                chunks: ChunkStream(chunks))
        }
        box.time = bench.time
        return bench
    }

    private final class Box: @unchecked Sendable {
        var time: TestTime?
        private var number = 0
        func next() -> Int {
            number += 1
            return number
        }
    }

    @Test func everyTwoMinutesItSaysThatTheAgentStillWorks() async throws {
        let bench = try bench(beat: Wire.tool, every: .seconds(60), count: 7)
        let minutes = try await bench.said("x").compactMap { event in
            if case .stillWorking(let minutes) = event { minutes } else { nil }
        }
        #expect(minutes == [2, 4, 6])
    }

    @Test func heartbeatsAloneAreWaitedForTenMinutes() async throws {
        let bench = try bench(beat: "data: heartbeat\n\n", every: .seconds(60), count: 100)
        await #expect(throws: ClientProblem.tooLong(minutes: 10)) { try await bench.said("x") }
        #expect(bench.transport.count("run_sse") == 1)
    }

    @Test func workIsWaitedForFifteenMinutes() async throws {
        let bench = try bench(
            beat: "data: {\"actions\":{}}\n\n", every: .seconds(60), count: 100)
        await #expect(throws: ClientProblem.tooLong(minutes: 15)) { try await bench.said("x") }
    }
}
