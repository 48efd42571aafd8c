import Foundation

extension Draft.Segment {
    func json(kind: Draft.Track.Kind) -> JSONObject {
        .build {
            $0.set("id", id)
            $0.set("n", name)
            $0.set("s", start)
            $0.set("d", duration)
            $0.set("fi", fadeIn)
            $0.set("fo", fadeOut)
            $0.set("m", mirrors.nonEmpty)
            switch kind {
            case .picture: addPicture(to: &$0)
            case .audio: addSound(to: &$0)
            case .text: addText(to: &$0)
            case .other: break
            }
            $0.add(unknown)
        }
    }

    private func addSource(to object: inout JSONObject) {
        object.set("src", source)
    }

    private func addPlayback(to object: inout JSONObject) {
        object.set("ss", sourceStart)
        object.set("sp", speed)
        object.set("vol", volume)
    }

    private func addPicture(to object: inout JSONObject) {
        addSource(to: &object)
        object.set("color", color)
        object.set("gen", generated?.json)
        addPlayback(to: &object)
        object.set("loop", loop)
        object.set("fit", fit?.rawValue)
        if let kenBurns { object.set("kb", kenBurns.json) }
        addPlacement(to: &object)
        object.set("rot", rotation)
        object.set("op", opacity)
        object.set("radius", radius)
        if !effects.isEmpty { object.set("fx", effects.map { JSONNode(.object($0.json)) }) }
        object.set("ak", keysJSON.nonEmpty)
    }

    private func addPlacement(to object: inout JSONObject) {
        object.set("x", x)
        object.set("y", y)
        object.set("w", width)
        object.set("h", height)
    }

    private func addSound(to object: inout JSONObject) {
        addSource(to: &object)
        addPlayback(to: &object)
        object.set("loop", loop)
        object.set("tx", text)
        object.set("voice", voice)
        object.set("wt", words?.map(\.json))
    }

    private func addText(to object: inout JSONObject) {
        object.set("tx", text)
        object.set("wt", words?.map(\.json))
        addPlacement(to: &object)
        object.set("st", style?.json)
        object.set("anim", animation?.json)
    }

    private var keysJSON: JSONObject {
        .build { object in
            for property in Property.allCases {
                object.set(property.rawValue, animationKeys[property]?.map(\.json))
            }
            object.add(unknownAnimationKeys)
        }
    }

    /// `m` with those mirrors that are there brought up to what the segment says now.
    ///
    /// A mirror that says the same in other digits stays, and so does the URL of a file elsewhere.
    var mirrors: JSONObject {
        var mirrors = metadata
        func refresh(_ keys: [String], _ value: JSONValue?) {
            guard let value else { return }
            for key in keys {
                guard let mirror = mirrors[key]?.value, !mirror.says(value) else { continue }
                mirrors.set(key, JSONNode(value))
            }
        }
        refresh(["start", "s"], start.map { .number(JSONNumber($0)) })
        refresh(["duration", "d"], duration.map { .number(JSONNumber($0)) })
        refresh(["url", "src", "cdn_url"], source.map { .string($0) })
        refresh(["text", "content"], text.map { .string($0) })
        refresh(["name"], name.map { .string($0) })
        if let volume, let mirror = metadata["volume"], mirror.gain != volume {
            refresh(["volume"], .number(JSONNumber(volume > 1 ? volume * 100 : volume)))
        }
        return mirrors
    }
}

extension JSONValue {
    /// True for an equal value, and for the URL of a file elsewhere.
    fileprivate func says(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): a.double == b.double
        case (.string(let a), _) where PlanWalk.hasScheme(a): true
        default: self == other
        }
    }
}

extension JSONNode {
    /// What a mirrored volume means: above 1 it is a percentage.
    fileprivate var gain: Double? {
        guard case .number(let number) = value else { return nil }
        return number.double > 1 ? number.double / 100 : number.double
    }
}

extension Draft.Segment.AnimationKey {
    fileprivate var json: JSONNode {
        var row = [JSONNode(.number(JSONNumber(time))), JSONNode(.number(JSONNumber(value)))]
        if let easing { row.append(JSONNode(.string(easing.rawValue))) }
        return JSONNode(.array(row))
    }
}

extension Draft.Segment.WordTiming {
    fileprivate var json: JSONNode {
        JSONNode(
            .array([
                JSONNode(.number(JSONNumber(start))), JSONNode(.number(JSONNumber(duration))),
                JSONNode(.string(word)),
            ]))
    }
}
