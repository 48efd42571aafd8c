import Foundation
import Speaking
import TestSupport
import Testing

@testable import Speaking

@Suite struct RecordedVoiceTests {
    /// About as long as their tones: 1 s each holds some four syllables.
    private let sentences = [
        "Ships came here.", "They brought tea, silk and spices from far away countries.",
        "Why?", "Because the harbour was deep.",
    ]

    /// Sentence 2 has a pause of its own; the truth is where each one starts and ends.
    private let parts: [(Double, Double)] = [
        (0.8, 0.5), (1.2, 0.25), (2.2, 0.6), (0.4, 0.45), (1.6, 0.3),
    ]
    private let truth = [(0.0, 0.8), (1.3, 4.95), (5.55, 5.95), (6.4, 8.0)]

    @Test func sentencesAreCutAtTheirPauses() throws {
        let samples = Recording.tones(parts)
        let ranges = PauseAligner(sentences, samples: samples, sampleRate: 16_000).ranges()
        #expect(ranges.count == 4)
        for (range, truth) in zip(ranges, truth) {
            #expect(abs(Double(range.lowerBound) / 100 - truth.0) <= 0.03)
            #expect(abs(Double(range.upperBound) / 100 - truth.1) <= 0.03)
        }
    }

    @Test func aFileIsSpokenSentenceBySentence() async throws {
        let folder = try TemporaryFolder()
        let lead = [Float](repeating: 0, count: 48_000)
        let samples = lead + Recording.tones(parts, rate: 48_000)
        try Wave.write([samples], to: folder.path("me.wav"))
        let voice = RecordedVoice(path: folder.path("me.wav"))
        let narration = try await Narrator(voices: [voice], folder: folder.url)
            .narrate(sentences, language: "en", rate: 1)
        #expect(narration.notices.isEmpty)
        for (line, truth) in zip(narration.lines, truth) {
            #expect(abs(Double(line.duration) / 1_000 - (truth.1 - truth.0)) <= 0.05)
        }
        #expect(narration.lines[1].words.count == 10)
    }

    @Test func realSpeechIsCutWhereItWasJoined() async throws {
        let sentences = [
            "The old harbour lay quiet under a pale morning sky.", "Boats rocked, gently.",
            "In 2026, more than a thousand people came; most of them by train.",
            "Nobody knows why.", "Perhaps the light, or the sea, or the silence, draws them here.",
        ]
        let speeches = try await ESpeakVoice().speak(sentences, in: "en", rate: 1)
        let rate = speeches[0].sampleRate
        var samples: [Float] = []
        var truth: [Double] = []
        for speech in speeches {
            truth.append(Double(samples.count) / Double(rate))
            samples += speech.samples + [Float](repeating: 0, count: rate * 35 / 100)
        }
        let aligner = PauseAligner(sentences, samples: samples, sampleRate: rate)
        for (range, truth) in zip(aligner.ranges(), truth) {
            #expect(abs(Double(range.lowerBound) / 100 - truth) <= 0.08)
        }
        for (found, joined) in zip(try aligner.speeches(engine: "test"), speeches) {
            #expect(abs(found.milliseconds - joined.milliseconds) <= 50)
        }
    }

    @Test func tooFewPausesStillGiveEverySentenceItsShare() throws {
        let samples = Recording.tones([(2.4, 0)])
        let ranges = PauseAligner(
            ["One two three.", "Four five six.", "Seven nine ten."], samples: samples,
            sampleRate: 16_000
        ).ranges()
        #expect(ranges.count == 3)
        for range in ranges { #expect(50...110 ~= range.count) }
    }

    @Test func aRecordingOfAnotherTextIsRefused() async throws {
        let folder = try TemporaryFolder()
        try Wave.write([Wave.sine(200, seconds: 1)], to: folder.path("short.wav"))
        let text = Array(repeating: "This is a long text.", count: 20)
        let narration = try await Narrator(
            voices: [RecordedVoice(path: folder.path("short.wav"))], folder: folder.url
        ).narrate(text, language: "en", rate: 1)
        #expect(narration.voice == nil)
        #expect(narration.notices.first?.contains("too short for this text") == true)
    }

    @Test func aMissingFileIsNamed() async throws {
        let folder = try TemporaryFolder()
        let narration = try await Narrator(
            voices: [RecordedVoice(path: folder.path("none.wav")), FakeVoice()],
            folder: folder.url
        ).narrate(["Hi."], language: "en", rate: 1)
        #expect(narration.voice == "fake:1")
        #expect(narration.notices.first?.contains("none.wav") == true)
    }
}
