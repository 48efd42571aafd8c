import Foundation
import Testing

@testable import Serving

/// In which order renders are taken.
@Suite struct QueueTests {
    @Test func sessionsTakeTurnsAndEachKeepsItsOrder() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let (a, b) = try (store.newSession().id, store.newSession().id)
        for id in ["a1", "a2", "a3"] { _ = try store.ask(id, in: a) }
        for id in ["b1", "b2"] { _ = try store.ask(id, in: b) }
        var order: [String] = []
        while let task = try store.takeNext() { order.append(task.job.id) }
        #expect(order == ["a1", "b1", "a2", "b2", "a3"])
    }

    @Test(arguments: 1...10)
    func noSessionThatWaitsIsPassedTwiceByAnother(seed: UInt64) throws {
        let fixture = try StoreFixture()
        var limits = StoreLimits()
        (limits.waitingInSession, limits.waiting) = (1000, 1000)
        let store = try fixture.open(limits)
        let sessions = try (0..<5).map { _ in try store.newSession().id }
        var random = SeededRandom(state: seed)
        var waiting: [String: [String]] = [:]
        // For each session that waits: who was taken since it began to wait or was taken itself.
        var passed: [String: Set<String>] = [:]
        for number in 0..<200 {
            if Int.random(in: 0..<20, using: &random) < 11 {
                // A greedy session, and some modest ones.
                let roll = Int.random(in: 0..<10, using: &random)
                let session = sessions[roll < 6 ? 0 : roll - 5]
                _ = try store.ask("\(number)", in: session)
                if waiting[session, default: []].isEmpty { passed[session] = [] }
                waiting[session, default: []].append("\(number)")
            } else {
                let isEmpty = waiting.values.allSatisfy(\.isEmpty)
                guard let job = try store.takeNext()?.job else {
                    #expect(isEmpty)
                    continue
                }
                #expect(waiting[job.session]?.first == job.id)
                waiting[job.session]?.removeFirst()
                passed[job.session] = []
                for other in sessions where other != job.session {
                    guard waiting[other]?.isEmpty == false else { continue }
                    #expect(passed[other]?.insert(job.session).inserted == true)
                }
            }
        }
    }

    @Test func ofManyWhoTakeAtOnceEachGetsAnother() async throws {
        let fixture = try StoreFixture()
        var limits = StoreLimits()
        limits.waitingInSession = 100
        let store = try fixture.open(limits)
        let session = try store.newSession().id
        let ids = (0..<60).map { "\($0)" }
        for id in ids { _ = try store.ask(id, in: session) }
        let taken = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<70 { group.addTask { try store.takeNext()?.job.id } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(taken.compactMap(\.self).sorted() == ids.sorted())
        #expect(taken.count { $0 == nil } == 10)
    }
}
