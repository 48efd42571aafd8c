import FlyingFox
import FlyingSocks
package import Foundation
import Synchronization

/// The video API on 127.0.0.1.
package final class VideoAPIServer: Sendable {
    private let configuration: ServerConfiguration
    private let handler: VideoAPIHandler
    private let running = Mutex<HTTPServer?>(nil)
    private let isStopping = Flag()

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
    }

    /// Where it is reached, `http://127.0.0.1:8787`; nil before a free port was taken.
    package var address: URL? {
        handler.port.number.flatMap { URL(string: "http://127.0.0.1:\($0)") }
    }

    /// Answers until it is stopped or the task is cancelled, and takes up the renders that wait.
    ///
    /// Work ends with it; renders that were not done go on at the next start. `ready` is called
    /// with the address once requests are answered.
    ///
    /// - Throws: where the port is taken; `CancellationError`.
    package func run(ready: @escaping @Sendable (URL) -> Void = { _ in }) async throws {
        let server = try makeServer()
        // Others than the usual methods are refused here too, in the envelope.
        await server.appendRoute(HTTPRoute(methods: Self.rareMethods, path: "*"), to: handler)
        running.withLock { $0 = server }
        let address = address
        let announcement = Task {
            try await server.waitUntilListening(timeout: 60)
            if let address { ready(address) }
            await handler.worker.wake()
        }
        let result: Result<Void, any Error>
        do {
            try await server.run()
            result = .success(())
        } catch {
            result = .failure(error)
        }
        announcement.cancel()
        await handler.desk.stop()
        await handler.worker.stop()
        if !isStopping.isSet { try result.get() }
    }

    /// Takes no more requests, and gives those that are being answered a moment to end.
    package func stop() async {
        isStopping.set()
        await running.withLock { $0 }?.stop(
            timeout: configuration.limits.farewell)
    }

    private func makeServer() throws -> HTTPServer {
        let port = try configuration.port == 0 ? Self.freePort() : configuration.port
        handler.port.set(port)
        let limits = configuration.limits
        return HTTPServer(
            config: HTTPServer.Configuration(
                address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port),
                timeout: limits.arrival + 2 * limits.silence, sharedRequestReplaySize: 0,
                pool: QuietPool(
                    HTTPServer.defaultPool(), silence: limits.silence,
                    connections: limits.connections),
                logger: .disabled), handler: handler)
    }

    private static let rareMethods: Set<HTTPMethod> = [
        "QUERY", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "LINK",
        "UNLINK", "PURGE", "SEARCH", "REPORT", "ACL", "BIND", "MERGE", "CHECKOUT", "PRI",
    ]

    private static func freePort() throws -> UInt16 {
        let socket = try Socket(domain: Int32(AF_INET))
        defer { close(socket) }
        try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: 0))
        guard case .ip4(_, let port) = try socket.sockname() else {
            throw SocketError.unsupportedAddress
        }
        return port
    }

    private static func close(_ socket: Socket) {
        do {
            try socket.close()
        } catch {
            ServerLog.note("can't close a socket: \(error.localizedDescription)")
        }
    }
}
