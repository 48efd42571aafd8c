import Foundation

extension ObjectReader {
    static let name = Field("n", aliases: ["name"], mirrors: ["name", "title"])
    private static let start = Field(
        "s", aliases: ["start", "start_ms", "ts"], mirrors: ["start", "s"])
    static let shown = Field(
        "tx", aliases: ["txt", "text", "content"], mirrors: ["text", "content", "title"])
    /// A sound's title is no speech.
    static let spoken = Field(
        "tx", aliases: ["txt", "text", "content"], mirrors: ["text", "content"])
    private static let source = Field(
        "src", aliases: ["u", "url", "cdn_url", "path"], mirrors: ["src", "url", "cdn_url"])

    /// Names that a segment's `m` may have without a notice.
    static let mirrorNames = [
        "start", "s", "duration", "d", "text", "content", "title", "name", "url", "src", "cdn_url",
        "volume", "kind",
    ]

    mutating func start() -> Int? { time(Self.start) }

    /// Reads the length: `d` and its aliases, else `end` minus the start, else the mirrors in `m`.
    mutating func duration(start: Int?) -> Int? {
        let own = Field("d", aliases: ["dur", "duration"])
        let end = find("end")
        if let found = find(own) { return duration(found) }
        guard let end else { return duration(Field("d", mirrors: ["duration", "d"])) }
        guard let start else {
            reject(end, expected: "a start beside it")
            return nil
        }
        let range = (start + 1)...max(start + 1, Draft.longestTime)
        let expected = "an integer above \(start), the start (milliseconds, 24 hours at most)"
        guard let time = integer(end, range, expected) else { return nil }
        places.record(
            "d", at: DraftPlace(pointer: "end", line: end.place.line, column: end.place.column))
        return time - start
    }

    mutating func source() -> String? {
        guard let found = find(Self.source) else { return nil }
        guard case .string(let text) = found.node.value, !text.isEmpty, !text.contains("\0") else {
            reject(found, expected: "a file's path")
            return nil
        }
        return text
    }
}

extension Draft.Segment {
    /// Reads what all segments have and what those on a track of `kind` have.
    ///
    /// `previousEnd` is where the segment before ends, nil where only the planner can tell.
    init(reading reader: inout ObjectReader, kind: Draft.Track.Kind, previousEnd: Int?) {
        self.init(id: reader.string("id") ?? "")
        if case .other = kind {
            keepAsWritten(&reader)
            return
        }
        readTimes(&reader, previousEnd: previousEnd)
        switch kind {
        case .picture: readPicture(&reader)
        case .audio: readSound(&reader)
        case .text: readText(&reader)
        case .other: break
        }
        metadata =
            reader.object("m") { $0.unknown(keeping: ObjectReader.mirrorNames) } ?? JSONObject()
        metadata = mirrors
        unknown = reader.unknown()
        places = reader.places
    }

    private mutating func readTimes(_ reader: inout ObjectReader, previousEnd: Int?) {
        name = reader.string(ObjectReader.name)
        start = reader.start()
        duration = reader.duration(start: start ?? previousEnd)
        fadeIn = reader.time("fi")
        fadeOut = reader.time("fo")
    }

    /// Keeps the whole object: what is not rendered can't be wrong.
    ///
    /// The name and the times are read for the summary, where they can be.
    private mutating func keepAsWritten(_ reader: inout ObjectReader) {
        var quiet = DraftLog()
        swap(&quiet, &reader.log)
        readTimes(&reader, previousEnd: nil)
        swap(&quiet, &reader.log)
        places = reader.places
        let read: [(String, Bool)] = [
            ("id", true), ("n", name != nil), ("s", start != nil), ("d", duration != nil),
            ("fi", fadeIn != nil), ("fo", fadeOut != nil),
        ]
        for key in reader.object.keys where !read.contains(where: { $0 == (key, true) }) {
            if let node = reader.object[key] { unknown.set(key, node) }
        }
    }

    private mutating func readSound(_ reader: inout ObjectReader) {
        readSource(&reader)
        text = reader.string(ObjectReader.spoken)
        voice = reader.string("voice")
        words = reader.words()
    }

    /// Reads what pictures and sounds share.
    private mutating func readSource(_ reader: inout ObjectReader) {
        source = reader.source()
        sourceStart = reader.time("ss")
        speed = reader.number("sp", 0.25...4, "a number from 0.25 to 4")
        volume = reader.volume()
        loop = reader.bool("loop")
    }

    private mutating func readPicture(_ reader: inout ObjectReader) {
        readSource(&reader)
        color = reader.color("color")
        generated = reader.object("gen") { Draft.Generated(reading: &$0) } ?? nil
        fit = reader.word("fit")
        kenBurns = reader.kenBurns()
        readPlace(&reader)
        height = reader.number(
            "h", 0.0001...20, "a number above 0, at most 20 (1 is the whole height)")
        rotation = reader.number("rot", -36_000...36_000, "a number (degrees clockwise)")
        opacity = reader.opacity()
        radius = reader.number("radius", 0...10_000, "a number of at least 0")
        effects = reader.effects()
        if let keys = reader.object("ak", { $0.animationKeys() }) {
            (animationKeys, unknownAnimationKeys) = keys
        }
    }

    private mutating func readText(_ reader: inout ObjectReader) {
        text = reader.required(ObjectReader.shown, expected: "the words to show")
        words = reader.words()
        readPlace(&reader)
        style = reader.object("st") { Draft.TextStyle(reading: &$0) }
        animation = reader.object("anim") { Draft.TextAnimation(reading: &$0) }
    }

    /// Reads where a picture or text lies.
    private mutating func readPlace(_ reader: inout ObjectReader) {
        let middle = "a number (0.5 is the middle)"
        x = reader.number("x", -100...100, middle)
        y = reader.number("y", -100...100, middle)
        width = reader.number(
            "w", 0.0001...20, "a number above 0, at most 20 (1 is the whole width)")
    }
}
