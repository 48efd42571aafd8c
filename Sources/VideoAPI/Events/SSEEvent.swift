import Foundation

/// One event of a stream, as the WHATWG event-stream rules dispatch it.
package struct SSEEvent: Hashable, Sendable {
    /// The field `event`; `message` where the stream named none.
    package var name: String
    /// The `data` lines, joined by line feeds.
    package var data: String
    /// The last `id` that the stream gave, of this event or of one before it.
    package var lastID: String

    package init(name: String = "message", data: String, lastID: String = "") {
        self.name = name
        self.data = data
        self.lastID = lastID
    }
}

/// A stream whose line or event is larger than is taken.
package struct SSEOverflow: Error, Hashable, Sendable {
    /// In bytes.
    package var limit: Int
}
