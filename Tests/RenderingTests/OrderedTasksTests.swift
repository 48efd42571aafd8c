import Foundation
import Synchronization
import Testing

@testable import Rendering

/// Counts how many run at a time.
private final class Gauge: Sendable {
    private let state = Mutex((running: 0, most: 0, started: 0))

    var most: Int { state.withLock { $0.most } }
    var started: Int { state.withLock { $0.started } }

    func measure<Result>(_ work: () async throws -> Result) async rethrows -> Result {
        state.withLock {
            $0.running += 1
            $0.started += 1
            $0.most = max($0.most, $0.running)
        }
        defer { state.withLock { $0.running -= 1 } }
        return try await work()
    }
}

private struct Refusal: Error, Equatable {
    var index: Int
}

@Suite struct OrderedTasksTests {
    @Test(arguments: [1, 2, 3, 8])
    func resultsComeInOrderWhoeverIsFirst(workers: Int) async throws {
        var seen: [Int] = []
        try await inOrder(count: 23, workers: workers) { index in
            // Later ones are quicker.
            try await Task.sleep(for: .milliseconds((7 - index % 7)))
            return index * index
        } consume: { index, output in
            #expect(output == index * index)
            seen.append(index)
        }
        #expect(seen == Array(0..<23))
    }

    @Test func noMoreThanTheWorkersRunAtATime() async throws {
        let gauge = Gauge()
        try await inOrder(count: 20, workers: 3) { _ in
            try await gauge.measure { try await Task.sleep(for: .milliseconds(4)) }
        } consume: { _, _ in
        }
        #expect(gauge.most == 3)
        #expect(gauge.started == 20)
    }

    @Test func aSlowItemHoldsBackNoMoreThanTwiceTheWorkers() async throws {
        let gauge = Gauge()
        var startedBeforeFirst = 0
        try await inOrder(count: 40, workers: 2) { index in
            try await gauge.measure {
                guard index == 0 else { return }
                while gauge.started < 4 { try await Task.sleep(for: .milliseconds(1)) }
                // Time for one too many to start.
                try await Task.sleep(for: .milliseconds(30))
            }
        } consume: { index, _ in
            if index == 0 { startedBeforeFirst = gauge.started }
        }
        #expect(startedBeforeFirst == 4)
    }

    @Test func theFirstErrorEndsTheRest() async throws {
        let gauge = Gauge()
        var seen: [Int] = []
        await #expect(throws: Refusal(index: 5)) {
            try await inOrder(count: 1000, workers: 2) { index in
                try await gauge.measure {
                    if index == 5 { throw Refusal(index: 5) }
                    try await Task.sleep(for: .milliseconds(1))
                    return index
                }
            } consume: { index, _ in
                seen.append(index)
            }
        }
        #expect(gauge.started < 20)
        #expect(seen == Array(0..<seen.count) && seen.count <= 5)
    }

    @Test func anErrorOfTheConsumerEndsTheRest() async throws {
        let gauge = Gauge()
        await #expect(throws: Refusal(index: 3)) {
            try await inOrder(count: 1000, workers: 2) { index in
                await gauge.measure { index }
            } consume: { index, _ in
                if index == 3 { throw Refusal(index: 3) }
            }
        }
        #expect(gauge.started < 20)
    }

    @Test func cancellationEndsTheWork() async throws {
        let gauge = Gauge()
        let task = Task {
            try await inOrder(count: 1000, workers: 2) { _ in
                try await gauge.measure { try await Task.sleep(for: .milliseconds(5)) }
            } consume: { _, _ in
            }
        }
        while gauge.started < 4 { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(gauge.started < 100)
    }

    @Test func nothingToDoIsDoneAtOnce() async throws {
        try await inOrder(count: 0, workers: 4) {
            $0
        } consume: { _, _ in
            Issue.record("there is nothing to consume")
        }
    }
}
