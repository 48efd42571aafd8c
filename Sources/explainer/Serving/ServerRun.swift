import Foundation
import Serving

/// A server from its start to the signal that ends it.
struct ServerRun {
    let configuration: ServerConfiguration
    let workshop: EngineWorkshop

    /// What is said below the address.
    let hello: [String]

    /// Answering waits for no frame to be drawn.
    private static let threads = EngineThreads("serve", width: 4)

    func run() async throws {
        let store: ServerStore
        do {
            store = try ServerStore(folder: configuration.dataFolder)
        } catch {
            throw Failure("error: \(error)", .failed)
        }
        let server = VideoAPIServer(
            configuration: configuration, store: store, workshop: workshop)
        try await Interruption.$farewell.withValue(.ofServer) {
            do {
                try await Interruption.stopping { try await serve(server) }
            } catch is CancellationError {}
        }
        Console.error(Interruption.Farewell.ofServer.words)
    }

    /// Answers until the task is cancelled, and ends all work then.
    private func serve(_ server: VideoAPIServer) async throws {
        let hello = hello
        let running = Task(executorPreference: Self.threads) {
            try await server.run { address in
                Console.print("the video API is at \(address.absoluteString)")
                Console.print("for clients: NEMO_API_URL=\(address.absoluteString)")
                hello.forEach(Console.print)
            }
        }
        try await withTaskCancellationHandler {
            do {
                try await running.value
            } catch {
                // Sockets that are closed under a wait may say so first.
                guard !running.isCancelled else { throw CancellationError() }
                throw Failure(
                    "port \(configuration.port): can't listen there: \(error.localizedDescription); "
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
