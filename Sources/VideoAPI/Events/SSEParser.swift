import Foundation

/// Cuts a stream of bytes into events by the rules of WHATWG HTML, 9.2.6.
///
/// It takes pieces of any size: a line end, a character or the mark at the start may be split
/// between two of them. What comes after the last blank line is no event and is dropped.
package struct SSEParser: Sendable {
    /// The most bytes of a line, and of an event's data.
    package static let limit = 1 << 20

    /// The last `retry`, in milliseconds; nil where the stream gave none.
    package private(set) var retry: Int?
    /// Comments so far: servers keep a connection open with them.
    package private(set) var comments = 0

    private var line: [UInt8] = []
    private var endedWithReturn = false
    private var isFirstLine = true
    private var name = ""
    private var data: [UInt8] = []
    private var lastID = ""

    package init() {}

    /// Takes the next bytes and returns the events that they complete.
    ///
    /// - Throws: where a line or an event is larger than the limit; nothing after that is read.
    package mutating func feed(
        _ bytes: some Sequence<UInt8>
    ) throws(SSEOverflow) -> [SSEEvent] {
        var events: [SSEEvent] = []
        for byte in bytes {
            let isSecondHalf = endedWithReturn && byte == 0x0A
            endedWithReturn = byte == 0x0D
            if isSecondHalf { continue }
            if byte == 0x0A || byte == 0x0D {
                if let event = try endLine() { events.append(event) }
            } else {
                guard line.count < Self.limit else { throw SSEOverflow(limit: Self.limit) }
                line.append(byte)
            }
        }
        return events
    }

    private mutating func endLine() throws(SSEOverflow) -> SSEEvent? {
        defer { line.removeAll(keepingCapacity: line.capacity <= 1 << 16) }
        if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        isFirstLine = false
        guard !line.isEmpty else { return dispatch() }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            try take(field: line[...], value: [])
            return nil
        }
        if colon == line.startIndex {
            comments += 1
            return nil
        }
        var value = line[(colon + 1)...]
        if value.first == UInt8(ascii: " ") { value.removeFirst() }
        try take(field: line[..<colon], value: value)
        return nil
    }

    private mutating func take(
        field: ArraySlice<UInt8>, value: ArraySlice<UInt8>
    ) throws(SSEOverflow) {
        switch String(decoding: field, as: UTF8.self) {
        case "event": name = String(decoding: value, as: UTF8.self)
        case "data":
            guard data.count + value.count < Self.limit else {
                throw SSEOverflow(limit: Self.limit)
            }
            data += value
            data.append(0x0A)
        case "id" where !value.contains(0): lastID = String(decoding: value, as: UTF8.self)
        case "retry" where !value.isEmpty && value.allSatisfy { (0x30...0x39).contains($0) }:
            retry = Int(String(decoding: value, as: UTF8.self)) ?? retry
        default: break
        }
    }

    private mutating func dispatch() -> SSEEvent? {
        defer {
            name = ""
            data = []
        }
        guard !data.isEmpty else { return nil }
        return SSEEvent(
            name: name.isEmpty ? "message" : name,
            data: String(decoding: data.dropLast(), as: UTF8.self), lastID: lastID)
    }
}
