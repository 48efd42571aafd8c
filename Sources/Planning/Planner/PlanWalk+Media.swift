import Foundation

extension PlanWalk {
    /// Returns the file of a segment; nil where it needs none or names none.
    mutating func media(
        of timed: TimedSegment, kind: Draft.Track.Kind
    ) -> Result<Media, SourceFailure>? {
        let segment = timed.segment
        switch kind {
        case .picture:
            let isPlain = segment.color != nil || segment.generated != nil
            return media(
                of: timed, as: .picture, expected: isPlain ? nil : "one of src, color and gen")
        case .audio:
            let isNarration = segment.text != nil && segment.voice != nil
            return media(
                of: timed, as: .sound,
                expected: isNarration ? nil : "a sound's path (or tx and voice)")
        case .text, .other: return nil
        }
    }

    /// Looks the source up, by `src` or in the upload lists; `expected` is nil where there need be
    /// none.
    private mutating func media(
        of timed: TimedSegment, as use: SourceUse, expected: String?
    ) -> Result<Media, SourceFailure>? {
        let (source, place): (String, DraftPlace)
        if let written = timed.segment.source {
            (source, place) = (written, timed.place("src"))
        } else if expected != nil, let upload = timed.segment.name.flatMap(draft.upload(named:)) {
            (source, place) = (upload.source, upload.place)
        } else {
            if let expected { log.add(.missing(expected: expected), at: timed.place("src")) }
            return nil
        }
        return media(at: source, as: use, place: place).flatMap { media in
            guard let problem = media.objection(to: use) else { return .success(media) }
            return .failure(SourceFailure(problem, at: timed.place("src"), source: source))
        }
    }

    private mutating func media(
        at source: String, as use: SourceUse, place: DraftPlace
    ) -> Result<Media, SourceFailure> {
        guard !Self.hasScheme(source) else {
            return .failure(SourceFailure(.network(source: source), at: place, source: source))
        }
        let path = path(of: source)
        if sourcePlaces[path] == nil { sourcePlaces[path] = place }
        let key = SourceKey(path: path, use: use)
        if let known = facts[key] {
            return known.map { Media(path: path, facts: $0) }.mapError { failure in
                SourceFailure(failure.problem, at: place, source: source, isKnown: true)
            }
        }
        do {
            let found = try planner.inspector.facts(ofFileAt: path, as: use)
            facts[key] = .success(found)
            for warning in found.warnings {
                // Some readers name the file themselves.
                let names = warning.hasPrefix(path)
                log.notice(names ? warning : "\(path): \(warning)", at: place)
            }
            return .success(Media(path: path, facts: found))
        } catch {
            let problem = DraftIssue.Problem.source(path: path, reason: "\(error)")
            let failure = SourceFailure(problem, at: place, source: source)
            facts[key] = .failure(failure)
            return .failure(failure)
        }
    }

    /// The absolute path of a source that is a file.
    func path(of source: String) -> String {
        source.hasPrefix("/") ? source : "\(planner.folder)/\(source)"
    }

    /// Returns the absolute path of a colour table; nil where it can't be used, which is an issue
    /// or a notice.
    mutating func colorTable(at source: String, place: DraftPlace) -> String? {
        let path = path(of: source)
        let isKnown = colorTables[path] != nil
        guard let problem = tableProblem(source, path: path, place) else { return path }
        if planner.options.onSourceFailure == .fail {
            if !isKnown { log.add(problem, at: place) }
        } else {
            let failure = SourceFailure(problem, at: place, source: source)
            log.notice("the colour table is left out: \(failure.cause)", at: place)
        }
        return nil
    }

    private mutating func tableProblem(
        _ source: String, path: String, _ place: DraftPlace
    ) -> DraftIssue.Problem? {
        if let known = colorTables[path] { return known }
        var problem: DraftIssue.Problem?
        if Self.hasScheme(source) {
            problem = .network(source: source)
        } else {
            if sourcePlaces[path] == nil { sourcePlaces[path] = place }
            do {
                try planner.inspector.checkColorTable(atPath: path)
            } catch {
                problem = .source(path: path, reason: "\(error)")
            }
        }
        colorTables[path] = .some(problem)
        return problem
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

extension Media {
    /// Returns what stands against showing or playing it; nil where nothing does.
    fileprivate func objection(to use: SourceUse) -> DraftIssue.Problem? {
        switch (use, facts) {
        case (.picture, .sound):
            .sourceKind(path: path, expected: "a picture", found: "a sound")
        case (.sound, .picture):
            .sourceKind(path: path, expected: "a sound", found: "a picture")
        case (.sound, .film(let film, _)) where film.sampleCount == nil:
            .sourceKind(path: path, expected: "a sound", found: "a film without sound")
        case (.picture, .picture(let width, let height, _)) where width <= 0 || height <= 0:
            .source(path: path, reason: "it has no pixels")
        case (.picture, .film(let film, _)) where film.width <= 0 || film.height <= 0:
            .source(path: path, reason: "it has no pixels")
        default: nil
        }
    }
}
