import Foundation
import TestSupport
import Testing

/// Same draft, same files, same bytes; and a frame is the same frame whichever way it is asked for.
struct DeterminismTests {
    /// Twelve seconds in several chunks: pictures that move, a transition, text that comes and
    /// goes, sound.
    private static func place(_ quality: String = "high") throws -> Workplace {
        let place = try Workplace(
            draft(
                meta: ##","title":"Same","bg":"#707070""##,
                pictures(
                    ##"{"id":"a","d":4300,"gen":{"k":"gradient","from":"#807050","to":"#508090","angle":200},"fi":900}"##,
                    ##"{"id":"b","d":7700,"gen":{"k":"gradient","from":"#305070","to":"#907050","angle":30},"ak":{"w":[[0,1],[7000,0.6]]}}"##
                ),
                texts(
                    ##"{"s":1000,"d":6000,"tx":"Same bytes","st":{"size":200,"color":"#C0C0C0"}}"##),
                sounds(#"{"d":12000,"src":"tone.wav","fi":300}"#),
                more: #","tr":[{"k":"circleopen","a":"a","b":"b","d":600}]"#))
        try Wave.write([Wave.sine(220, seconds: 12)], to: place.path("tone.wav"))
        return place
    }

    @Test func bytesDependOnNothingButTheDraft() throws {
        let place = try Self.place()
        let first = try place.renderCleanly("--quality", "high", "--jobs", "1").bytes
        for jobs in ["2", "3", "1"] {
            #expect(try place.renderCleanly("--quality", "high", "--jobs", jobs).bytes == first)
        }
        #expect(first.count > 20_000)
    }

    @Test func frameIsTheOneOfTheRenderAndAnExcerptIsAPartOfIt() throws {
        let place = try Self.place()
        guard let whole = try place.renderCleanly("--quality", "lossless").frames() else { return }
        #expect(whole.count == 120)
        for index in [0, 12, 42, 90, 119] {
            try expectFrame(index, in: place, isLike: whole[index])
        }
        let part = try place.renderCleanly(
            "--quality", "lossless", "--from", "3.5s", "--to", "61f", to: "part.mp4"
        ).frames()
        #expect(part == Array(whole[35..<61]))
    }

    private func expectFrame(
        _ index: Int, in place: Workplace, isLike frame: PlanarFrame
    ) throws {
        let run = try place.run("frame", "draft.json", "--at", "\(index)f", "-o", "frame.png")
        try #require(run.status == 0)
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let pixels = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-i", place.path("frame.png"), "-f", "rawvideo", "-pix_fmt", "rgb24",
                "pipe:1",
            ]
        ).standardOutput
        try #require(pixels.count == 3 * frame.luma.count)
        var worst = 0.0
        var sum = 0.0
        for (position, luma) in frame.luma.enumerated() {
            // BT.709 luma of the picture's R'G'B', limited range.
            let (red, green, blue) = (
                Double(pixels[3 * position]), Double(pixels[3 * position + 1]),
                Double(pixels[3 * position + 2])
            )
            let wanted = 16 + 219 / 255 * (0.2126 * red + 0.7152 * green + 0.0722 * blue)
            worst = max(worst, abs(wanted - Double(luma)))
            sum += abs(wanted - Double(luma))
        }
        // Rounding R', G' and B' to 8 bits moves luma by half a step at most.
        #expect(worst <= 1, "frame \(index)")
        #expect(sum / Double(frame.luma.count) < 0.4)
    }

    @Test func allWaysToSayATimeMeanTheSameFrame() throws {
        let place = try Self.place()
        var pictures: Set<Data> = []
        for time in ["45f", "4.5s", "4500ms", "4.5", "0:04.5"] {
            let run = try place.run("frame", "draft.json", "--at", time, "-o", "frame.png")
            #expect(run.status == 0)
            #expect(run.output == "frame.png: frame 45 of 120\n")
            pictures.insert(try place.data("frame.png"))
        }
        #expect(pictures.count == 1)
    }
}
