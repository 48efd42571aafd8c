import Foundation
import Testing

@testable import Planning

/// Which written word lights up with which spoken one.
struct SpeechTests {
    /// Speaks `spoken`, a word each 100 ms, over `written`.
    ///
    /// - Returns: the words of the text as they light up, each with the indices of its first and
    ///   last spoken word.
    private func parts(_ written: String, _ spoken: [String]) -> [String] {
        let timings = spoken.enumerated().map {
            Draft.Segment.WordTiming(start: 100 * $0.offset, duration: 100, word: $0.element)
        }
        let matches = SpeechAlignment(timings, in: TextTokens(written)).matches
        let text = Array(written)
        let ends = matches.dropFirst().map(\.start) + [text.count]
        return zip(matches, ends).map { match, end in
            let word = String(text[match.start..<end]).trimmingCharacters(in: .whitespaces)
            let (first, last) = (match.from / 100, match.until / 100 - 1)
            return first == last ? "\(word) \(first)" : "\(word) \(first)-\(last)"
        }
    }

    @Test func caseAndPunctuationDontCount() {
        #expect(
            parts("“Light,” she said: Waves — and more!", ["light", "SHE", "Said", "waves,"])
                == ["“Light,” 0", "she 1", "said: 2", "Waves — and more! 3"])
        #expect(parts("Die Straße", ["die", "STRASSE"]) == ["Die 0", "Straße 1"])
        #expect(parts("cafe\u{301} au lait", ["café", "au", "lait"]).count == 3)
    }

    @Test func oneWrittenWordMayBeSpokenAsSeveral() {
        #expect(
            parts("a well-known fact", ["a", "well", "known", "fact"])
                == ["a 0", "well-known 1-2", "fact 3"])
        #expect(parts("don't go", ["don", "'t", "go"]) == ["don't 0-1", "go 2"])
        #expect(
            parts("in 2024 it rained", ["in", "twenty", "twenty", "four", "it", "rained"])
                == ["in 0", "2024 1-3", "it 4", "rained 5"])
        #expect(
            parts("so 12 of 30", ["so", "twelve", "of", "thirty"])
                == ["so 0", "12 1", "of 2", "30 3"])
    }

    @Test func oneSpokenWordMayCoverSeveralWrittenOnes() {
        #expect(
            parts("New York is big", ["New York", "is", "big"])
                == ["New York 0", "is 1", "big 2"])
    }

    @Test func wordsWithoutTimingGoWithTheOneBefore() {
        #expect(
            parts("the very old red house", ["the", "old", "house"])
                == ["the very 0", "old red 1", "house 2"])
    }

    @Test func aWordThatIsNotWrittenLeavesTheOthersInPlace() {
        #expect(
            parts("apples and pears", ["a", "apples", "um", "and", "pears"])
                == ["apples 1-2", "and 3", "pears 4"])
        // The next "the" is far away: it must not swallow the words between.
        let text = "so one two three four five six seven eight nine ten the end"
        let spoken = ["so", "the", "one", "two", "three", "four"]
        #expect(parts(text, spoken).prefix(3) == ["so 0-1", "one 2", "two 3"])
    }

    @Test func repeatedWordsLightUpInTurn() {
        #expect(
            parts("the more the better", ["the", "more", "the", "better"])
                == ["the 0", "more 1", "the 2", "better 3"])
    }

    @Test func chineseIsFoundByCharacters() {
        #expect(
            parts("黄昏的山峦，温暖的“薄雾”。", ["黄昏", "的", "山峦", "温暖", "的", "薄", "雾"])
                == ["黄昏 0", "的 1", "山峦， 2", "温暖 3", "的 4", "“薄 5", "雾”。 6"])
        #expect(parts("用AI画图", ["用", "AI", "画图"]) == ["用 0", "AI 1", "画图 2"])
        #expect(parts("2024年，你好", ["2024", "年", "你好"]) == ["2024 0", "年， 1", "你好 2"])
    }

    @Test func arabicIsFoundByWords() {
        #expect(parts("مرحبا بالعالم", ["مرحبا", "بالعالم"]).count == 2)
    }

    @Test func wordsThatAreNotOrderedAreSortedByTime() {
        let timings = [
            Draft.Segment.WordTiming(start: 500, duration: 100, word: "b"),
            Draft.Segment.WordTiming(start: 0, duration: 100, word: "a"),
        ]
        let matches = SpeechAlignment(timings, in: TextTokens("a b")).matches
        #expect(matches.map(\.from) == [0, 500])
    }

    @Test func nothingToSayLightsNothing() {
        #expect(parts("", ["a"]).isEmpty)
        #expect(parts("…!", ["a"]).isEmpty)
        #expect(parts("a b", ["—", ""]).isEmpty)
    }

    private func speech(_ segment: String, m: String = "{}") throws -> TextSpeech {
        let plan = try plan(texts(segment, m: m))
        guard case .text(let text)? = plan.tracks.first?.clips.first?.content else {
            throw CancellationError()
        }
        return try #require(text.speech)
    }

    @Test func aWordIsCurrentUntilTheNextButForAPause() throws {
        // At 30 frames a second: 100 ms are 3 frames.
        let speech = try speech(
            #"{"tx":"a b c d","wt":[[0,100,"a"],[400,100,"b"],[801,100,"c"],[900,200,"d"]]}"#)
        #expect(speech.words.map(\.start) == [0, 2, 4, 6])
        let times = speech.words.map { [$0.from, $0.until] }
        for (found, wanted) in zip(times, [[0, 12], [12, 15], [24.03, 27], [27, 33]]) {
            #expect(zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-9 })
        }
    }

    @Test func colorsCrossFadeAndAlwaysSumToOne() throws {
        let speech = TextSpeech(
            words: [.init(start: 0, from: 10, until: 11)], highlight: .white, dimming: 0.5,
            fade: 2.4)
        for step in 0..<200 {
            let mix = speech.mix(of: speech.words[0], at: Double(step) / 10)
            #expect([mix.ahead, mix.current, mix.spoken].allSatisfy { (0...1).contains($0) })
            #expect(abs(mix.ahead + mix.current + mix.spoken - 1) < 1e-12)
        }
        let half = speech.mix(of: speech.words[0], at: 11.2)
        #expect(abs(half.ahead - 0.5) < 1e-9 && abs(half.spoken - 0.2 / 2.4) < 1e-9)
    }

    @Test func captionsDimLessThanTitles() throws {
        let words = #""tx":"a","wt":[[0,9,"a"]]"#
        #expect(try speech(#"{\#(words),"st":{"preset":"caption"}}"#).dimming == 0.55)
        let light = try speech(
            #"{\#(words),"st":{"preset":"caption"}}"#, m: #"{"theme":"clean"}"#)
        #expect(light.dimming == 0.7)
        #expect(try speech(#"{\#(words)}"#).dimming == 0.34)
        #expect(try speech(#"{\#(words)}"#).highlight.hex == "#FFC48A")
    }

    private func steps(_ animation: String, _ rest: String) throws -> TextAnimation {
        let plan = try plan(texts(#"{"anim":{\#(animation)},\#(rest)}"#))
        guard case .text(let text)? = plan.tracks.first?.clips.first?.content else {
            throw CancellationError()
        }
        return text.animation
    }

    @Test func typingTakes45MillisecondsAGraphemeAtMost60PercentOfTheSegment() throws {
        let typed = try #require(
            try steps(#""in":"typewriter""#, #""d":9000,"tx":"ab e\u0301f"# + #"""#).entranceSteps)
        #expect(typed.starts == [0, 1, 2, 3, 4] && typed.fade == 0)
        #expect(abs(typed.interval - 1.35) < 1e-9)
        let long = String(repeating: "x", count: 101)
        let hurried = try #require(
            try steps(#""in":"typewriter""#, #""d":2000,"tx":"\#(long)""#).entranceSteps)
        #expect(abs(hurried.interval * 100 - 0.6 * 60) < 1e-9)
    }

    @Test func wordsComeOneByOneAndGoInReverse() throws {
        let animation = try steps(
            #""in":"word","out":"word","d":200"#, #""d":4000,"tx":"one, two three""#)
        let steps = try #require(animation.entranceSteps)
        #expect(steps.starts == [0, 5, 9])
        #expect(abs(steps.interval - 5.4) < 1e-9 && abs(steps.fade - 6) < 1e-9)
        #expect(steps.share(of: 0, at: 0) == 0 && steps.share(of: 0, at: 6) == 1)
        #expect(abs(steps.share(of: 1, at: 5.4 + 3) - 0.875) < 1e-9)
        #expect(!steps.isComplete(at: 16) && steps.isComplete(at: 16.81))
        #expect(animation.exitSteps?.starts == [0, 5, 9])
    }
}
