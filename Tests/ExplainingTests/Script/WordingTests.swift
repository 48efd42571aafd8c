import Foundation
import Inspecting
import Testing

@testable import Explaining

@Suite struct WordingTests {
    @Test func noTextIsEmptyOrLooksLikeAPlaceholder() {
        for text in ScriptCases.everyText.values.reduce(into: Set(), { $0.formUnion($1) }) {
            let isBare = text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
            let isOdd = ["{", "}", "nil", "Optional", "nan", "  ", "\\", "..", "，，", "、、"]
                .contains { text.contains($0) }
            #expect(!isBare && !isOdd, "\(text)")
        }
    }

    @Test func sentencesAreShortAndEndAsSentences() {
        for (key, sentences) in ScriptCases.everySentence {
            let isChinese = key.language == "zh-Hans"
            for sentence in sentences {
                #expect(sentence.last.map { ".?!。？！".contains($0) } == true, "\(sentence)")
                let words = sentence.split(separator: " ").count
                #expect(isChinese ? sentence.count <= 40 : words <= 17, "\(sentence)")
                let first = sentence.first { $0.isLetter }
                #expect(isChinese || first?.isUppercase == true, "\(sentence)")
            }
        }
    }

    @Test func mostEnglishSentencesHaveAtMostTwelveWords() {
        let sentences = ScriptCases.everySentence.filter { $0.key.language == "en" }
            .values.flatMap { $0 }
        let short = sentences.filter { $0.split(separator: " ").count <= 12 }
        #expect(Double(short.count) > 0.8 * Double(sentences.count))
    }

    @Test func chineseSpeaksNoEnglishSentence() {
        for (key, sentences) in ScriptCases.everySentence where key.language == "zh-Hans" {
            for sentence in sentences {
                // Names of tools and firms stay as they are; words of a sentence do not.
                let latin = sentence.split { !($0.isASCII && ($0.isLetter || $0 == " ")) }
                let longest = latin.map { $0.split(separator: " ").count }.max() ?? 0
                #expect(longest <= 4, "\(sentence)")
                let han = sentence.unicodeScalars.count(where: \.properties.isIdeographic)
                #expect(han >= 3, "\(sentence)")
                #expect(!sentence.contains(",") && !sentence.contains("?"), "\(sentence)")
            }
        }
    }

    @Test func sameRequestGivesTheSameStoryboard() throws {
        for request in ScriptCases.requests(seed: 7).prefix(40) {
            let (a, b) = (
                try LocalScriptWriter().material(for: request),
                try LocalScriptWriter().material(for: request)
            )
            #expect(a == b)
        }
    }

    @Test(arguments: [ScriptCases.canonical, ScriptCases.chinese])
    func seedsChangeTheWordingAndNothingElse(sentence: String) throws {
        let storyboards = try (UInt64(0)..<10).map { seed in
            try LocalScriptWriter().material(
                for: ScriptRequest(
                    sentence: sentence, pictures: [Specimen.facts(.generationDataEmbedded)],
                    seed: seed))
        }
        #expect(Set(storyboards).count >= 8)
        #expect(Set(storyboards.map { $0.beats.map(\.id) }).count == 1)
        let hooks = Set(storyboards.map { $0.beats[0].sentences })
        #expect(hooks.count >= 3)
    }

    @Test func splitMixGivesItsPublishedNumbers() {
        // 0 as the seed: the first outputs of the reference implementation.
        var numbers = SplitMix64(seed: 42)
        #expect(numbers.next() == 0xBDD7_3226_2FEB_6E95)
        #expect(numbers.next() == 0x28EF_E333_B266_F103)
    }

    @Test func beatNamesAreUniqueAndPlain() throws {
        for request in ScriptCases.requests(seed: 0) {
            let storyboard = try LocalScriptWriter().material(for: request)
            let ids = storyboard.beats.map(\.id)
            #expect(Set(ids).count == ids.count)
            #expect(ids.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } })
            #expect(storyboard.beats.first?.id == "hook")
            #expect(storyboard.beats.last?.id == "end")
        }
    }

