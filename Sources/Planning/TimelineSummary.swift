import Foundation

/// A draft in the words that people see instead of JSON.
///
/// `Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) …`
package struct TimelineSummary: Hashable, Sendable {
    private let heading: String
    private let tracks: [String]

    package init(_ draft: Draft) {
        let count = draft.tracks.count
        heading = "Timeline (\(count) \(count == 1 ? "track" : "tracks")):"
        tracks = draft.tracks.enumerated().map { index, track in
            "\(index + 1). \(Self.label(of: track)): \(Self.content(of: track))"
        }
    }

    /// All in one line.
    package var line: String { ([heading] + tracks).joined(separator: " ") }

    /// The heading, then one track a line, indented: for terminals.
    package var lines: [String] { [heading] + tracks.map { "  " + $0 } }

    private static func label(of track: Draft.Track) -> String {
        switch (track.kind, track.role) {
        case (.picture, _): "Video"
        case (.audio, .voice?): "Voice"
        case (.audio, .sfx?): "SFX"
        case (.audio, _): "BGM"
        case (.text, .caption?): "Captions"
        case (.text, _): "Title"
        case (.other(let number), _): "Track type \(number)"
        }
    }

    private static func content(of track: Draft.Track) -> String {
        guard let first = track.segments.first else { return "(empty)" }
        let name =
            track.segments.count > 1
            ? "\(track.segments.count) clips" : name(of: first, kind: track.kind)
        let volume = track.kind == .text ? nil : percentage(of: track)
        let details = [range(of: track), volume].compactMap { $0 }
        return "\(name) (\(details.joined(separator: ", ")))"
    }

    /// Returns what people call a segment: its words in quotes, its name, or its file's.
    package static func name(of segment: Draft.Segment, kind: Draft.Track.Kind) -> String {
        if kind == .text {
            let words = (segment.text ?? "").split(whereSeparator: \.isNewline)
            return "\"\(words.joined(separator: " "))\""
        }
        if let name = segment.name, !name.isEmpty { return name }
        if let source = segment.source { return stem(of: source) }
        if let color = segment.color { return color.hex }
        if let generated = segment.generated { return generated.kind.rawValue }
        return segment.text.map { "\"\($0)\"" } ?? segment.id
    }

    /// The last part of a path or URL without its extension.
    package static func stem(of source: String) -> String {
        let bare = source.contains("://") ? source.prefix { $0 != "?" && $0 != "#" } : source[...]
        let name = bare.split(separator: "/").last.map(String.init) ?? source
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// From the first start to the last end; a length that only the file knows shows as `?`.
    private static func range(of track: Draft.Track) -> String {
        var (end, starts, ends): (Int?, [Int], [Int]) = (0, [], [])
        var isOpen = false
        for segment in track.segments {
            let start = segment.start ?? end
            let length = segment.duration ?? defaultDuration(of: segment, kind: track.kind)
            end = start.flatMap { start in length.map { start + $0 } }
            if let start { starts.append(start) }
            if let end { ends.append(end) } else { isOpen = true }
        }
        let last = isOpen ? "?" : seconds(ends.max() ?? 0)
        return "\(seconds(starts.min() ?? 0))-\(last)s"
    }

    private static func defaultDuration(
        of segment: Draft.Segment, kind: Draft.Track.Kind
    ) -> Int? {
        switch kind {
        case .text: 3000
        case .picture where segment.source == nil: 5000
        case .picture: isStill(segment.source ?? "") ? 5000 : nil
        case .audio, .other: nil
        }
    }

    private static func isStill(_ source: String) -> Bool {
        let name = source.lowercased()
        return ["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff"].contains {
            name.hasSuffix(".\($0)")
        }
    }

    /// The gain of all segments where it is the same and not 100 %.
    private static func percentage(of track: Draft.Track) -> String? {
        let gains = Set(track.segments.map { ($0.volume ?? 1) * (track.volume ?? 1) })
        guard gains.count == 1, let gain = gains.first else { return nil }
        let percent = Int((gain * 100).rounded())
        return percent == 100 ? nil : "\(percent)%"
    }

    /// Seconds with at most one decimal.
    private static func seconds(_ milliseconds: Int) -> String {
        let tenths = (milliseconds + 50) / 100
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
