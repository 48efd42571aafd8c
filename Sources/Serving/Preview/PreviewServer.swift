package import Foundation

/// The preview page on 127.0.0.1.
package final class PreviewServer: Sendable {
    private let server: LoopbackServer
    private let port: UInt16

    /// Sets a server up; nothing is listened on before it runs.
    ///
    /// - Parameters:
    ///   - port: What to listen on; 0 for any free one.
    ///   - engine: Who does the work.
    ///   - pages: The files of the page.
    ///   - key: What a page has to hold.
    package init(
        port: UInt16, engine: any PreviewEngine, pages: PreviewPages, key: PageKey
    ) {
        self.port = port
        server = LoopbackServer(
            PreviewHandler(
                engine: engine, pages: pages, key: key,
                port: ListeningPort(port == 0 ? nil : port)))
    }

    /// Answers until it is stopped or the task is cancelled; `ready` is called with the address.
    ///
    /// - Throws: where the port is taken; `CancellationError`.
    package func run(ready: @escaping @Sendable (URL) async -> Void) async throws {
        try await server.run(port: port, ready: ready)
    }

    /// Takes no more requests, and gives those that are being answered a moment to end.
    package func stop() async { await server.stop() }
}
