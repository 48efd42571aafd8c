import Foundation

/// A recording of the whole narration, cut into its sentences.
package struct RecordedVoice: Voice {
    private let path: String

    /// `path` names a sound file of any kind that Media reads, at most half an hour long.
    package init(path: String) {
        self.path = path
    }

    /// Size and date stand for the content: a changed recording is another voice.
    package var id: String {
        let facts = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (facts?[.size] as? NSNumber)?.intValue ?? 0
        let date = (facts?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(engine):\(size):\(Int(date))"
    }

    package var needsEverySentence: Bool { true }

    /// A person may record any language.
    package func speaks(_ language: String) -> Bool { true }

    package func shortcomings(rate: Double) -> [String] {
        rate == 1 ? [] : ["\(engine): a recording keeps its own pace"]
    }

    package func speak(
        _ sentences: [String], in language: String, rate: Double
    ) async throws -> [Speech] {
        let samples = try DecodedSound.mono(path, engine: engine)
        return try PauseAligner(
            sentences, samples: samples, sampleRate: DecodedSound.sampleRate
        ).speeches(engine: engine)
    }

    private var engine: String { "recording \(URL(filePath: path).lastPathComponent)" }
}
