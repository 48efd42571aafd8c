import Foundation

/// Lines of a report: headings, paragraphs, and rows of a label and its text.
struct ReportText {
    private(set) var lines: [String] = []

    private static let width = 80
    private static let indent = "  "
    private static let labelWidth = 14

    /// Starts a section.
    mutating func add(heading: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(heading)
    }

    /// Adds text that is wrapped at words.
    mutating func add(_ paragraph: String) {
        let room = Self.width - Self.indent.count
        for line in Self.wrapped(paragraph, room: room) { lines.append(Self.indent + line) }
    }

    /// Adds a labelled text; nil and empty texts leave no row.
    mutating func add(_ label: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        let room = Self.width - Self.indent.count - Self.labelWidth
        let padded = label.padding(toLength: Self.labelWidth, withPad: " ", startingAt: 0)
        let blank = String(repeating: " ", count: Self.labelWidth)
        for (index, line) in Self.wrapped(text, room: room).enumerated() {
            lines.append(Self.indent + (index == 0 ? padded : blank) + line)
        }
    }

    /// Returns lines of at most `room` characters.
    ///
    /// A longer word has a line of its own, and line ends stay.
    private static func wrapped(_ text: String, room: Int) -> [String] {
        printable(text).split(separator: "\n").flatMap { line in
            line.split(separator: " ").reduce(into: [String]()) { lines, word in
                if let last = lines.last, last.count + 1 + word.count <= room {
                    lines[lines.count - 1] = "\(last) \(word)"
                } else {
                    lines.append(String(word))
                }
            }
        }
    }

    /// Text of a file must not steer the terminal or turn its lines around.
    static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            if scalar == "\n" { return "\n" }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: return " "
            case .format where isTurning(scalar): return " "
            default: return scalar
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Embeddings, overrides and isolates of UAX 9.
    private static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
