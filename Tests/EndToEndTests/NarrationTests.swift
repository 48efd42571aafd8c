import Foundation
import TestSupport
import Testing

/// Drafts whose narration is still to be spoken, as users render them.
struct NarrationTests {
    /// A picture of 2 seconds, and two sentences with `voice`.
    private func json(voice: String = "espeak", lang: String = "en", more: String = "") -> String {
        draft(
            meta: #","lang":"\#(lang)""#, pictures(##"{"d":2000,"color":"#00FF00"}"##),
            #"{"tt":1,"m":{"role":"voice"},"sg":[{"tx":"The first sentence.","voice":"\#(voice)"},"#
                + #"{"tx":"And a second one.","voice":"\#(voice)"}]}"#, more: more)
    }

    /// The names of the sounds in `folder`.
    private func sounds(_ place: Workplace, _ folder: String) throws -> [String] {
        let path = place.path(folder)
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasSuffix(".wav") }.sorted()
    }

    @Test func aRenderSpeaksThemKeepsTheSoundAndLeavesTheDraftAsItIs() throws {
        let place = try Workplace(json())
        let before = try place.data("draft.json")
        let run = try place.render()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "notice: 2 sentences were spoken by espeak-ng\n")
        #expect(try place.data("draft.json") == before)
        let kept = try sounds(place, "draft.assets")
        #expect(kept.count == 2)
        let dates = try kept.map { try modified(place.path("draft.assets/\($0)")) }
        let first = try place.data("out.mp4")
        #expect(try place.render().status == 0)
        #expect(try sounds(place, "draft.assets") == kept)
        #expect(try kept.map { try modified(place.path("draft.assets/\($0)")) } == dates)
        #expect(try place.data("out.mp4") == first)
    }

    private func modified(_ path: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    }

    @Test func theWholeLastsAsLongAsTheSoundsThatWereKept() throws {
        let place = try Workplace(json())
        #expect(try place.render().status == 0)
        let lengths = try sounds(place, "draft.assets").map { name in
            // 44 bytes of header, then mono samples of 16 bits.
            let bytes = try place.data("draft.assets/\(name)")
            let rate = bytes[24..<28].reversed().reduce(0) { $0 << 8 | Int($1) }
            return Double(bytes.count - 44) / 2 / Double(rate)
        }
        guard let film = Tool.find("ffprobe") else { return }
        let text = try Tool.run(
            film,
            [
                "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0",
                place.path("out.mp4"),
            ]
        ).text
        let duration = try #require(
            Double(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        let spoken = lengths.reduce(0, +)
        #expect(lengths.count == 2 && spoken > 2)
        #expect(abs(duration - spoken) < 0.15, "\(duration) and \(spoken)")
    }

    @Test func aProjectKeepsThemAmongItsAssets() throws {
        let place = try Workplace(json())
        try FileManager.default.createDirectory(
            atPath: place.path("assets"), withIntermediateDirectories: false)
        #expect(try place.render().status == 0)
        #expect(try sounds(place, "assets").count == 2)
        #expect(try sounds(place, "draft.assets").isEmpty)
    }

    @Test func theSentencesAreHeard() throws {
        let place = try Workplace(json())
        #expect(try place.render(to: "out.wav").status == 0)
        let bytes = try place.data("out.wav").dropFirst(100)
        #expect(bytes.contains { $0 > 16 && $0 < 240 })
    }

    @Test(arguments: [
        ["frame", "draft.json", "--at", "1s", "-o", "a.png"],
        ["sheet", "draft.json", "-o", "a.png", "--count", "4"], ["plan", "draft.json"],
        ["check", "draft.json"], ["show", "draft.json"],
    ])
    func otherCommandsTakeSuchADraft(words: [String]) throws {
        let place = try Workplace(json())
        let run = try Program.run(words, in: place.folder.url)
        #expect(run.status == 0, "\(words): \(run.errors)")
    }

    @Test func aVoiceThatIsNotThereIsReplacedWithANotice() throws {
        let place = try Workplace(json(voice: "piper:nowhere.onnx"))
        let run = try place.render()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("2 sentences were spoken by "))
        #expect(run.errors.contains("piper: "))
        #expect(run.errors.contains("speaks instead"))
        #expect(try place.render("--strict").status == 3)
    }

    @Test func aWordThatIsNoVoiceIsReplacedWithANotice() throws {
        let place = try Workplace(json(voice: "darth"))
        let run = try place.render()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("'darth' is none of: "))
    }

    @Test func aSpokenSentenceAloneIsNoReasonForStrictToRefuse() throws {
        let place = try Workplace(json())
        #expect(try place.render("--strict").status == 0)
    }

    @Test func theIdentityOfAVoiceThatSpokeBeforeIsUnderstood() throws {
        let place = try Workplace(json(voice: "espeak-ng-1.50:default"))
        let run = try place.render()
        #expect(run.errors == "notice: 2 sentences were spoken by espeak-ng\n")
    }

    @Test func aVoiceMayNameItsLanguage() throws {
        let place = try Workplace(json(voice: "auto:zh"))
        #expect(try place.render().status == 0)
        let facts = try FileManager.default.contentsOfDirectory(atPath: place.path("draft.assets"))
            .filter { $0.hasSuffix(".json") }
        #expect(facts.count == 2)
        for name in facts {
            let text = String(decoding: try place.data("draft.assets/\(name)"), as: UTF8.self)
            #expect(text.contains(#""language":"zh""#), "\(text)")
        }
    }

    @Test func silenceIsNoVoice() throws {
        let place = try Workplace(json(voice: "none"))
        let run = try place.render()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("not made yet"))
        #expect(try !place.names.contains("draft.assets"))
    }
}
