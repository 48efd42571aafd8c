import Foundation

extension Draft {
    /// The draft as JSON text: short keys in the order of the format's tables, two-space indents, a
    /// newline at the end.
    ///
    /// Reading it gives an equal draft.
    package var text: String { JSONWriter.text(of: .object(json)) + "\n" }

    private var json: JSONObject {
        .build {
            $0.set("v", version)
            $0.set("id", id)
            $0.set("d", duration)
            $0.set("m", metadata.json.nonEmpty)
            $0.set("t", tracks.map { JSONNode(.object($0.json)) })
            if !transitions.isEmpty { $0.set("tr", transitions.map { JSONNode(.object($0.json)) }) }
            $0.add(unknown)
        }
    }
}

extension Draft.Metadata {
    fileprivate var json: JSONObject {
        .build {
            $0.set("title", title)
            $0.set("width", width)
            $0.set("height", height)
            if let frameRate { $0.set("fps", Self.json(frameRate)) }
            $0.set("lang", lang)
            $0.set("bg", background)
            switch loudness {
            case nil: break
            case .leave: $0.set("loudness", JSONNode(.null))
            case .target(let level): $0.set("loudness", level)
            }
            $0.set("theme", theme)
            $0.set("chapters", chapters?.map(Self.json))
            $0.set("source_type", sourceType?.rawValue)
            $0.add(unknown)
        }
    }

    private static func json(_ chapter: Chapter) -> JSONNode {
        JSONNode(
            .array([
                JSONNode(.number(JSONNumber(chapter.start))), JSONNode(.string(chapter.title)),
            ]))
    }

    /// A whole rate is a number, any other an exact fraction.
    private static func json(_ rate: FrameRate) -> JSONNode {
        guard rate.denominator > 1 else { return JSONNode(.number(JSONNumber(rate.numerator))) }
        return JSONNode(.string("\(rate.numerator)/\(rate.denominator)"))
    }
}

extension Draft.Transition {
    fileprivate var json: JSONObject {
        .build {
            $0.set("k", kind.rawValue)
            $0.set("a", from)
            $0.set("b", to)
            $0.set("d", duration)
            $0.add(unknown)
        }
    }
}

extension Draft.Track {
    fileprivate var json: JSONObject {
        .build {
            $0.set("tt", kind.number)
            $0.set("sg", segments.map { JSONNode(.object($0.json(kind: kind))) })
            $0.set("id", id)
            $0.set("n", name)
            $0.set("vol", volume)
            $0.set("m", metadata.nonEmpty)
            $0.add(unknown)
        }
    }

    private var metadata: JSONObject {
        .build {
            $0.set("role", role?.rawValue)
            $0.set("mute", isMuted)
            $0.set("hidden", isHidden)
            $0.set("duck", ducking)
            $0.add(unknownMetadata)
        }
    }
}
