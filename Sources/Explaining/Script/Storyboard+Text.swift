import Foundation

extension Storyboard {
    /// The storyboard as lines for people: times, what is seen, what is said.
    ///
    /// Times are estimates; pass `fitted` for those of a script that was cut to a length.
    package func text(fitted: FittedScript? = nil) -> String {
        let beats = SpokenBeat.all(of: self, measured: [])
        let table = Timetable(beats, pacing: .natural, rate: 1)
        let times = fitted?.beats ?? table.beats
        let total = fitted?.duration ?? table.duration
        var lines = ["\(title) (\(language), about \(Self.seconds(total)))"]
        for (beat, time) in zip(self.beats, times) {
            lines.append("")
            if let chapter = beat.chapter { lines.append("# \(chapter)") }
            let span = "\(Self.clock(time.start))–\(Self.clock(time.start + time.duration))"
            lines.append("\(span)  \(beat.id): \(beat.visual.words)")
            lines += beat.sentences.map { "    \($0.text)" }
        }
        if !notices.isEmpty { lines.append("") }
        lines += notices.map { "note: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func seconds(_ time: Int) -> String {
        String(format: "%.1f s", Double(time) / 1000)
    }

    private static func clock(_ time: Int) -> String {
        String(format: "%d:%04.1f", time / 60_000, Double(time % 60_000) / 1000)
    }
}

extension Visual {
    /// What is seen, in words.
    package var words: String {
        switch self {
        case .hook(_, let kicker, let title): "title \(quoted(title))" + tail(kicker)
        case .picture(_, let label): "the picture, moving slowly" + tail(label ?? "")
        case .noising: "the picture dissolves into noise"
        case .denoising(_, let steps, let label):
            "noise becomes the picture in \(steps) \(steps == 1 ? "step" : "steps")" + tail(label)
        case .prompt(_, let kicker, let words): "words \(quoted(words))" + tail(kicker)
        case .facts(_, let kicker, let rows, let footnote):
            "card" + tail(kicker) + rows.map { "\n      \($0.name): \($0.value)" }.joined()
                + (footnote.map { "\n      (\($0))" } ?? "")
        case .pixels(_, let label): "the picture as coloured squares" + tail(label)
        case .spotlight(_, let x, let y, _, let heading, let badge):
            "close look at \(place(x, y))" + tail(heading)
                + (badge.map { "\n      [\($0.title): \($0.text)]" } ?? "")
        case .callout(_, let x, let y, let number, let label):
            "detail \(number) at \(place(x, y))" + tail(label)
        case .palette(_, _, let swatches):
            "colours " + swatches.map { "\($0.label) \($0.hex)" }.joined(separator: ", ")
        case .end(_, let takeaway): "end card \(quoted(takeaway))"
        }
    }

    private func quoted(_ text: String) -> String {
        "“\(text.replacingOccurrences(of: "\n", with: " "))”"
    }

    private func tail(_ text: String) -> String { text.isEmpty ? "" : ", \(quoted(text))" }

    private func place(_ x: Double, _ y: Double) -> String {
        let percents = [x, y].map { $0.isFinite ? Int((min(max($0, 0), 1) * 100).rounded()) : 50 }
        return "\(percents[0]) %, \(percents[1]) %"
    }
}
