/// Lines that were typed before, and a walk through them.
package struct LineHistory: Hashable, Sendable {
    /// The oldest first.
    package private(set) var lines: [String]

    /// The most that are kept.
    package static let most = 500

    /// Which of `lines` is shown; their count for the line that is new.
    private var place: Int

    /// The new line, while an old one is shown.
    private var fresh = ""

    package init(_ lines: [String] = []) {
        self.lines = Array(lines.suffix(Self.most))
        place = self.lines.count
    }

    /// Adds a line and ends the walk; one that was just typed before is not kept twice.
    package mutating func add(_ line: String) {
        if !line.isEmpty, line != lines.last { lines.append(line) }
        lines = Array(lines.suffix(Self.most))
        place = lines.count
        fresh = ""
    }

    /// Returns the line before the one that is shown, which is `current`; nil where there is none.
    package mutating func older(than current: String) -> String? {
        guard place > 0 else { return nil }
        if place == lines.count { fresh = current }
        place -= 1
        return lines[place]
    }

    /// Returns the line after the one that is shown; nil where there is none.
    package mutating func newer() -> String? {
        guard place < lines.count else { return nil }
        place += 1
        return place == lines.count ? fresh : lines[place]
    }
}
