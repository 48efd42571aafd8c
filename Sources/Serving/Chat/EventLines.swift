import FlyingFox
import FlyingSocks
import Foundation

/// The bytes of an event stream: each event is one buffer, so it is written and flushed alone.
struct EventLines: AsyncBufferedSequence {
    typealias Element = UInt8
    let events: AsyncStream<AgentEvent>
    let writer: EventWriter
    /// Kept as long as somebody may read.
    let end: EndSignal

    func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator(), writer: writer, end: end)
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: AsyncStream<AgentEvent>.Iterator
        let writer: EventWriter
        let end: EndSignal

        mutating func next() async throws -> UInt8? {
            throw SocketError.disconnected
        }

        mutating func nextBuffer(suggested count: Int) async throws -> Data? {
            guard let event = await events.next() else { return nil }
            return writer.line(event)
        }
    }
}
