import Foundation
import Planning

/// Files as aligned text: a line for each, and below it a line for each place that uses it.
struct SourceTable {
    private let sources: [CheckedSource]

    init(_ sources: [CheckedSource]) { self.sources = sources }

    var lines: [String] {
        let heads = Self.aligned(sources.map { [$0.name, $0.kind, $0.description] })
        let uses = sources.map(\.uses)
        let below = Self.aligned(uses.flatMap { $0 })
        var first = 0
        return zip(heads, uses).flatMap { head, uses in
            defer { first += uses.count }
            return [head] + below[first..<first + uses.count].map { "  " + $0 }
        }
    }

    /// A wider name pushes its own line only.
    private static let widest = 40

    /// Joins the cells of each row so that columns stand below each other.
    private static func aligned(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.compactMap { column < $0.count ? $0[column].count : nil }
                .filter { $0 <= widest }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                column == row.count - 1
                    ? cell
                    : cell + String(repeating: " ", count: max(widths[column] - cell.count, 0))
            }
            return ReportText.printable(cells.joined(separator: "  "))
        }
    }
}

extension CheckedSource {
    fileprivate var kind: String {
        file?.kind ?? "-"
    }

    fileprivate var description: String {
        if let file { return file.description }
        return "can't be used" + (problem.map { ": \($0)" } ?? "")
    }
}

extension CheckedSource {
    /// A row for each place that uses it; for a file that was named itself, what would be done.
    fileprivate var uses: [[String]] {
        guard mentions.isEmpty else { return mentions.map { $0.cells(of: self) } }
        guard let file else { return [] }
        let treatment = Treatment(file)
        let phrases = treatment.picture + treatment.sound
        return phrases.isEmpty ? [] : [["in a draft: " + phrases.joined(separator: ", ")]]
    }
}

extension SourceMention {
    /// The place, the time and what is done.
    fileprivate func cells(of source: CheckedSource) -> [String] {
        let line = place.line > 0 ? "line \(place.line) " : ""
        return [line + place.pointer, time, trouble ?? done(with: source.file)]
    }

    private var trouble: String? {
        problem.map { problem in
            let own = problem.hasPrefix("\(path): ")
            return "PROBLEM: " + (own ? String(problem.dropFirst(path.count + 2)) : problem)
        }
    }

    private func done(with file: InspectedFile?) -> String {
        guard let file else { return "" }
        let phrases = Treatment(file).phrases(for: self)
        return phrases.isEmpty ? "as it is" : phrases.joined(separator: ", ")
    }

    /// "2.5-10 s": on the timeline.
    private var time: String {
        let end = duration.map { Self.seconds(start + $0) } ?? "?"
        return "\(Self.seconds(start))-\(end) s"
    }

    private static func seconds(_ milliseconds: Int) -> String {
        String(format: "%.4g", Double(milliseconds) / 1000)
    }
}
