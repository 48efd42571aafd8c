import Foundation

/// Something that the draft asks for and the result does not do, or does differently.
package struct Notice: Hashable, Sendable {
    /// What happened, as one short clause for people.
    package var message: String

    /// Where in the draft.
    package var place: DraftPlace

    /// How many places of the draft it stands for; the first is `place`.
    package var count: Int

    package init(_ message: String, at place: DraftPlace, count: Int = 1) {
        self.message = message
        self.place = place
        self.count = count
    }
}

/// A place in a draft's JSON text.
package struct DraftPlace: Hashable, Sendable {
    /// An RFC 6901 JSON Pointer; empty for the whole document.
    package var pointer: String

    /// 1-based; 0 where the draft did not come from text.
    package var line: Int
    package var column: Int

    package init(pointer: String = "", line: Int = 0, column: Int = 0) {
        self.pointer = pointer
        self.line = line
        self.column = column
    }
}
