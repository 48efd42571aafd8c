package import Foundation
import Running

/// The English voice of hibari-tts: a small neural model in a private Python environment.
///
/// Python starts once for all sentences. Nothing is fetched: only the voice inside the package is
/// used, and the driver takes the network away from the process before it loads the package.
package struct HibariVoice: Voice {
    static let engine = "hibari"

    /// The voice inside the package: American English, female.
    static let name = "heart"

    private let folder: URL
    private let limit: TimeLimit

    /// `folder` is the virtual environment that `scripts/setup` makes.
    package init(
        folder: URL = VoiceFolder.hibari, limit: TimeLimit = TimeLimit(start: 20, perSecond: 1)
    ) {
        self.folder = folder
        self.limit = limit
    }

    package var id: String { "\(Self.engine)-\(version ?? "missing"):\(Self.name)" }

    /// The version that is installed, nil where there is none.
    package var version: String? {
        guard Executable.find(python) != nil else { return nil }
        // The stamp is written last: a half-made environment has none.
        let stamp = folder.appending(path: "explainer-stamp")
        guard let text = try? String(contentsOf: stamp, encoding: .utf8) else { return nil }
        let version = text.prefix(32).trimmingCharacters(in: .whitespacesAndNewlines)
        return version.isEmpty ? nil : version
    }

    package func speaks(_ language: String) -> Bool {
        language.lowercased().split { $0 == "-" || $0 == "_" }.first == "en"
    }

    package func speak(
        _ sentences: [String], in language: String, rate: Double
    ) async throws -> [Speech] {
        guard version != nil else {
            throw SpeechError(Self.engine, "it is not installed; run scripts/setup")
        }
        let work = try WorkFolder(for: Self.engine)
        try await run(sentences, rate: rate, in: work)
        let replies = try replies(in: work, count: sentences.count)
        return try zip(sentences, replies).enumerated().map { index, pair in
            let samples = try DecodedSound.mono(work.path("\(index).wav"), engine: Self.engine)
            return Speech(
                timing: pair.0, weights: pair.1.phonemes.map(WordWeights.byPhonemes),
                samples: samples, sampleRate: DecodedSound.sampleRate)
        }
    }

    private var python: String { folder.appending(path: "bin/python").path }

    private func run(_ sentences: [String], rate: Double, in work: WorkFolder) async throws {
        let encoder = JSONEncoder()
        var input = Data()
        for sentence in sentences {
            let words = TextWord.split(sentence).map(\.text)
            input += try encoder.encode(HibariDriver.Request(text: sentence, words: words))
            input.append(UInt8(ascii: "\n"))
        }
        try await EngineRun(
            engine: Self.engine, program: python,
            arguments: ["-I", "-X", "utf8", "-c", HibariDriver.program, "\(rate)", work.url.path],
            environment: Self.environment(home: work.url.path), input: input,
            limit: limit.seconds(for: sentences, rate: rate)
        ).run(in: work)
    }

    /// Nothing of the user's Python, and no way to the network by a proxy.
    private static func environment(home: String) -> [String: String] {
        [
            "PATH": "/usr/bin:/bin", "HOME": home, "HIBARI_HOME": home, "TMPDIR": home,
            "HF_HUB_OFFLINE": "1", "http_proxy": "http://127.0.0.1:9",
            "https_proxy": "http://127.0.0.1:9", "OMP_NUM_THREADS": "1",
        ]
    }

    private func replies(
        in work: WorkFolder, count: Int
    ) throws(SpeechError) -> [HibariDriver.Reply] {
        let lines =
            (FileManager.default.contents(atPath: work.path(EngineRun.output)) ?? Data())
            .split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        let replies = lines.compactMap { try? decoder.decode(HibariDriver.Reply.self, from: $0) }
        guard replies.count == count else {
            throw SpeechError(
                Self.engine,
                "it answered \(replies.count) of \(count) sentences; "
                    + "run scripts/setup again to repair it")
        }
        return replies
    }
}
