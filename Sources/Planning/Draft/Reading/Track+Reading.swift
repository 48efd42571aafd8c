import Foundation

extension Draft.Track {
    init(reading reader: inout ObjectReader) {
        let (kind, role) = Self.kind(&reader)
        self.init(kind, id: reader.string("id") ?? "")
        name = reader.string(ObjectReader.name)
        volume = reader.volume()
        self.role = role
        if let metadata = reader.object("m", { Metadata(reading: &$0) }) {
            if let role = metadata.role { self.role = role }
            isMuted = metadata.isMuted
            isHidden = metadata.isHidden
            ducking = metadata.ducking
            unknownMetadata = metadata.unknown
        }
        segments = Self.segments(&reader, kind: kind)
        unknown = reader.unknown()
        places = reader.places
        noticeRole(in: &reader)
    }

    /// The fields of a track's `m`.
    private struct Metadata {
        var role: Role?
        var isMuted: Bool?
        var isHidden: Bool?
        var ducking: Double?
        var unknown: JSONObject

        init(reading reader: inout ObjectReader) {
            role = reader.string("role").map(Role.init(rawValue:))
            isMuted = reader.bool("mute")
            isHidden = reader.bool("hidden")
            ducking = reader.number("duck", -100...100, "a number from -100 to 100 (dB)")
            unknown = reader.unknown(keeping: ["name", "title", "volume"])
        }
    }

    private func noticeRole(in reader: inout ObjectReader) {
        guard let role, !Role.known.contains(role) else { return }
        reader.log.notice(
            "unknown role \(JSONWriter.quoted(role.rawValue)) is kept and has no effect",
            at: places.place(of: "m/role", in: reader.pointer),
            hint: Spelling.hint(for: role.rawValue, among: Role.known.map(\.rawValue)))
    }

    /// Reads `tt`, else `type`; an absent or wrong one reads as a picture track.
    private static func kind(_ reader: inout ObjectReader) -> (Kind, Role?) {
        let expected = "a track type: 0 picture, 1 audio, 7 text"
        let type = reader.find("type")
        guard let found = reader.find("tt") else {
            guard let type else {
                reader.log.add(.missing(expected: expected), at: reader.place(ofMissing: "tt"))
                return (.picture, nil)
            }
            let word = reader.word(type, TypeWord.self)
            return (word?.kind ?? .picture, word?.role)
        }
        var role: Role?
        if case .string(let text)? = type?.node.value { role = TypeWord(rawValue: text)?.role }
        if case .string(let text) = found.node.value, let number = Int(text), number >= 0 {
            return (Kind(number), role)
        }
        return (Kind(reader.integer(found, 0...Int(Int32.max), expected) ?? 0), role)
    }

    /// What `type` may say where there is no `tt`.
    private enum TypeWord: String, CaseIterable {
        case video, image, audio, music, voice, text, subtitle, title

        var kind: Kind {
            switch self {
            case .video, .image: .picture
            case .audio, .music, .voice: .audio
            case .text, .subtitle, .title: .text
            }
        }

        var role: Role? {
            switch self {
            case .music: .bgm
            case .voice: .voice
            default: nil
            }
        }
    }

    private static func segments(
        _ reader: inout ObjectReader, kind: Kind
    ) -> [Draft.Segment] {
        var end: Int? = 0
        return (reader.array("sg", expected: "an array of segments") ?? []).compactMap { found in
            let segment = reader.owned(found, expected: "a segment") {
                Draft.Segment(reading: &$0, kind: kind, previousEnd: end)
            }
            let start = segment?.start ?? end
            end = start.flatMap { start in segment?.duration.map { start + $0 } }
            return segment
        }
    }
}
