import Foundation
import VideoAPI

/// Has messages answered: one at a time in each session, whether or not the client still listens.
actor AgentDesk {
    private let store: ServerStore
    private let workshop: any Workshop
    private let isStrict: Bool
    private let limits: ServerConfiguration.Limits
    private let charges = EditCharges()
    private var waiting: [String: Int] = [:]
    private var last: [String: Task<Void, Never>] = [:]
    private var all: [Int: Task<Void, Never>] = [:]
    private var count = 0

    init(_ configuration: ServerConfiguration, store: ServerStore, workshop: any Workshop) {
        self.store = store
        self.workshop = workshop
        isStrict = configuration.strict
        limits = configuration.limits
    }

    /// Queues a message and returns what happens with it.
    ///
    /// - Throws: `tooMany` where enough messages of the session wait already.
    func send(_ message: AgentMessage) throws(APIFailure) -> AsyncStream<AgentEvent> {
        let session = message.session.id
        guard waiting[session, default: 0] < limits.queuedMessages else {
            throw APIFailure(
                .tooMany, "this session has enough messages to work on; wait for their answers",
                retryAfter: 30)
        }
        let (events, feed) = AsyncStream.makeStream(of: AgentEvent.self)
        let before = last[session]
        waiting[session, default: 0] += 1
        count += 1
        let number = count
        let task = Task {
            let heart = heartbeat(feed)
            await before?.value
            if !Task.isCancelled { await agent(feed).answer(message) }
            heart.cancel()
            feed.finish()
            leave(session, number)
        }
        last[session] = task
        all[number] = task
        return events
    }

    /// Ends all work, and waits until it has ended.
    func stop() async {
        let tasks = all.values
        tasks.forEach { $0.cancel() }
        for task in tasks { await task.value }
    }

    private func agent(_ feed: AsyncStream<AgentEvent>.Continuation) -> Agent {
        Agent(store: store, workshop: workshop, isStrict: isStrict, charges: charges) {
            feed.yield($0)
        }
    }

    private func heartbeat(_ feed: AsyncStream<AgentEvent>.Continuation) -> Task<Void, Never> {
        let pause = limits.heartbeat
        return Task.detached {
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: .seconds(pause))
                } catch {
                    return
                }
                if case .terminated = feed.yield(.heartbeat) { return }
            }
        }
    }

    private func leave(_ session: String, _ number: Int) {
        all[number] = nil
        let left = waiting[session, default: 0] - 1
        waiting[session] = left > 0 ? left : nil
        if left <= 0 { last[session] = nil }
    }
}
