package import Foundation

/// The video API on 127.0.0.1.
package final class VideoAPIServer: Sendable {
    private let configuration: ServerConfiguration
    private let handler: VideoAPIHandler
    private let server: LoopbackServer

    /// Sets a server up; nothing is listened on before it runs.
    ///
    /// - Parameters:
    ///   - configuration: How it is set up; for port 0 a free one is taken when it runs.
    ///   - store: Its memory.
    ///   - workshop: Who does the work.
    package init(
        configuration: ServerConfiguration, store: ServerStore, workshop: any Workshop
    ) {
        self.configuration = configuration
        handler = VideoAPIHandler(
            configuration: configuration, store: store, workshop: workshop,
            port: ListeningPort(configuration.port == 0 ? nil : configuration.port))
        server = LoopbackServer(handler)
    }

    /// Where it is reached, `http://127.0.0.1:8787`; nil before a free port was taken.
    package var address: URL? { server.address }

    /// Answers until it is stopped or the task is cancelled, and takes up the renders that wait.
    ///
    /// Work ends with it; renders that were not done go on at the next start. `ready` is called
    /// with the address once requests are answered.
    ///
    /// - Throws: where the port is taken; `CancellationError`.
    package func run(ready: @escaping @Sendable (URL) -> Void = { _ in }) async throws {
        let result: Result<Void, any Error>
        do {
            try await server.run(port: configuration.port) { [handler] address in
                ready(address)
                await handler.worker.wake()
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await handler.desk.stop()
        await handler.worker.stop()
        try result.get()
    }

    /// Takes no more requests, and gives those that are being answered a moment to end.
    package func stop() async { await server.stop() }
}
