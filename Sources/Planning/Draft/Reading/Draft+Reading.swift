import Foundation

extension Draft {
    /// Reads a draft from UTF-8 JSON text.
    ///
    /// Unknown keys are kept and reported once each in `notices`.
    ///
    /// - Throws: a `DraftError` with all that is wrong with the draft's meaning, or with the first
    ///   place where the text is not JSON.
    package init(parsing bytes: [UInt8]) throws(DraftError) {
        let (draft, issues) = try Self.reading(bytes)
        guard issues.isEmpty else { throw DraftError(issues) }
        self = draft
    }

    /// Reads as much of a draft as can be read, and returns what is wrong with the rest, in the
    /// order of the text.
    ///
    /// - Throws: where the text is not JSON, or no object.
    static func reading(
        _ bytes: [UInt8]
    ) throws(DraftError) -> (draft: Draft, issues: [DraftIssue]) {
        let document = try JSONDocument(parsing: bytes)
        let root = document.root
        guard case .object(let object) = root.value else {
            let problem = DraftIssue.Problem.value(
                expected: "an object with a draft", found: root.summary)
            let place = DraftPlace(line: Int(root.line), column: Int(root.column))
            throw DraftError(problem, at: place)
        }
        var log = DraftLog()
        for place in document.duplicateKeys {
            let key = place.pointer.split(separator: "/").last ?? ""
            log.notice("the key \"\(key)\" stands twice; the last one counts", at: place)
        }
        var reader = ObjectReader(object, node: root, pointer: "", log: log)
        var draft = Draft(reading: &reader)
        draft.nameTheNameless(seed: bytes)
        draft.noticeDuplicateIdentities(in: &reader.log)
        draft.notices = reader.log.notices
        return (draft, DraftLog.inTextOrder(reader.log.issues))
    }

    private init(reading reader: inout ObjectReader) {
        self.init(id: "")
        Self.checkVersion(&reader)
        id = reader.string("id") ?? ""
        duration = reader.duration("d")
        metadata = reader.object("m") { Metadata(reading: &$0) } ?? Metadata()
        readCanvas(&reader)
        let tracks = reader.array("t", expected: "an array of tracks")
        if tracks == nil, reader.object["t"].map({ $0.value == .null }) ?? true {
            let place = reader.place(ofMissing: "t")
            reader.log.add(.missing(expected: "an array of tracks"), at: place)
        }
        self.tracks = (tracks ?? []).compactMap { found in
            reader.owned(found, expected: "a track") { Track(reading: &$0) }
        }
        transitions = (reader.array("tr", expected: "an array of transitions") ?? [])
            .compactMap { found in
                reader.owned(found, expected: "a transition") { Transition(reading: &$0) }
            }
        unknown = reader.unknown(keeping: ["canvas_config"] + Self.uploadLists)
        places = reader.places
    }

    private static func checkVersion(_ reader: inout ObjectReader) {
        guard let found = reader.find("v"),
            let version = reader.integer(found, 1...Int(Int32.max), "a version number, 1"),
            version > newestVersion
        else { return }
        reader.log.add(.version(found: version, newest: newestVersion), at: found.place)
    }

    /// `canvas_config` gives the size where `m` does not.
    private mutating func readCanvas(_ reader: inout ObjectReader) {
        let known = (metadata.width, metadata.height)
        guard let config = reader.object["canvas_config"], config.value != .null else { return }
        let size = reader.object("canvas_config") { config in
            let width = config.integer("width", Metadata.sides, Metadata.sideExpected)
            let height = config.integer("height", Metadata.sides, Metadata.sideExpected)
            _ = config.unknown()
            return (width, height)
        }
        metadata.width = known.0 ?? size?.0
        metadata.height = known.1 ?? size?.1
    }
}

extension Draft.Metadata {
    /// The sides that a canvas may have, in pixels.
    package static let sides = 16...8192
    static let sideExpected = "an integer from 16 to 8192 (pixels)"

    init(reading reader: inout ObjectReader) {
        title = reader.string("title")
        width = reader.integer("width", Self.sides, Self.sideExpected)
        height = reader.integer("height", Self.sides, Self.sideExpected)
        frameRate = reader.frameRate("fps")
        lang = reader.string("lang")
        background = reader.color("bg")
        loudness = Self.loudness(&reader)
        theme = reader.string("theme")
        chapters = reader.chapters()
        sourceType = reader.sourceType()
        unknown = reader.unknown()
    }

    private static func loudness(_ reader: inout ObjectReader) -> Draft.Loudness? {
        if reader.object["loudness"]?.value == .null {
            _ = reader.find("loudness")
            return .leave
        }
        return reader.number("loudness", -70...0, "a number from -70 to 0 (LUFS), or null")
            .map { .target($0) }
    }
}

extension Draft.Transition {
    init(reading reader: inout ObjectReader) {
        let kind: Kind? = reader.requiredWord("k")
        self.init(
            kind ?? .fade,
            from: reader.required("a", expected: "the id of the segment before the cut"),
            to: reader.required("b", expected: "the id of the segment after the cut"))
        duration = reader.duration("d")
        unknown = reader.unknown()
        places = reader.places
    }
}
