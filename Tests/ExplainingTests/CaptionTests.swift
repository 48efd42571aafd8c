import Foundation
import Planning
import Speaking
import Testing

@testable import Explaining

private func cues(_ texts: [String], limit: Int = 42, perLetter: Int = 66) -> [CaptionCue] {
    var start = 0
    let lines = texts.map { text in
        let spoken = ComposedSpecimen.line(text, perLetter: perLetter)
        defer { start += spoken.duration + 300 }
        return TimedBeat.Line(start: start, spoken: spoken, speed: 1)
    }
    return CaptionCutter(charactersInLine: limit).cues(for: lines)
}

private let sentences = [
    "An AI image is a picture computed by a model that learned patterns from many example images, "
        + "instead of being captured by a lens or drawn stroke by stroke.",
    "It took thirty rounds.",
    "Training: take a picture, add noise in many small steps, and teach a network to predict the "
        + "noise that was added.",
    "The seed fixes the starting noise, so the same model, the same settings and the same seed "
        + "give nearly the same image again.",
]

@Test(arguments: [32, 42])
func captionsHaveAtMostTwoLinesOfTheirLength(limit: Int) {
    for cue in cues(sentences, limit: limit) {
        let lines = cue.text.split(separator: "\n")
        #expect((1...2).contains(lines.count), "\(cue.text)")
        for line in lines { #expect(line.count <= limit, "\(line)") }
    }
}

@Test func chineseLinesHaveAtMostSixteenCharacters() {
    let text = "它是由模型根据大量图片学到的规律计算出来的，而不是由镜头拍下，也不是一笔一笔画出来的。"
    for cue in cues([text], limit: 42, perLetter: 220) {
        for line in cue.text.split(separator: "\n") {
            #expect(line.count <= 16, "\(line)")
            #expect(!"，。、".contains(line.first ?? " "), "a line begins with a comma: \(line)")
        }
    }
}

@Test func captionsHoldEveryWordOnce() {
    for sentence in sentences {
        let shown = cues([sentence]).map(\.text).joined(separator: " ")
        #expect(shown.replacingOccurrences(of: "\n", with: " ") == sentence)
        #expect(cues([sentence]).flatMap(\.words).map(\.word).joined(separator: " ") == sentence)
    }
}

@Test func aCaptionAppearsWithItsSentenceAndLeavesBeforeTheNext() {
    let all = cues(sentences)
    var start = 0
    for sentence in sentences {
        #expect(all.contains { $0.start == start }, "no cue begins at \(start)")
        start += ComposedSpecimen.line(sentence).duration + 300
    }
    for (cue, next) in zip(all, all.dropFirst()) { #expect(cue.end <= next.start) }
}

@Test func aShortCaptionStaysASecond() {
    let cue = cues(["Yes."])[0]
    #expect(cue.end - cue.start >= 1000)
}

@Test func wordsFollowTheVoice() {
    for cue in cues(sentences) {
        for (word, next) in zip(cue.words, cue.words.dropFirst()) {
            #expect(word.start <= next.start)
            #expect(word.start >= 0)
        }
        #expect((cue.words.last?.start ?? 0) < cue.end - cue.start)
    }
    // The second word of the second sentence begins after "It" (two letters and a gap).
    let line = ComposedSpecimen.line(sentences[1])
    #expect(cues([sentences[1]])[0].words[1].start == line.words[1].start)
}

@Test func linesEndWhereTheSenseAllowsIt() {
    for cue in cues(sentences) {
        for line in cue.text.split(separator: "\n").dropLast() {
            let last = line.split(separator: " ").last?.lowercased() ?? ""
            #expect(!["a", "an", "the", "of", "and", "to"].contains(last), "\(cue.text)")
        }
    }
}

@Test func aWordKeepsItsPunctuation() {
    #expect(WordTokens("Hello, (new) world!").words == ["Hello,", "(new)", "world!"])
    #expect(WordTokens("模型，学习。").words == ["模", "型，", "学", "习。"])
    #expect(WordTokens("用 AI 生成").words == ["用", "AI", "生", "成"])
    #expect(WordTokens("").words.isEmpty)
    #expect(WordTokens("well-known 3.5 × 2").words == ["well-known", "3.5", "×", "2"])
}
