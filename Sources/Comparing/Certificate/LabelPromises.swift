import Foundation
import Media

/// What the file says of itself in words.
struct LabelPromises {
    private let stored: StoredLabels
    private let seconds: Double

    /// What the draft has; nil without one.
    private let due: FileLabels?

    init(_ file: StoredFile, _ due: FileLabels?) {
        stored = file.labels
        seconds = file.seconds
        self.due = due
    }

    var all: [Certificate.Promise] { [title, date, encoder, chapters, disclosure] }

    private func promise(_ id: String, _ title: String, _ bar: String) -> Certificate.Promise {
        Certificate.Promise(id, .file, title, bar: bar)
    }

    private var title: Certificate.Promise {
        let promise = promise("title", "Has its title", due.map { "\"\($0.title)\"" } ?? "a title")
        let words = stored.title.map { "\"\($0)\"" } ?? "none"
        guard let due else { return promise.judged(stored.title != nil, words) }
        if due.title.isEmpty, stored.title == nil {
            return promise.lacking("the draft has no title")
        }
        return promise.judged(stored.title == due.title, words)
    }

    /// A date would make two renders of one draft differ, which is promised more strongly.
    private var date: Certificate.Promise {
        let promise = promise("date", "Says when it was made", "a date, if it can be repeated")
        guard let date = stored.date else {
            return promise.lacking("none: the same draft gives the same bytes")
        }
        return promise.judged(true, date)
    }

    private var encoder: Certificate.Promise {
        promise("encoder", "Says what wrote it", "a name")
            .judged(stored.encoder != nil, stored.encoder ?? "none")
    }

    private var chapters: Certificate.Promise {
        let promise = promise(
            "chapters", "Has its chapters",
            due.map { "the draft's \($0.chapters.count), within 1 ms" } ?? "named, in order")
        let found = stored.chapters
        guard let due else {
            guard !found.isEmpty else {
                return promise.lacking("none; whether some are due \(Certificate.needsDraft)")
            }
            let isInOrder = zip(found, found.dropFirst()).allSatisfy { $0.end <= $1.start + 1 }
            let isInside = found.allSatisfy {
                !$0.title.isEmpty && $0.start < $0.end && Double($0.start) < 1000 * seconds
            }
            return promise.judged(isInOrder && isInside, "\(found.count)")
        }
        if due.chapters.isEmpty, found.isEmpty {
            return promise.lacking("the draft has no chapters")
        }
        let isSame =
            found.count == due.chapters.count
            && zip(found, due.chapters).allSatisfy {
                $0.title == $1.title && abs($0.start - $1.start) <= 1
            }
        return promise.judged(isSame, Self.words(found, due.chapters))
    }

    private static func words(
        _ found: [FileLabels.Chapter], _ due: [FileLabels.Chapter]
    ) -> String {
        let odd = zip(found, due).first { $0.title != $1.title || abs($0.start - $1.start) > 1 }
        let first = odd.map { found, due in
            ": \"\(found.title)\" at \(Wording.moment(Double(found.start) / 1000)) instead of "
                + "\"\(due.title)\" at \(Wording.moment(Double(due.start) / 1000))"
        }
        return "\(found.count)" + (first ?? "")
    }

    private var disclosure: Certificate.Promise {
        let term = due?.sourceType?.split(separator: "/").last.map(String.init)
        let promise = promise(
            "disclosure", "Says how its pictures came to be", term ?? "IPTC's digital source type")
        guard let due else {
            return stored.sourceType.map { promise.judged(true, $0) }
                ?? promise.lacking("nothing said; whether it is due \(Certificate.needsDraft)")
        }
        if due.sourceType == nil, stored.sourceType == nil {
            return promise.lacking("the draft's pictures say nothing of it")
        }
        return promise.judged(stored.sourceType == term, stored.sourceType ?? "nothing said")
    }
}
