import FlyingFox
import Foundation
import Networking
import VideoAPI

@testable import Serving

/// A line to a server without a socket.
struct HandlerTransport: Transport {
    let server: ServerFixture

    func send(_ request: TransportRequest) async throws(TransportFault) -> TransportAnswer {
        do {
            var headers = request.headers
            let body = try Self.body(request.body, &headers)
            let reply = try await server.call(
                HTTPMethod(request.method), request.url.path(percentEncoded: true),
                headers: headers, body: body)
            return TransportAnswer(
                status: reply.status, headers: Self.fields(reply.headers),
                chunks: .of([Array(reply.body)]))
        } catch {
            throw TransportFault("\(error)")
        }
    }

    private static func body(
        _ body: TransportRequest.Body, _ headers: inout [String: String]
    ) throws -> Data {
        switch body {
        case .none: return Data()
        case .bytes(let bytes): return Data(bytes)
        case .form(let form):
            headers["Content-Type"] = form.contentType
            return Data(form.prologue) + (try Data(contentsOf: form.file)) + Data(form.epilogue)
        }
    }

    private static func fields(_ headers: HTTPHeaders) -> [String: String] {
        var fields: [String: String] = [:]
        for (name, value) in headers { fields[name.rawValue.lowercased()] = value }
        return fields
    }
}

extension ChunkStream {
    /// These pieces, and then the end or a break.
    static func of(_ pieces: [[UInt8]], breaks: Bool = false) -> ChunkStream {
        ChunkStream(
            AsyncThrowingStream { feed in
                for piece in pieces { feed.yield(piece) }
                feed.finish(throwing: breaks ? TransportFault("the connection broke") : nil)
            })
    }
}
