import Foundation
import Running

/// Any program that turns text into a sound file.
///
/// It runs once for all sentences, without a shell. Its arguments may hold `{text}`, `{out}` and
/// `{rate}`; without `{text}` the text comes on standard input, without `{out}` the sound is taken
/// from standard output. Sentences are parted by an empty line and found again by their pauses.
package struct CommandVoice: Voice {
    private let words: [String]
    private let limit: TimeLimit
    private let mostBytes: Int

    /// `words` are the program and its arguments.
    package init(
        _ words: [String], limit: TimeLimit = TimeLimit(start: 20, perSecond: 3),
        mostBytes: Int = 800_000_000
    ) {
        self.words = words
        self.limit = limit
        self.mostBytes = mostBytes
    }

    package var id: String {
        var hash = ContentHash()
        words.forEach { hash.add($0) }
        return "\(engine):\(hash.hex)"
    }

    /// Only its user knows.
    package func speaks(_ language: String) -> Bool { true }

    package func shortcomings(rate: Double) -> [String] {
        rate == 1 || words.contains { $0.contains("{rate}") }
            ? [] : ["\(engine): it has no {rate}, so it speaks at its own pace"]
    }

    package func speak(
        _ sentences: [String], in language: String, rate: Double
    ) async throws -> [Speech] {
        guard let program = words.first.flatMap({ Executable.find($0) }) else {
            throw SpeechError(engine, "there is no program '\(words.first ?? "")' on PATH")
        }
        let work = try WorkFolder(for: engine)
        let text = sentences.map(ESpeakVoice.speakable).joined(separator: "\n\n") + "\n"
        try await EngineRun(
            engine: engine, program: program,
            arguments: arguments(text: text, out: work.path("out.wav"), rate: rate),
            input: takesText ? Data() : Data(text.utf8),
            limit: limit.seconds(for: sentences, rate: rate), mostBytes: mostBytes
        ).run(in: work)
        let samples = try DecodedSound.mono(
            work.path(givesFile ? "out.wav" : EngineRun.output), engine: engine)
        return try PauseAligner(
            sentences, samples: samples, sampleRate: DecodedSound.sampleRate
        ).speeches(engine: engine)
    }

    private var engine: String {
        "command \(URL(filePath: words.first ?? "").lastPathComponent)"
    }

    private var takesText: Bool { words.dropFirst().contains { $0.contains("{text}") } }

    private var givesFile: Bool { words.dropFirst().contains { $0.contains("{out}") } }

    /// The text goes in last: what it holds is never taken for a placeholder.
    private func arguments(text: String, out: String, rate: Double) -> [String] {
        words.dropFirst().map {
            $0.replacing("{out}", with: out).replacing("{rate}", with: "\(rate)")
                .replacing("{text}", with: text)
        }
    }
}
