import Foundation

extension PlanWalk {
    /// Returns the file of a segment, nil where it needs none or an issue says what is wrong.
    mutating func media(of timed: TimedSegment, kind: Draft.Track.Kind) -> Media? {
        switch kind {
        case .picture: pictureMedia(of: timed)
        case .audio: soundMedia(of: timed)
        case .text, .other: nil
        }
    }

    private mutating func pictureMedia(of timed: TimedSegment) -> Media? {
        let segment = timed.segment
        let plain = segment.color != nil || segment.generated != nil
        guard
            let media = media(
                of: timed, as: .picture, expected: plain ? nil : "one of src, color and gen")
        else { return nil }
        if case .sound = media.facts {
            let place = timed.place("src")
            log.add(
                .sourceKind(path: media.path, expected: "a picture", found: "a sound"), at: place)
            return nil
        }
        return media
    }

    private mutating func soundMedia(of timed: TimedSegment) -> Media? {
        let isNarration = timed.segment.text != nil && timed.segment.voice != nil
        let expected = isNarration ? nil : "a sound's path (or tx and voice)"
        guard let media = media(of: timed, as: .sound, expected: expected) else { return nil }
        guard media.facts.hasSound else {
            let isFilm = if case .film = media.facts { true } else { false }
            let found = isFilm ? "a film without sound" : "a picture"
            let place = timed.place("src")
            log.add(.sourceKind(path: media.path, expected: "a sound", found: found), at: place)
            return nil
        }
        return media
    }

    /// Looks the source up, by `src` or in the upload lists; `expected` is nil where there need be
    /// none.
    private mutating func media(
        of timed: TimedSegment, as use: SourceUse, expected: String?
    ) -> Media? {
        let segment = timed.segment
        if let source = segment.source {
            return media(at: source, as: use, place: timed.place("src"))
        }
        if let expected {
            if let upload = segment.name.flatMap(draft.upload(named:)) {
                return media(at: upload.source, as: use, place: upload.place)
            }
            log.add(.missing(expected: expected), at: timed.place("src"))
        }
        return nil
    }

    private mutating func media(
        at source: String, as use: SourceUse, place: DraftPlace
    ) -> Media? {
        guard !Self.hasScheme(source) else {
            log.add(.network(source: source), at: place)
            return nil
        }
        let path = source.hasPrefix("/") ? source : "\(planner.folder)/\(source)"
        if sourcePlaces[path] == nil { sourcePlaces[path] = place }
        if let known = facts[SourceKey(path: path, use: use)] {
            return known.map { Media(path: path, facts: $0) }
        }
        do {
            let found = try planner.inspector.facts(ofFileAt: path, as: use)
            facts[SourceKey(path: path, use: use)] = .some(found)
            for warning in found.warnings {
                // Some readers name the file themselves.
                let names = warning.hasPrefix(path)
                log.notice(names ? warning : "\(path): \(warning)", at: place)
            }
            return Media(path: path, facts: found)
        } catch {
            facts[SourceKey(path: path, use: use)] = .some(nil)
            log.add(.source(path: path, reason: "\(error)"), at: place)
            return nil
        }
    }

    /// Returns the absolute path of a colour table, nil where an issue says why it can't be used.
    mutating func colorTable(at source: String, place: DraftPlace) -> String? {
        guard !Self.hasScheme(source) else {
            log.add(.network(source: source), at: place)
            return nil
        }
        let path = source.hasPrefix("/") ? source : "\(planner.folder)/\(source)"
        if sourcePlaces[path] == nil { sourcePlaces[path] = place }
        if let isUsable = colorTables[path] { return isUsable ? path : nil }
        do {
            try planner.inspector.checkColorTable(atPath: path)
            colorTables[path] = true
            return path
        } catch {
            colorTables[path] = false
            log.add(.source(path: path, reason: "\(error)"), at: place)
            return nil
        }
    }

    /// True for `https://…`, `data:…` and the like: RFC 3986's scheme, longer than a drive's
    /// letter.
    static func hasScheme(_ source: String) -> Bool {
        guard let colon = source.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = source[..<colon]
        let isScheme =
            scheme.utf8.count > 1
            && scheme.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0))
            }
        return isScheme && (source[colon...].hasPrefix("://") || scheme.lowercased() == "data")
    }
}

/// A file and what it is wanted for.
struct SourceKey: Hashable {
    var path: String
    var use: SourceUse
}
