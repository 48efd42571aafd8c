import Foundation
import Networking
import Testing
import VideoAPI

@testable import Serving

/// Edits over a bad line to a server that fails on purpose.
@Suite struct LostEditTests {
    /// What the client reports of a sentence.
    enum Report: Hashable {
        /// A reply of the agent, or a change that was seen.
        case done, seen
        /// Refused, or surely not sent, or without effect.
        case notDone
        case notKnown
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "", "500:0.15", "1001:0.1,429:0.1,500:0.05",
            "1001:0.04,1002:0.06,2001:0.03,400:0.02,402:0.03,404:0.03,409:0.02,429:0.05,500:0.05",
        ])
    func noEditIsLostSilentlyOrDoneTwice(faults: String) async throws {
        let plan = try FaultPlan(parsing: faults)
        let server = try ServerFixture { $0.faults = plan }
        var reports: [Report: Int] = [:]
        var troubles = 0
        for run in 1...50 {
            let time = SkippedTime()
            let line = BadLine(seed: UInt64(run), rarity: 3, time: time)
            let notices = Notices()
            let client = try Walker.client(
                of: server, "client-\(run)", through: time, notices: notices, act: line.send)
            for number in 1...3 {
                let words = "add a title \"Run \(run) sentence \(number)\""
                let report = try await check(words, client, server.store, notices) {
                    try await line.deliver(
                        upTo: .seconds(1 << 40), HandlerTransport(server: server))
                }
                reports[report, default: 0] += 1
                if notices.all.contains(.newSession) { break }
            }
            troubles += line.troubles
        }
        // The line was bad, and much was done all the same.
        #expect(troubles > 100)
        #expect(reports[.done, default: 0] > 40)
        #expect(reports[.seen, default: 0] > 0)
        #expect(reports[.notKnown, default: 0] > 0)
    }

    @Test(.timeLimit(.minutes(5))) func noEditIsLostOverSocketsThatBreak() async throws {
        let server = try await RunningServer()
        let proxy = try BreakingProxy(to: server, seed: 7)
        var reports: [Report: Int] = [:]
        for run in 1...20 {
            let client = try Walker.client(
                "client-\(run)", of: server.store, at: proxy.address, CurlTransport(),
                SkippedTime(tick: .milliseconds(1)))
            for number in 1...3 {
                let words = "add a title \"Run \(run) sentence \(number)\""
                let report = try await check(words, client, server.store, Notices()) {
                    try await proxy.settle()
                }
                reports[report, default: 0] += 1
            }
        }
        #expect(proxy.breaks > 20)
        #expect(reports[.done, default: 0] > 10)
        #expect(reports[.seen, default: 0] + reports[.notKnown, default: 0] > 0)
        proxy.stop()
        try await server.stop()
    }

    /// Says `words` and compares what the client reports with what the store has in the end.
    private func check(
        _ words: String, _ client: VideoAPIClient, _ store: ServerStore, _ notices: Notices,
        settle: () async throws -> Void
    ) async throws -> Report {
        let session = try #require(await client.credentials.sessionID)
        let before = try #require(try store.draft(of: session)).version
        let report = await report(words, client)
        try await settle()
        let draft = try #require(try store.draft(of: session))
        let times = draft.version - before
        #expect(times <= 1, "done twice: \(words)")
        if times == 1 { #expect(draft.sentence == words) }
        switch report {
        case .notKnown: break
        case .notDone: #expect(times == 0, "reported as not done, but done: \(words)")
        case .seen: #expect(times == 1, "reported as seen, but not done: \(words)")
        case .done:
            // In a new session the agent asks for a picture first, and the client says why.
            let isNew = notices.all.contains(.newSession)
            #expect(times == 1 || isNew, "reported as done, but not done: \(words)")
        }
        return report
    }

    private func report(_ words: String, _ client: VideoAPIClient) async -> Report {
        var report: Report?
        do {
            for try await event in client.say(words) {
                switch event {
                case .reply: report = .done
                case .changed: report = .seen
                case .unchanged: report = .notDone
                case .agent, .stillWorking, .looking: break
                }
            }
        } catch let problem as ClientProblem {
            switch problem {
            case .lost, .tooLong, .unreachable: return .notKnown
            default: return .notDone
            }
        } catch {
            Issue.record("\(words): \(error)")
        }
        if report == nil { Issue.record("nothing is reported: \(words)") }
        return report ?? .notKnown
    }
}
