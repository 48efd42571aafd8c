import FlyingFox
import FlyingSocks
import Foundation

/// The bytes of an answer after which the connection is closed.
///
/// The server ends a connection where a body fails, and has no other way to be told to.
struct ClosingBytes: AsyncBufferedSequence {
    typealias Element = UInt8
    let bytes: Data

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: Data?

        mutating func next() async throws -> UInt8? {
            guard let byte = rest?.popFirst() else { throw SocketError.disconnected }
            return byte
        }

        mutating func nextBuffer(suggested count: Int) async throws -> Data? {
            guard let all = rest, !all.isEmpty else { throw SocketError.disconnected }
            rest = nil
            return all
        }
    }
}
