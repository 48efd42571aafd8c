import Foundation
import Running

/// Piper: a neural engine of many languages, as a command with a voice file.
///
/// The process loads the model once and writes one file for each line of text.
package struct PiperVoice: Voice {
    static let engine = "piper"

    private let model: String
    private let program: String
    private let limit: TimeLimit

    /// `model` is the path of a voice, "en_US-lessac-medium.onnx", with its `.onnx.json` beside it.
    package init(
        model: String, program: String = "piper",
        limit: TimeLimit = TimeLimit(start: 30, perSecond: 2)
    ) {
        self.model = model
        self.program = program
        self.limit = limit
    }

    package var id: String {
        let facts = try? FileManager.default.attributesOfItem(atPath: model)
        let size = (facts?[.size] as? NSNumber)?.intValue ?? 0
        return "\(Self.engine):\(URL(filePath: model).lastPathComponent):\(size)"
    }

    /// By the voice's description, else by its name; what neither tells is tried.
    package func speaks(_ language: String) -> Bool {
        guard let spoken = Self.language(of: model) else { return true }
        return spoken == Self.primary(language)
    }

    package func speak(
        _ sentences: [String], in language: String, rate: Double
    ) async throws -> [Speech] {
        guard let program = Executable.find(program) else {
            throw SpeechError(
                Self.engine, "there is no program '\(program)' on PATH; install Piper")
        }
        guard FileManager.default.fileExists(atPath: model) else {
            throw SpeechError(Self.engine, "there is no voice file \(model)")
        }
        let work = try WorkFolder(for: Self.engine)
        let lines = sentences.map { ESpeakVoice.speakable($0) + "\n" }.joined()
        try await EngineRun(
            engine: Self.engine, program: program,
            arguments: [
                "--model", URL(filePath: model).path, "--output_dir", work.url.path,
                "--length_scale", "\(1 / rate)",
            ],
            input: Data(lines.utf8), limit: limit.seconds(for: sentences, rate: rate)
        ).run(in: work)
        let files = try files(in: work, count: sentences.count)
        return try zip(sentences, files).map { sentence, file in
            Speech(
                timing: sentence,
                samples: try DecodedSound.mono(work.path(file), engine: Self.engine),
                sampleRate: DecodedSound.sampleRate)
        }
    }

    /// Files are named after the clock: their numbers rise with the lines.
    private func files(in work: WorkFolder, count: Int) throws(SpeechError) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: work.url.path)) ?? []
        let files = names.filter { $0.hasSuffix(".wav") }
            .sorted { ($0.count, $0) < ($1.count, $1) }
        guard files.count == count else {
            throw SpeechError(
                Self.engine, "it wrote \(files.count) files for \(count) sentences")
        }
        return files
    }

    /// The primary language of a voice: "en".
    private static func language(of model: String) -> String? {
        struct Description: Decodable {
            struct Language: Decodable { var code: String }
            var language: Language?
        }
        if let data = FileManager.default.contents(atPath: model + ".json"),
            let code = (try? JSONDecoder().decode(Description.self, from: data))?.language?.code
        {
            return primary(code)
        }
        let name = URL(filePath: model).lastPathComponent
        guard let code = name.split(separator: "-").first, code.contains("_") else { return nil }
        return primary(String(code))
    }

    private static func primary(_ tag: String) -> String? {
        tag.lowercased().split { $0 == "-" || $0 == "_" }.first.map(String.init)
    }
}
