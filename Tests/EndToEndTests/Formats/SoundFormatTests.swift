import Foundation
import TestSupport
import Testing

/// The sound alone.
struct SoundFormatTests {
    @Test(arguments: [("wav", "pcm_s24le"), ("m4a", "aac")])
    func soundAloneIsWholeAndInTime(format: String, codec: String) throws {
        let place = try FormatPlace.make()
        let file = try place.renderCleanly("--jobs", "1", to: "out.\(format)")
        let again = try place.renderCleanly("--jobs", "3", to: "again.\(format)")
        #expect(try file.bytes == again.bytes)
        guard
            let sound = try file.values(
                "stream=codec_name,sample_rate,channels", "-select_streams", "a"),
            let types = try file.values("stream=codec_type"), let samples = try file.left()
        else { return }
        #expect(sound == ["\(codec),48000,2"])
        #expect(!types.contains("video") && !types.contains("subtitle"))
        #expect(try file.values("format_tags=title") == ["Größe"])
        for (heard, meant) in zip(FormatPlace.heard(samples), FormatPlace.clicks) {
            #expect(abs(heard - meant) <= 0.001)
        }
        let duration = try #require(try file.values("format=duration")?.first.flatMap(Double.init))
        #expect(abs(duration - 211 * 1001.0 / 30_000) <= 0.001)
    }

    @Test func wavHoldsTheSamplesOfTheSource() throws {
        let file = try FormatPlace.make().renderCleanly(to: "out.wav")
        guard let samples = try file.left() else { return }
        #expect(samples.count == 337_938, "211 frames of 1601.6 samples")
        let source = FormatPlace.clickSamples
        let worst = zip(samples, source).map { abs($0 - $1) }.max() ?? 1
        #expect(worst <= 1 / 8_388_608)
    }

    @Test func m4aHasChaptersAndItsIndexInFront() throws {
        let file = try FormatPlace.make().renderCleanly(to: "out.m4a")
        let boxes = try #require(MP4Box.list(try file.bytes))
        #expect(boxes.map(\.type).filter { $0 != "free" } == ["ftyp", "moov", "mdat", "uuid"])
        #expect(boxes.first?.content.prefix(4) == Data("M4A ".utf8))
        #expect(try file.bytes.firstRange(of: Data("elst".utf8)) != nil)
        #expect(
            try file.values("chapter=start_time:chapter_tags=title")
                ?? ["0.000000,One", "3.000000,Zwei"] == ["0.000000,One", "3.000000,Zwei"])
    }

    @Test func noFrameIsDrawn() throws {
        // A day at 240 frames a second would take hours.
        let place = try Workplace(
            draft(
                width: 1920, height: 1080, fps: "240",
                pictures(#"{"d":600000,"gen":{"k":"noise"}}"#)))
        let file = try place.renderCleanly(to: "out.wav")
        #expect(
            try file.values("format=duration")?.first.flatMap(Double.init) ?? 600 == 600)
    }

    @Test func factsTellOfTheSound() throws {
        let place = try FormatPlace.make()
        let run = try place.render(to: "out.wav")
        #expect(run.output.contains("24-bit PCM, 48 kHz, stereo, 7.04 s, 2.03 MB"))
        #expect(!run.output.contains("frames"))
        let json = try place.render("--progress", "json", to: "out.m4a")
        let last = try #require(json.output.split(separator: "\n").last)
        let facts = try JSONDecoder().decode(Facts.self, from: Data(last.utf8))
        #expect(facts.format == "m4a" && facts.width == nil && facts.frames == nil)
        #expect(facts.bytes == (try place.data("out.m4a").count))
    }

    private struct Facts: Decodable {
        var format: String
        var width: Int?
        var frames: Int?
        var bytes: Int
    }
}
