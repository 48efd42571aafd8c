import Foundation
import Planning
import Speaking

/// Has those sentences of a draft spoken that no sound is there for yet.
struct DraftNarration {
    private let draft: Draft
    private let url: URL

    /// `url` is where the draft lies.
    init(_ draft: Draft, at url: URL) {
        self.draft = draft
        self.url = url
    }

    /// What came of it.
    struct Spoken: Sendable {
        var lines: [(UnspokenLine, SpokenLine)] = []

        /// What went otherwise than the draft asks.
        var notices: [Notice] = []

        /// How many sentences each engine spoke, in the order of the draft.
        var counts: [(engine: String, count: Int)] = []

        /// "2 sentences were spoken by espeak-ng"; nil where none was.
        var summary: String? {
            guard !counts.isEmpty else { return nil }
            return counts.map { engine, count in
                "\(count) \(count == 1 ? "sentence was" : "sentences were") spoken by \(engine)"
            }.joined(separator: ", ")
        }
    }

    /// Speaks all sentences of one voice and language in one run; what was spoken before is not
    /// spoken again.
    ///
    /// - Throws: `MediaError` where sounds can't be kept, `CancellationError`.
    func spoken() async throws -> Spoken {
        let unspoken = draft.unspokenLines
        let language = draft.metadata.lang ?? "en"
        var result = Spoken()
        var order: [NarrationVoice] = []
        var groups: [NarrationVoice: [UnspokenLine]] = [:]
        for line in unspoken {
            let voice = NarrationVoice(line.voice, language: language)
            if groups[voice] == nil { order.append(voice) }
            groups[voice, default: []].append(line)
        }
        for voice in order {
            try await speak(groups[voice] ?? [], by: voice, into: &result)
        }
        return result
    }

    private func speak(
        _ lines: [UnspokenLine], by voice: NarrationVoice, into result: inout Spoken
    ) async throws {
        guard let place = lines.first?.place else { return }
        let (voices, notice) = voice.voices(in: url.deletingLastPathComponent())
        let narrator = Narrator(voices: voices, folder: NarrationFolder.url(for: url))
        let narration = try await narrator.narrate(
            lines.map(\.text), language: voice.language, rate: 1)
        let notices = [notice].compactMap(\.self) + narration.notices
        result.notices += notices.map { Notice($0, at: place) }
        result.lines += zip(lines, narration.lines.map(SpokenLine.init))
        let count = narration.lines.count { $0.path != nil }
        guard let identity = narration.voice, count > 0 else { return }
        let engine = VoiceChoice.engine(of: identity)
        if let index = result.counts.firstIndex(where: { $0.engine == engine }) {
            result.counts[index].count += count
        } else {
            result.counts.append((engine, count))
        }
    }
}

extension SpokenLine {
    fileprivate init(_ line: Narration.Line) {
        self.init(
            source: line.path, duration: line.duration,
            words: line.words.map {
                .init(start: $0.start, duration: max($0.duration, 1), word: $0.word)
            })
    }
}
