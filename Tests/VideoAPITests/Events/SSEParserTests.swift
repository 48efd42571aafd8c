import Testing

@testable import VideoAPI

@Suite struct SSEParserTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var events: [SSEEvent]
        var testDescription: String { text.debugDescription }
        init(_ text: String, _ events: SSEEvent...) {
            self.text = text
            self.events = events
        }
    }

    /// Worked out by hand from WHATWG HTML, 9.2.6; the first rows are its own examples.
    static let table: [Row] = [
        Row(
            "data: YHOO\ndata: +2\ndata: 10\n\n", SSEEvent(data: "YHOO\n+2\n10")),
        Row(
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event",
            SSEEvent(data: "first event", lastID: "1"), SSEEvent(data: "second event")),
        Row("data\n\ndata\ndata\n\ndata:", SSEEvent(data: ""), SSEEvent(data: "\n")),
        Row("data:test\n\ndata: test\n\n", SSEEvent(data: "test"), SSEEvent(data: "test")),
        Row(
            "data:a\r\n\r\ndata:b\r\rdata:c\n\n", SSEEvent(data: "a"), SSEEvent(data: "b"),
            SSEEvent(data: "c")),
        Row("data:a\r\ndata:b\rdata:c\n\r\n", SSEEvent(data: "a\nb\nc")),
        Row("\u{FEFF}data:a\n\n\u{FEFF}data:b\n\n", SSEEvent(data: "a")),
        Row("\u{FEFF}\u{FEFF}data:a\n\n"),
        Row("event:ping\n\ndata:a\n\n", SSEEvent(data: "a")),
        Row(
            "event: ping\ndata:\n\ndata:b\n\n", SSEEvent(name: "ping", data: ""),
            SSEEvent(data: "b")),
        Row("event:a\nevent:b\ndata:x\n\n", SSEEvent(name: "b", data: "x")),
        Row("id:7\n\ndata:x\n\n", SSEEvent(data: "x", lastID: "7")),
        Row(
            "id:7\ndata:x\n\nid:a\0b\ndata:y\n\n", SSEEvent(data: "x", lastID: "7"),
            SSEEvent(data: "y", lastID: "7")),
        Row("Data:x\n data:y\ndata :z\n\n"),
        Row("data:a:b\n\n", SSEEvent(data: "a:b")),
        Row("data:\u{20}\u{20}a \n\n", SSEEvent(data: "\u{20}a ")),
        Row("data:片头😀\n\n", SSEEvent(data: "片头😀")),
        Row("data:a\n", ),
        Row("retry:10\nfoo:bar\n:\ndata:x\n\n\n\n", SSEEvent(data: "x")),
    ]

    @Test(arguments: table) func aStreamGivesTheEventsOfTheStandard(row: Row) throws {
        var parser = SSEParser()
        #expect(try parser.feed(row.text.utf8) == row.events)
    }

    @Test(arguments: table) func itDoesNotMatterWhereTheBytesAreSplit(row: Row) throws {
        let bytes = Array(row.text.utf8)
        var random = Dice(seed: UInt64(bytes.count))
        for _ in 0..<60 {
            var parser = SSEParser()
            var (events, place): ([SSEEvent], Int) = ([], 0)
            while place < bytes.count {
                let next = min(place + Int.random(in: 0...4, using: &random), bytes.count)
                events += try parser.feed(bytes[place..<next])
                place = next
            }
            #expect(events == row.events)
        }
    }

    @Test func bytesThatAreNoUTF8BecomeReplacements() throws {
        var parser = SSEParser()
        let events = try parser.feed(Array("data:a".utf8) + [0xFF] + Array("b\n\n".utf8))
        #expect(events == [SSEEvent(data: "a\u{FFFD}b")])
    }

    @Test func retryTakesDigitsAlone() throws {
        var parser = SSEParser()
        _ = try parser.feed("retry: 1500\nretry:2s\nretry:\nretry:-3\n".utf8)
        #expect(parser.retry == 1500)
    }

    @Test func commentsAreCounted() throws {
        var parser = SSEParser()
        _ = try parser.feed(": keep-alive\n\n:\n".utf8)
        #expect(parser.comments == 2)
    }

    @Test func aLineWithoutEndIsRefusedAtOneMegabyte() {
        var parser = SSEParser()
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 1_048_577)
        #expect(throws: SSEOverflow(limit: 1_048_576)) { _ = try parser.feed(line) }
    }

    @Test func anEventOfManyLinesIsRefusedAtOneMegabyte() {
        var parser = SSEParser()
        let line = Array("data:".utf8) + [UInt8](repeating: 0x78, count: 99_999) + [0x0A]
        #expect(throws: SSEOverflow(limit: 1_048_576)) {
            for _ in 0..<11 { _ = try parser.feed(line) }
        }
    }
}

/// Random numbers that are the same every time (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
