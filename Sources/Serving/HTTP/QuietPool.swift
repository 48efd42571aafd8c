import FlyingFox
import FlyingSocks
import Foundation

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A pool of sockets that gives up on those that say nothing, and on too many that wait.
///
/// It is what bounds slow requests, readers that stop reading, and idle connections.
final class QuietPool: AsyncSocketPool {
    private let base: any AsyncSocketPool
    private let silence: TimeInterval
    private let waiting: RequestBudget
    private let sweeper = Sweeper()

    init(_ base: any AsyncSocketPool, silence: TimeInterval, connections: Int) {
        self.base = base
        self.silence = silence
        waiting = RequestBudget(limit: connections)
    }

    func prepare() async throws { try await base.prepare() }

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [base] in try await base.run() }
            group.addTask { [sweeper] in try await sweeper.run() }
            try await group.next()
            group.cancelAll()
        }
    }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        answerAtOnce(on: socket)
        guard hasPeer(socket) else {
            return try await base.suspendSocket(socket, untilReadyFor: events)
        }
        guard await waiting.enter() else { throw SocketError.disconnected }
        do {
            try await bounded(socket, events)
        } catch {
            await waiting.leave()
            throw error
        }
        await waiting.leave()
    }

    /// Sends small answers without waiting for the acknowledgement of the one before.
    ///
    /// Head and body are written apart; with Nagle's algorithm (RFC 896) the second would wait 40 ms
    /// for a delayed acknowledgement. Connections have the option of the socket that listens.
    private func answerAtOnce(on socket: Socket) {
        do {
            let option = BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY)
            try socket.setValue(true, for: option)
        } catch {
            ServerLog.note("answers may be slow: \(error.localizedDescription)")
        }
    }

    /// False for the socket that listens.
    private func hasPeer(_ socket: Socket) -> Bool {
        do {
            _ = try socket.remotePeer()
            return true
        } catch {
            return false
        }
    }

    private func bounded(_ socket: Socket, _ events: Socket.Events) async throws {
        let wait = Task { [base] in
            try await base.suspendSocket(socket, untilReadyFor: events)
        }
        let number = sweeper.add(seconds: silence) { wait.cancel() }
        defer { sweeper.remove(number) }
        do {
            try await withTaskCancellationHandler {
                try await wait.value
            } onCancel: {
                wait.cancel()
            }
        } catch is CancellationError {
            throw SocketError.disconnected
        }
    }
}
