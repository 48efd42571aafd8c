import Foundation
import Planning

/// Builds the tracks of a draft: things are put on levels, and each level grows as many tracks as
/// it needs for what shows at the same time.
struct DraftLayers {
    /// From the bottom to the top.
    enum Level: Int, CaseIterable {
        case pictures, shade, shadows, cards, insets, ornaments, words, captions
    }

    private var tracks: [Level: [Draft.Track]] = [:]
    private let stage: Stage
    private var count = 0

    init(_ stage: Stage) { self.stage = stage }

    /// All tracks in painting order.
    var all: [Draft.Track] { Level.allCases.flatMap { tracks[$0] ?? [] } }

    /// A segment that lies in `area` from `start` to `end`, in milliseconds.
    func segment(_ area: Area, from start: Int, to end: Int) -> Draft.Segment {
        var segment = Draft.Segment(id: "", start: start, duration: end - start)
        segment.x = rounded(area.centerX / stage.width)
        segment.y = rounded(area.centerY / stage.height)
        segment.width = rounded(area.width / stage.width)
        segment.height = rounded(area.height / stage.height)
        return segment
    }

    /// Adds `segment` to the first track of `level` that is free at its time.
    ///
    /// - Returns: the segment's identity.
    @discardableResult
    mutating func add(_ segment: Draft.Segment, to level: Level) -> String {
        var segment = segment
        count += 1
        segment.id = "s\(count)"
        var levelTracks = tracks[level] ?? []
        let free = levelTracks.firstIndex { track in
            !track.segments.contains { Self.overlap($0, segment) }
        }
        if let free {
            levelTracks[free].segments.append(segment)
        } else {
            levelTracks.append(Self.track(level, number: levelTracks.count + 1, segment))
        }
        tracks[level] = levelTracks
        return segment.id
    }

    private static func overlap(_ a: Draft.Segment, _ b: Draft.Segment) -> Bool {
        let (startA, startB) = (a.start ?? 0, b.start ?? 0)
        return startA < startB + (b.duration ?? 0) && startB < startA + (a.duration ?? 0)
    }

    private static func track(
        _ level: Level, number: Int, _ segment: Draft.Segment
    ) -> Draft.Track {
        let isText = level == .words || level == .captions
        let role: Draft.Track.Role =
            switch level {
            case .pictures: .main
            case .words: .title
            case .captions: .caption
            case .shade, .shadows, .cards, .insets, .ornaments: .overlay
            }
        let suffix = number == 1 ? "" : "-\(number)"
        return Draft.Track(
            isText ? .text : .picture, id: "\(level)\(suffix)", name: "\(level)\(suffix)",
            role: role, segments: [segment])
    }

    /// Six decimals: far below a pixel, and a draft that people can read.
    private func rounded(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
