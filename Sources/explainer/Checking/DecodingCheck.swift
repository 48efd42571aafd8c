import Foundation
import Media
import Planning

/// Decodes films and sounds to find damage before a render does.
enum DecodingCheck {
    /// Decodes each film and each sound of `sources` as far as the draft uses it.
    ///
    /// - Throws: where a file can't be read any more.
    static func notices(_ sources: [CheckedSource]) throws(MediaError) -> [Notice] {
        var notices: [Notice] = []
        for source in sources {
            guard let first = source.mentions.first(where: { $0.problem == nil }),
                let file = source.file
            else { continue }
            for remark in try remarks(file, source.path, source.mentions) {
                notices.append(Notice("\(source.path): \(remark)", at: first.place))
            }
        }
        return notices
    }

    /// Decodes `file` as far as `mentions` use it, all of it where there are none, and returns what
    /// is wrong with it, as clauses without its name.
    static func remarks(
        _ file: InspectedFile, _ path: String, _ mentions: [SourceMention] = []
    ) throws(MediaError) -> [String] {
        let seen = mentions.filter { $0.kind == .picture }
        let heard = mentions.filter(\.isHeard)
        var remarks: [String] = []
        if case .film(let film) = file, mentions.isEmpty || !seen.isEmpty {
            remarks += try picture(path, until: end(of: seen, film.info.lead))
        }
        if let sound = file.sound, mentions.isEmpty || !heard.isEmpty {
            // What is short was decoded before, when its length was looked for.
            remarks += try SoundInfo.remarks(decoding: path, until: end(of: heard, file.lead))
                .filter { remark in !sound.warnings.contains { $0.hasSuffix(remark) } }
        }
        return remarks
    }

    /// What is wrong with the picture of the film at `path` up to `end`.
    private static func picture(
        _ path: String, until end: Double?
    ) throws(MediaError) -> [String] {
        let trial = try FilmTrial(path: path, until: end)
        var remarks: [String] = []
        if trial.lostPackets > 0 {
            remarks.append(
                "\(frames(trial.lostPackets)) left out: they can't be decoded; "
                    + "\(trial.frameCount) can")
        }
        if trial.mendedFrames > 0 {
            remarks.append(
                "\(frames(trial.mendedFrames)) damaged in places, of \(trial.frameCount)")
        }
        if let promise = trial.promisedEnd {
            remarks.append(
                String(
                    format: "its pictures end after %.2f s, not after %.2f s as the file says; "
                        + "the last one holds", trial.lastFrame, promise))
        }
        return remarks
    }

    /// "1 frame is", "12 frames are".
    private static func frames(_ count: Int) -> String {
        count == 1 ? "1 frame is" : "\(count) frames are"
    }

    /// The last moment that is used, in seconds of the source, of which `lead` seconds are left
    /// out first; nil is its end.
    private static func end(of mentions: [SourceMention], _ lead: Double) -> Double? {
        guard !mentions.contains(where: \.loops) else { return nil }
        return mentions.map { (Double($0.sourceStart) + $0.sourceDuration) / 1000 + lead }.max()
    }
}

extension InspectedFile {
    fileprivate var sound: SoundInfo? {
        switch self {
        case .film(let film): film.sound
        case .sound(let info): info
        case .picture, .colorTable: nil
        }
    }

    /// Seconds that are left out at its start.
    fileprivate var lead: Double {
        if case .film(let film) = self { film.info.lead } else { 0 }
    }
}
