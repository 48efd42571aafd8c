import Foundation

extension ObjectReader {
    /// Reads `chapters`, rows of `[ms, "title"]` in order of time.
    mutating func chapters() -> [Chapter]? {
        let expected = "[ms, \"title\"]"
        guard let rows = array("chapters", expected: "an array of \(expected)") else { return nil }
        var chapters: [Chapter] = []
        for (index, row) in rows.enumerated() {
            record("chapters/\(index)", row.place)
            guard let items = items(of: row, expected: expected) else { continue }
            guard items.count == 2, case .string(let title) = items[1].node.value, !title.isEmpty
            else {
                log.add(.value(expected: expected, found: "another array"), at: row.place)
                continue
            }
            let first = chapters.last.map { $0.start + 1 } ?? 0
            let expected = "an integer of at least \(first) (milliseconds, in order of time)"
            guard let time = integer(items[0], first...Draft.longestTime + 1, expected) else {
                continue
            }
            chapters.append(Chapter(start: time, title: title))
        }
        return chapters
    }

    /// Reads `source_type`, a term of IPTC's or its URI.
    mutating func sourceType() -> DigitalSourceType? {
        guard var found = find("source_type") else { return nil }
        if case .string(let text) = found.node.value {
            for scheme in ["http", "https"] {
                let start = DigitalSourceType.vocabulary.replacing("http:", with: "\(scheme):")
                guard text.hasPrefix(start) else { continue }
                found.node.value = .string(String(text.dropFirst(start.count)))
            }
        }
        return word(found)
    }
}
