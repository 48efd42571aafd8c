import Foundation

/// A server's life in this process: from its start to the signal that ends it.
struct ServerLife {
    /// What it was to listen on, for messages.
    let port: UInt16

    /// Answering waits for no frame to be drawn.
    private static let threads = EngineThreads("serve", width: 4)

    /// Runs `serve` until it ends or a signal comes, and says that it stopped.
    ///
    /// - Throws: a `Failure` where the port is taken.
    func run(_ serve: @escaping @Sendable () async throws -> Void) async throws {
        try await Interruption.$farewell.withValue(.ofServer) {
            do {
                try await Interruption.stopping { try await answer(serve) }
            } catch is CancellationError {}
        }
        Console.error(Interruption.Farewell.ofServer.words)
    }

    /// Answers until the task is cancelled, and ends all work then.
    private func answer(_ serve: @escaping @Sendable () async throws -> Void) async throws {
        let running = Task(executorPreference: Self.threads) { try await serve() }
        try await withTaskCancellationHandler {
            do {
                try await running.value
            } catch {
                // Sockets that are closed under a wait may say so first.
                guard !running.isCancelled else { throw CancellationError() }
                throw Failure(
                    "port \(port): can't listen there: \(error.localizedDescription); "
                        + "choose another one with --port", .failed)
            }
        } onCancel: {
            running.cancel()
        }
    }
}

extension Interruption.Farewell {
    /// A server was asked to end, and did.
    ///
    /// What it does not end in time is found in the data folder when it starts again.
    static let ofServer = Self(seconds: 3, words: "stopped", status: 0)
}
