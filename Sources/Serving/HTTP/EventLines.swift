import FlyingFox
import FlyingSocks
import Foundation

/// The bytes of an event stream: each event is one buffer, so it is written and flushed alone.
struct EventLines<Event: Sendable>: AsyncBufferedSequence {
    typealias Element = UInt8
    let events: AsyncStream<Event>
    /// The bytes of an event.
    let line: @Sendable (Event) -> Data
    /// Kept as long as somebody may read.
    let end: EndSignal

    func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator(), line: line, end: end)
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: AsyncStream<Event>.Iterator
        let line: @Sendable (Event) -> Data
        let end: EndSignal

        mutating func next() async throws -> UInt8? {
            throw SocketError.disconnected
        }

        mutating func nextBuffer(suggested count: Int) async throws -> Data? {
            guard let event = await events.next() else { return nil }
            return line(event)
        }
    }

    /// The answer that is this stream.
    var answer: HTTPResponse {
        HTTPResponse(
            statusCode: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                HTTPHeader("X-Accel-Buffering"): "no",
            ], body: HTTPBodySequence(from: self))
    }
}
