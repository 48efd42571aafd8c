import Editing
import Foundation
import Planning

/// What stands below the picture.
struct PreviewStatus {
    var frame = 0
    var count = 0
    var rate = FrameRate(30)
    var borders: [Int] = []
    var labels: [String] = []
    var notices = 0
    var isPlaying = false

    /// What is being done, as "reading".
    var work: String?

    /// What a key did.
    var note: String?

    /// Why the picture is not what the file says.
    var problem: String?

    static let keys =
        "← → frame  [ ] second  j k segment  space play  s snapshot  r reload  q quit"

    /// The two lines, at most `columns` wide.
    func lines(columns: Int) -> [String] {
        let first = Self.cut(words.joined(separator: "  "), to: columns)
        if let note { return [first, Self.cut(note, to: columns)] }
        if let problem {
            return [first, "\u{1B}[31m" + Self.cut(problem, to: columns)]
        }
        return [first, strip(columns)]
    }

    private var words: [String] {
        guard count > 0 else { return [work ?? "no picture"] }
        let marks = [
            Self.timeCode(frame, at: rate), "frame \(frame) of \(count)",
            isPlaying ? "playing, no sound" : nil, work,
            notices > 0 ? "\(notices) \(notices == 1 ? "notice" : "notices")" : nil,
        ]
        return marks.compactMap(\.self) + [
            labels.map { Self.cut($0, to: 32) }.joined(separator: " | ")
        ]
    }

    /// `mm:ss:ff`: minutes, seconds, and the frame of the second.
    static func timeCode(_ frame: Int, at rate: FrameRate) -> String {
        let seconds = frame * rate.denominator / rate.numerator
        let first = rate.frameIndex(atOrAfterMilliseconds: 1000 * seconds)
        return String(format: "%02d:%02d:%02d", seconds / 60, seconds % 60, frame - first)
    }

    /// The timeline: where segments meet, and where the frame lies.
    private func strip(_ columns: Int) -> String {
        guard count > 0, columns > 0 else { return "" }
        func column(_ frame: Int) -> Int { frame * (columns - 1) / max(count - 1, 1) }
        var line = Array(repeating: "─", count: columns)
        for border in borders { line[column(border)] = "┼" }
        line[column(frame)] = "\u{1B}[7m┃\u{1B}[27m"
        return line.joined()
    }

    /// Returns `text` on one line that steers no terminal, its end cut where it is too long.
    static func cut(_ text: String, to columns: Int) -> String {
        let lines = wrapped(text, to: columns)
        guard lines.count > 1, let first = lines.first else { return lines.first ?? "" }
        let isFull = DisplayWidth.of(first) >= columns
        return (isFull ? String(first.dropLast()) : first) + "…"
    }

    /// Returns the lines of at most `columns` that `text` takes; it steers no terminal.
    static func wrapped(_ text: some StringProtocol, to columns: Int) -> [String] {
        var (lines, width) = ([""], 0)
        for character in ReportText.printable(String(text)).replacing("\n", with: " ") {
            width += DisplayWidth.of(character)
            if width > columns {
                lines.append("")
                width = DisplayWidth.of(character)
            }
            lines[lines.count - 1].append(character)
        }
        return lines
    }
}