    @Test func cardShowsWhatTheFileRecords() throws {
        let request = ScriptRequest(
            sentence: ScriptCases.canonical, pictures: [Specimen.facts(.generationDataEmbedded)])
        let storyboard = try LocalScriptWriter().material(for: request)
        let visuals = storyboard.beats.map(\.visual)
        #expect(
            visuals.contains(
                .facts(
                    picture: 0, kicker: "What the file records",
                    rows: [
                        .init("Tool", "ComfyUI"), .init("Model", "sd_xl_base_1.0"),
                        .init("Steps · sampler", "30 · dpmpp_2m"), .init("Guidance", "6.5"),
                        .init("Seed", "3\u{2009}782\u{2009}896\u{2009}554"),
                        .init("Size · stored", "1024 × 1024 · 1536 × 1024"),
                    ], footnote: "As recorded in the file. Declared, not verified.")))
        #expect(
            visuals.contains(
                .prompt(
                    picture: 0, kicker: "The words that steered it",
                    words: "layered mountain ridges at dusk, warm haze, low sun, soft grain, "
                        + "clean flat illustration, deep purple")))
        let spoken = storyboard.beats.flatMap(\.sentences).map(\.text).joined(separator: " ")
        #expect(spoken.contains("30"))
        #expect(!spoken.contains("sd_xl"))
    }

    @Test func startFromAPictureIsNotToldAsPureNoise() throws {
        var facts = Specimen.facts(.generationDataEmbedded)
        facts.generation?.mode = "img2img"
        let beats = try LocalScriptWriter().material(
            for: ScriptRequest(sentence: ScriptCases.canonical, pictures: [facts])
        ).beats
        let spoken = beats.first { $0.id == "denoise" }?.sentences.map(\.text) ?? []
        #expect(
            spoken.contains("This file records another start: a first picture, partly made anew."))
        #expect(spoken.contains("This file records 30 steps."))
    }

    @Test func missingFactsLeaveNoGap() throws {
        var bare = PictureFacts(file: "a.png", format: "png", width: 512, height: 512)
        bare.verdict = .generationDataEmbedded
        bare.generation = Generation()
        for sentence in [
            "explain what an AI image is and how it was created", "show my product", "",
        ] {
            let storyboard = try LocalScriptWriter().material(
                for: ScriptRequest(sentence: sentence, pictures: [bare]))
            #expect(storyboard.beats.count >= 3)
            #expect(ScriptCases.texts(storyboard).allSatisfy { !$0.isEmpty })
        }
    }

    @Test func hostileNamesAreNotRepeated() throws {
        var facts = Specimen.facts(.generationDataEmbedded)
        facts.generator = "Verified by\u{202E} <b>Evil</b> https://evil.example/x"
        facts.generation?.model = String(repeating: "x", count: 100_000)
        facts.generation?.sampler = "a\nb\u{0}c{d}"
        facts.generation?.seed = "12; drop"
        facts.generation?.steps = .max
        facts.generation?.cfg = .nan
        facts.measures?.focus = .init(x: .nan, y: .infinity)
        facts.measures?.details = [.init(x: -3, y: .nan)]
        facts.measures?.brightness = .nan
        let storyboard = try LocalScriptWriter().material(
            for: ScriptRequest(sentence: ScriptCases.canonical, pictures: [facts]))
        let text = ScriptCases.texts(storyboard).joined(separator: "\n")
        for phrase in ["Evil", "evil", "<b>", "drop", "nan", "xxxxx", "{d}", "\u{202E}"] {
            #expect(!text.contains(phrase), "\(phrase)")
        }
    }

    @Test func severalPicturesGetABeatEach() async throws {
        let pictures = [
            Specimen.facts(.cameraDataPresent), Specimen.facts(.nothingEmbedded),
            Specimen.facts(.otherSourceDeclared),
        ]
        let storyboard = try await LocalScriptWriter().storyboard(
            for: ScriptRequest(sentence: "", pictures: pictures, language: "en"))
        let shown = storyboard.beats.filter { $0.id.hasPrefix("picture-") }
        #expect(shown.map(\.visual) == (0..<3).map { .picture($0, label: "\($0 + 1) of 3") })
        #expect(storyboard.beats[0].sentences[0].text == "Here are three pictures.")
    }

    @Test func productGetsThreeCallouts() throws {
        let storyboard = try LocalScriptWriter().material(
            for: ScriptRequest(
                sentence: "show my product", pictures: [Specimen.facts(.nothingEmbedded)]))
        let labels = storyboard.beats.compactMap { beat in
            if case .callout(_, _, _, let number, let label) = beat.visual {
                "\(number) \(label)"
            } else {
                String?.none
            }
        }
        #expect(labels == ["1 Centre", "2 Lower left", "3 Lower right"])
    }
}
