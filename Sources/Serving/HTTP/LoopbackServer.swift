import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A server on 127.0.0.1.
final class LoopbackServer: Sendable {
    private let handler: any Responder
    private let running = Mutex<HTTPServer?>(nil)
    private let isStopping = Flag()

    init(_ handler: any Responder) { self.handler = handler }

    /// Where it is reached; nil before a free port was taken.
    var address: URL? {
        handler.port.number.flatMap { URL(string: "http://127.0.0.1:\($0)") }
    }

    /// Answers until it is stopped or the task is cancelled.
    ///
    /// - Parameters:
    ///   - port: What to listen on; 0 for any free one.
    ///   - ready: Called with the address once requests are answered.
    /// - Throws: where the port is taken; `CancellationError`.
    func run(port: UInt16, ready: @escaping @Sendable (URL) async -> Void) async throws {
        let server = try makeServer(port)
        // Others than the usual methods are refused here too, in the envelope.
        await server.appendRoute(HTTPRoute(methods: Self.rareMethods, path: "*"), to: handler)
        running.withLock { $0 = server }
        let address = address
        let announcement = Task {
            try await server.waitUntilListening(timeout: 60)
            if let address { await ready(address) }
        }
        defer { announcement.cancel() }
        do {
            try await server.run()
        } catch {
            if !isStopping.isSet { throw error }
        }
    }

    /// Takes no more requests, and gives those that are being answered a moment to end.
    func stop() async {
        isStopping.set()
        await running.withLock { $0 }?.stop(timeout: handler.limits.farewell)
    }

    private func makeServer(_ wanted: UInt16) throws -> HTTPServer {
        let port = try wanted == 0 ? Self.freePort() : wanted
        handler.port.set(port)
        let limits = handler.limits
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
