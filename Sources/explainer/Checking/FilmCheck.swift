import Foundation
import Media
import Planning

/// Decodes films to find damage before a render does.
enum FilmCheck {
    /// Decodes each film of `sources` as far as the draft shows it.
    ///
    /// - Throws: where a film can't be read any more.
    static func notices(_ sources: [CheckedSource]) throws(MediaError) -> [Notice] {
        var notices: [Notice] = []
        for source in sources {
            guard case .film(let film)? = source.file,
                let first = source.mentions.first(where: { $0.kind == .picture })
            else { continue }
            for remark in try remarks(source.path, until: end(of: source.mentions, film)) {
                notices.append(Notice("\(source.path): \(remark)", at: first.place))
            }
        }
        return notices
    }

    /// Decodes the film at `path` up to `end` and returns what is wrong with it, as clauses
    /// without its name.
    static func remarks(_ path: String, until end: Double? = nil) throws(MediaError) -> [String] {
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

    /// The last moment that is shown, in seconds of the source; nil is its end.
    private static func end(of mentions: [SourceMention], _ film: InspectedFilm) -> Double? {
        let shown = mentions.filter { $0.kind == .picture }
        guard !shown.contains(where: \.loops) else { return nil }
        return shown.map { (Double($0.sourceStart) + $0.sourceDuration) / 1000 + film.info.lead }
            .max()
    }
}
