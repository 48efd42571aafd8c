import Comparing
import Foundation
import Media
import Planning
import Rendering

/// What captions promise: those of the file's own track, and of subtitle files beside it.
struct CaptionPromises {
    private let origin: Certifying.Origin?
    private let rules: CaptionRules

    /// Where cues were found, and the cues in order.
    private let sources: [(name: String, cues: [SubtitleCue])]

    init(_ file: StoredFile, path: String, _ origin: Certifying.Origin?) {
        self.origin = origin
        rules = CaptionRules(
            width: Double(file.video?.width ?? 16), height: Double(file.video?.height ?? 9))
        let base = URL(filePath: path).deletingPathExtension()
        let track = file.labels.captions.map { [("track", $0)] } ?? []
        let beside = ["srt", "vtt"].compactMap { ending in
            CaptionFile.read(base.appendingPathExtension(ending)).map { (".\(ending)", $0) }
        }
        sources = (track + beside).map { name, captions in
            (name, captions.map { SubtitleCue(start: $0.start, end: $0.end, text: $0.text) })
        }
    }

    var all: [Certificate.Promise] {
        [captions, lines, speed, duration, overlap, breaks, pauses]
    }

    private var captions: Certificate.Promise {
        let due = origin.map { FileLabels($0.plan, frames: $0.frames).captions }
        let promise = Certificate.Promise(
            "captions", .file, "Has its captions, as a track or beside it",
            bar: due.map { "the draft's \($0.count), within 1 ms" } ?? "a track, .srt or .vtt")
        let words = sources.map { "\($0.name): \($0.cues.count)" }.joined(separator: ", ")
        guard let due else {
            return sources.isEmpty
                ? promise.lacking("none; whether some are due \(Certificate.needsDraft)")
                : promise.judged(true, words)
        }
        if due.isEmpty, sources.isEmpty { return promise.lacking("the draft has no captions") }
        let isSame =
            !sources.isEmpty
            && sources.allSatisfy { source in
                source.cues.count == due.count
                    && zip(source.cues, due).allSatisfy {
                        abs($0.start - $1.start) <= 1 && abs($0.end - $1.end) <= 1
                            && $0.plainText == $1.text
                    }
            }
        return promise.judged(isSame, sources.isEmpty ? "none" : words)
    }

    /// Judges a promise of all cues by the worst of them: `measure` gives a share of what is allowed.
    private func judged(
        _ promise: Certificate.Promise, _ measure: (SubtitleCue) -> Double,
        _ words: (SubtitleCue) -> String
    ) -> Certificate.Promise {
        let cues = sources.flatMap(\.cues)
        guard let worst = cues.max(by: { measure($0) < measure($1) }) else {
            return promise.lacking("there are no captions")
        }
        return promise.judged(
            measure(worst) <= 1, "\(words(worst)) at \(Wording.moment(Double(worst.start) / 1000))")
    }

    private func promise(_ id: String, _ title: String, _ bar: String) -> Certificate.Promise {
        Certificate.Promise(id, .text, title, bar: bar)
    }

    private static func lines(_ cue: SubtitleCue) -> [Substring] {
        cue.plainText.split(whereSeparator: \.isNewline)
    }

    private var lines: Certificate.Promise {
        judged(
            promise(
                "caption-lines", "Captions are short",
                "\(CaptionRules.mostLines) lines of \(rules.charactersInLine) characters, "
                    + "\(CaptionRules.mostWideInLine) ideographs"),
            { cue in
                let lines = Self.lines(cue)
                let fill = lines.map(rules.fill).max() ?? 0
                return max(fill, Double(lines.count) / Double(CaptionRules.mostLines))
            },
            { cue in
                let lines = Self.lines(cue)
                return "\(lines.count) lines, \(lines.map(\.count).max() ?? 0) characters"
            })
    }

    private var speed: Certificate.Promise {
        judged(
            promise(
                "caption-speed", "Captions can be read in their time",
                "\(Wording.number(CaptionRules.mostPerSecond, digits: 0)) characters a second, "
                    + "\(Wording.number(CaptionRules.mostWidePerSecond, digits: 0)) ideographs"),
            CaptionRules.haste,
            {
                let count = $0.plainText.count { !$0.isNewline }
                let rate = Double(count) * 1000 / Double(max($0.end - $0.start, 1))
                return "\(Wording.fixed(rate, digits: 1)) a second"
            })
    }

    private var duration: Certificate.Promise {
        judged(
            promise(
                "caption-length", "Captions stay long enough",
                "at least \(CaptionRules.leastDuration) ms"),
            { Double(CaptionRules.leastDuration) / Double(max($0.end - $0.start, 1)) },
            { "\($0.end - $0.start) ms" })
    }

    private var overlap: Certificate.Promise {
        let promise = promise("caption-overlap", "One caption at a time", "no overlap")
        guard !sources.isEmpty else { return promise.lacking("there are no captions") }
        let found = sources.compactMap { source in
            zip(source.cues, source.cues.dropFirst()).first { $0.end > $1.start }?.1
        }
        let first = found.first.map { "one at \(Wording.moment(Double($0.start) / 1000))" }
        return promise.judged(found.isEmpty, first ?? "none")
    }

    private var breaks: Certificate.Promise {
        judged(
            promise("caption-breaks", "Signs stay with their words", "no line begins with one"),
            { Self.lines($0).contains(where: CaptionRules.isTorn) ? 2 : 0 },
            { Self.lines($0).first(where: CaptionRules.isTorn).map { "\"\($0)\"" } ?? "none" })
    }

    /// Words are in the draft alone.
    private var pauses: Certificate.Promise {
        let promise = promise(
            "caption-pause", "Captions end where the voice pauses",
            "none across \(CaptionRules.longestPause) ms")
        guard let draft = origin?.draft else { return promise.lacking(Certificate.needsDraft) }
        let segments = draft.tracks.filter { $0.kind == .text && $0.role == .caption }
            .flatMap(\.segments)
        let pauses = segments.flatMap { segment in
            let words = segment.words ?? []
            return zip(words, words.dropFirst()).map { $1.start - $0.start - $0.duration }
        }
        guard let longest = pauses.max() else {
            return promise.lacking("the draft's captions have no times of words")
        }
        return promise.judged(longest <= CaptionRules.longestPause, "\(max(longest, 0)) ms")
    }
}
