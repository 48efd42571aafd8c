import FlyingFox
import Foundation
import VideoAPI

/// The body of a request, read once, with a limit.
///
/// What is not read would be taken for the next request of the connection, so every answer drains
/// it or closes the connection.
final class RequestBody {
    private var chunks: HTTPBodySequence.Iterator
    private(set) var received = 0
    private(set) var isAtEnd = false
    /// Content-Length; nil where the length shows only at the end.
    let length: Int?
    private let deadline: ContinuousClock.Instant

    /// - Parameters:
    ///   - sequence: The bytes.
    ///   - seconds: How long they may take to arrive as a whole.
    init(_ sequence: HTTPBodySequence, seconds: Double) {
        length = sequence.count
        deadline = .now + .seconds(seconds)
        chunks = sequence.makeAsyncIterator()
    }

    /// Returns the next bytes; nil at the end.
    func next() async throws(APIFailure) -> Data? {
        guard !isAtEnd else { return nil }
        guard ContinuousClock.now < deadline else {
            throw APIFailure(code: 408, message: "the body of the request came too slowly")
        }
        do {
            guard let chunk = try await chunks.next(), !chunk.isEmpty else {
                isAtEnd = true
                return nil
            }
            received += chunk.count
            if received == length { isAtEnd = true }
            return chunk
        } catch {
            throw APIFailure(code: 400, message: "the body of the request did not arrive whole")
        }
    }

    /// Returns the whole body.
    ///
    /// - Throws: `badRequest` where it is longer than `limit`.
    func whole(limit: Int) async throws(APIFailure) -> [UInt8] {
        let tooLong = APIFailure(
            code: 413, message: "the body of the request is larger than \(limit >> 20) MB")
        if let length, length > limit { throw tooLong }
        var bytes: [UInt8] = []
        while let chunk = try await next() {
            guard bytes.count + chunk.count <= limit else { throw tooLong }
            bytes += chunk
        }
        return bytes
    }

    /// Reads what is left, up to `limit` bytes, and tells whether that was all.
    func drain(limit: Int) async -> Bool {
        if let length, length - received > limit { return false }
        let end = received + limit
        do throws(APIFailure) {
            while received <= end, try await next() != nil {}
            return isAtEnd
        } catch {
            return false
        }
    }
}
