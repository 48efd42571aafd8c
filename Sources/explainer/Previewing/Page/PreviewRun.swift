import Foundation
import Serving

/// A preview from its start to the signal that ends it.
struct PreviewRun {
    let studio: PreviewStudio
    let pages: PreviewPages
    let port: UInt16
    let opensBrowser: Bool
    let name: String

    /// Answering waits for no frame to be drawn.
    private static let threads = EngineThreads("serve", width: 3)

    func run() async throws {
        let key = PageKey()
        let server = PreviewServer(port: port, engine: studio, pages: pages, key: key)
        try await Interruption.$farewell.withValue(.ofServer) {
            do {
                try await Interruption.stopping { try await serve(server, key) }
            } catch is CancellationError {}
        }
        Console.error(Interruption.Farewell.ofServer.words)
    }

    private func serve(_ server: PreviewServer, _ key: PageKey) async throws {
        let (studio, name, opensBrowser, port) = (studio, name, opensBrowser, port)
        let running = Task(executorPreference: Self.threads) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await server.run { address in
                        let page = key.address(at: address)
                        Console.print("\(name): \(page)")
                        if opensBrowser { BrowserOpening.open(page) }
                    }
                }
                group.addTask { try await studio.watch() }
                try await group.next()
                group.cancelAll()
            }
        }
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
