import Speaking
import TestSupport
import Testing

@testable import Speaking

@Suite struct ESpeakTests {
    private let voice = ESpeakVoice()

    @Test(arguments: [
        ("en", "In 2026, 1,234 pixels moved; Smith's map was done."),
        ("zh-Hans", "地图显示了旧港口，船只停靠。2026年有1234人。"),
        ("de-AT", "Der Dampfer legte um 7:30 Uhr ab, z.B. nach Linz."),
        ("en-GB", "A naïve café 😀 — open & warm?"),
    ])
    func wordsAreWholeAscendingAndInsideTheSound(language: String, sentence: String) async throws {
        let speech = try #require(
            try await voice.speak([sentence], in: language, rate: 1).first)
        #expect(speech.words.map(\.word) == TextWord.split(sentence).map(\.text))
        let length = speech.samples.count * 1_000 / speech.sampleRate
        var earliest = 0
        for word in speech.words {
            #expect(word.start >= earliest && word.duration > 0, "\(word)")
            #expect(word.start + word.duration <= length + 1, "\(word)")
            earliest = word.start + word.duration
        }
    }

    @Test func numbersAreOneWordThatLastsAsLongAsItsNumerals() async throws {
        let speech = try #require(
            try await voice.speak(["In 2026, 1,234 pixels"], in: "en", rate: 1).first)
        let words = speech.words
        #expect(words.map(\.word) == ["In", "2026,", "1,234", "pixels"])
        // Five syllables against one, seven against two.
        #expect(words[1].duration > 3 * words[0].duration)
        #expect(words[2].duration > 2 * words[3].duration)
    }

    @Test func eachChineseCharacterHasItsTime() async throws {
        let speech = try #require(
            try await voice.speak(["船只在这里停靠"], in: "zh", rate: 1).first)
        #expect(speech.words.count == 7)
        for word in speech.words { #expect(100...600 ~= word.duration, "\(word)") }
    }

    @Test(arguments: ["en", "zh", "fr"])
    func atMostTwentyMillisecondsOfSilenceStandAtTheEnds(language: String) async throws {
        let speech = try #require(
            try await voice.speak(["Paris, 2026 !"], in: language, rate: 1).first)
        let loud = 0.004 * (speech.samples.map(abs).max() ?? 0)
        let margin = speech.sampleRate / 50
        #expect(speech.samples.prefix(margin).contains { abs($0) > loud })
        #expect(speech.samples.suffix(margin).contains { abs($0) > loud })
    }

    @Test func rateChangesTheLength() async throws {
        let sentence = ["The old harbour lay quiet under a pale morning sky."]
        let slow = try #require(try await voice.speak(sentence, in: "en", rate: 0.75).first)
        let fast = try #require(try await voice.speak(sentence, in: "en", rate: 1.5).first)
        let ratio = Double(slow.samples.count) / Double(fast.samples.count)
        #expect(1.6...2.4 ~= ratio)
    }

    @Test(arguments: ["en", "zh-Hans", "zh_TW", "pt-BR", "de-CH", "ar", "hi", "nb", "yue"])
    func manyLanguagesAreSpoken(tag: String) {
        #expect(voice.speaks(tag))
    }

    @Test(arguments: ["tlh", "", "-", "x-klingon"])
    func unknownLanguagesAreNot(tag: String) {
        #expect(!voice.speaks(tag))
    }

    @Test func chineseIsReadByMandarinAndCantonese() {
        let known: Set = ["cmn", "yue", "en-us", "en-gb", "de"]
        #expect(ESpeakLanguage.name(for: "zh-Hans", known: known) == "cmn")
        #expect(ESpeakLanguage.name(for: "zh-HK", known: known) == "yue")
        #expect(ESpeakLanguage.name(for: "en", known: known) == "en-us")
        #expect(ESpeakLanguage.name(for: "en-GB", known: known) == "en-gb")
        #expect(ESpeakLanguage.name(for: "fr", known: known) == nil)
    }

    @Test func kanjiAreRefusedBecauseTheyWouldBeSpelledInEnglish() async {
        await #expect(throws: SpeechError.self) {
            _ = try await voice.speak(["今日は"], in: "ja", rate: 1)
        }
    }

    @Test func unknownVariantsAreRefused() async {
        await #expect(throws: SpeechError.self) {
            _ = try await ESpeakVoice(variant: "../../x").speak(["Hi"], in: "en", rate: 1)
        }
    }

    @Test func controlsAndNullsDoNotCutTheText() async throws {
        let speech = try #require(
            try await voice.speak(["One\u{0}two\nthree"], in: "en", rate: 1).first)
        #expect(speech.words.map(\.word) == ["One", "two", "three"])
        #expect(speech.words.allSatisfy { $0.duration > 50 })
    }
}
