import Foundation
import Testing

@testable import Explaining

@Suite struct PromptExcerptTests {
    @Test(arguments: [
        ("a cat, <lora:epi_v2:0.8>, soft light", "a cat, soft light"),
        ("a (red:1.3) house, ((blue)) door [old]", "a red house, blue door old"),
        ("line one\nline two\r\n\tthree", "line one line two three"),
        ("a tree https://evil.example/x?y=1 in fog", "a tree in fog"),
        ("visit www.example.com now", "visit now"),
        ("mountain --ar 16:9 --v 6", "mountain"),
        ("masterpiece, best_quality, 1girl", "masterpiece, best quality, 1girl"),
        ("sun BREAK moon", "sun, moon"),
        ("hidden\u{202E}text\u{200B}here", "hiddentexthere"),
        ("黄昏的层叠山峦，温暖的薄雾", "黄昏的层叠山峦，温暖的薄雾"),
    ])
    func notationIsTakenAway(prompt: String, words: String) {
        #expect(PromptExcerpt.words(of: prompt) == words)
    }

    @Test(arguments: ["", "  ", "<lora:a:1>", "((()))", "\u{0}\u{1}", "12, 13"])
    func promptsWithoutWordsGiveNone(prompt: String) {
        #expect(PromptExcerpt.words(of: prompt) == nil)
    }

    @Test func longPromptsAreCutAtAComma() {
        let prompt = (1...40).map { "word\($0)" + ($0 % 6 == 0 ? "," : "") }.joined(separator: " ")
        let words = PromptExcerpt.words(of: prompt)
        #expect(words?.hasSuffix("word18") == true)
        let plain = PromptExcerpt.words(of: (1...40).map { "w\($0)" }.joined(separator: " "))
        #expect(plain?.split(separator: " ").count == 23)  // 22 words and the dots
        #expect(plain?.hasSuffix("…") == true)
    }

    @Test func endlessPromptsAreReadInPart() {
        let prompt = String(repeating: "(((", count: 200_000) + "cat"
        #expect(PromptExcerpt.words(of: prompt) == nil)
    }

    @Test(arguments: [
        ("models/SDXL/sd_xl_base_1.0.safetensors", "sd_xl_base_1.0"),
        ("C:\\sd\\v1-5-pruned.ckpt", "v1-5-pruned"),
        ("urn:air:sdxl:checkpoint:civitai:827184@2514310", "civitai 827184@2514310"),
        ("NovelAI Diffusion V4.5 C02D4F98", "NovelAI Diffusion V4.5 C02D4F98"),
    ])
    func modelsAreNamedWithoutFolderAndExtension(recorded: String, shown: String) {
        #expect(RecordedName.model(recorded) == shown)
    }

    @Test func seedsStandInGroupsOfThree() {
        #expect(RecordedName.seed("851616030078638") == "851\u{2009}616\u{2009}030\u{2009}078\u{2009}638")
        #expect(RecordedName.seed("0") == "0")
        #expect(RecordedName.seed("-1") == nil)
        #expect(RecordedName.seed("٣٣") == nil)
    }
}
