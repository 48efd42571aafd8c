import Foundation

/// Subtitle files for players and platforms that take them beside the video.
package enum SubtitleFile {
    /// Returns `cues` as SubRip text, numbered from 1.
    ///
    /// The format knows no escapes: a text that looks like markup is taken for it by some players.
    package static func srt(_ cues: [SubtitleCue]) -> String {
        let shown = cues.filter { $0.start < $0.end && !$0.plainText.isEmpty }
        return shown.enumerated().map { index, cue in
            "\(index + 1)\n\(time(cue.start, ",")) --> \(time(cue.end, ","))\n"
                + "\(cue.plainText)\n"
        }.joined(separator: "\n")
    }

    /// Returns `cues` as WebVTT text, with a timestamp before each word whose time is known.
    ///
    /// The form is that of the W3C's WebVTT: timestamps inside a cue rise and lie within it, and
    /// `&`, `<`, `>` are escaped.
    package static func vtt(_ cues: [SubtitleCue]) -> String {
        let shown = cues.filter { $0.start < $0.end && !$0.plainText.isEmpty }
        return "WEBVTT\n"
            + shown.map { cue in
                "\n\(time(cue.start, ".")) --> \(time(cue.end, "."))\n\(timed(cue))\n"
            }.joined()
    }

    private static func timed(_ cue: SubtitleCue) -> String {
        var last = cue.start
        return cue.written(escape: escaped) { word in
            guard word.time > last, word.time < cue.end else { return nil }
            last = word.time
            return "<\(time(word.time, "."))>"
        }
    }

    private static func escaped(_ character: Character) -> String {
        switch character {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        default: String(character)
        }
    }

    /// `HH:MM:SS` and three digits of milliseconds behind `separator`.
    private static func time(_ milliseconds: Int, _ separator: String) -> String {
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(count - text.count, 0)) + text
        }
        let seconds = milliseconds / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { digits($0, 2) }
        return clock.joined(separator: ":") + separator + digits(milliseconds % 1000, 3)
    }
}
