import Foundation
import Synchronization

/// The pieces of a body, as they come or as many as there are.
package struct ChunkStream: AsyncSequence, Sendable {
    package typealias Element = [UInt8]

    private let chunks: AsyncThrowingStream<[UInt8], any Error>
    private let taking: @Sendable ([UInt8]) -> [UInt8]
    private let stopping: @Sendable () -> Void

    /// Hands on `chunks`, each as `taking` gives it, where that is not empty.
    ///
    /// Whoever wants no more calls `stopping`, which ends the transfer.
    package init(
        _ chunks: AsyncThrowingStream<[UInt8], any Error>,
        taking: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 },
        stopping: @escaping @Sendable () -> Void = {}
    ) {
        self.chunks = chunks
        self.taking = taking
        self.stopping = stopping
    }

    /// Ends the transfer: what has not come yet is not wanted.
    package func stop() { stopping() }

    package func makeAsyncIterator() -> Iterator {
        Iterator(base: chunks.makeAsyncIterator(), taking: taking)
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate var base: AsyncThrowingStream<[UInt8], any Error>.Iterator
        fileprivate let taking: @Sendable ([UInt8]) -> [UInt8]

        package mutating func next() async throws -> [UInt8]? {
            while let chunk = try await base.next() {
                let bytes = taking(chunk)
                if !bytes.isEmpty { return bytes }
            }
            // A stream whose reader is cancelled ends as if it were whole.
            try Task.checkCancellation()
            return nil
        }
    }
}
