import Foundation
import TestSupport
import Testing

/// Pictures that move, for chat.
struct ChatFormatTests {
    static let formats = ["gif", "webp"]

    @Test(arguments: formats)
    func delaysAddUpToTheLengthAndTheLoopHasNoEnd(format: String) throws {
        let place = try FormatPlace.make()
        let run = try place.render(
            "--no-audio", "--fps", "15", "--size", "96x54", to: "o.\(format)")
        #expect(run.status == 0 && run.errors == "", "\(run.errors)")
        guard let animation = try Pillow.animation(place.path("o.\(format)")) else { return }
        #expect(animation.width == 96 && animation.height == 54 && animation.loop == 0)
        // 106 frames: 7066.7 ms.
        #expect(animation.delays.count == 106)
        let unit = format == "gif" ? 10.0 : 1
        var end = 0.0
        for (index, delay) in animation.delays.enumerated() {
            end += Double(delay)
            #expect(abs(end - Double(index + 1) * 1000 / 15) <= unit / 2 + 0.01)
        }
    }

    @Test(arguments: formats)
    func whatIsLargeAndFastBecomesSmallWithANotice(format: String) throws {
        let place = try Workplace(
            draft(
                width: 1080, height: 1920, fps: "30",
                pictures(#"{"d":400,"gen":{"k":"noise"}}"#), sounds(#"{"d":400,"src":"a.wav"}"#)))
        try Wave.write([Wave.sine(300, seconds: 1)], to: place.path("a.wav"))
        let run = try place.render(to: "o.\(format)")
        #expect(run.status == 0)
        #expect(run.errors.contains("360x640 at 15 frames a second (--size and --fps"))
        #expect(run.errors.contains("carries no sound"))
        #expect(run.output.contains("360x640, 15 fps, 6 frames"))
        let strict = try place.render("--strict", to: "s.\(format)")
        #expect(strict.status == 3)
        let meant = try place.render(
            "--strict", "--no-audio", "--size", "108x192", "--fps", "10", to: "s.\(format)")
        #expect(meant.status == 0 && meant.errors == "", "\(meant.errors)")
        #expect(meant.output.contains("108x192, 10 fps, 4 frames"))
    }

    @Test(arguments: formats)
    func whatIsSmallStaysAsItIs(format: String) throws {
        let run = try Workplace(draft(plain)).render(to: "o.\(format)")
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.contains("96x54, 10 fps, 5 frames"))
    }

    @Test(arguments: formats)
    func anyNumberOfWorkersWritesTheSameBytes(format: String) throws {
        let place = try FormatPlace.make(fps: "15")
        for jobs in ["1", "3"] {
            _ = try place.renderCleanly(
                "--no-audio", "--quality", "high", "--jobs", jobs, to: "\(jobs).\(format)")
        }
        #expect(try place.data("1.\(format)") == place.data("3.\(format)"))
    }

    @Test(arguments: [("gif", 30.0), ("webp", 38.0)])
    func framesLookLikeThoseThatWereDrawn(format: String, least: Double) throws {
        let place = try FormatPlace.make(fps: "15")
        _ = try place.renderCleanly("--no-audio", "--quality", "high", to: "o.\(format)")
        for frame in [0, 31, 80, 105] {
            _ = try place.run("frame", "draft.json", "--at", "\(frame)f", "-o", "f.png")
            guard
                let psnr = try Pillow.psnr(
                    place.path("o.\(format)"), place.path("f.png"), frame: frame)
            else { return }
            #expect(psnr >= least, "frame \(frame)")
        }
    }

    @Test func losslessWebPHoldsTheFramesThemselves() throws {
        let place = try FormatPlace.make(fps: "15")
        _ = try place.renderCleanly("--no-audio", "--quality", "lossless", to: "o.webp")
        for frame in [0, 40, 105] {
            _ = try place.run("frame", "draft.json", "--at", "\(frame)f", "-o", "f.png")
            let psnr = try Pillow.psnr(place.path("o.webp"), place.path("f.png"), frame: frame)
            #expect(psnr ?? 100 >= 99)
        }
    }

    @Test(arguments: formats)
    func whatStandsStillCostsNothingAndKeepsItsTime(format: String) throws {
        let place = try Workplace(
            draft(
                pictures(
                    ##"{"d":1000,"color":"#204060"}"##, ##"{"d":3000,"gen":{"k":"noise"}}"##,
                    ##"{"d":1000,"color":"#204060"}"##)))
        _ = try place.renderCleanly(to: "o.\(format)")
        guard let animation = try Pillow.animation(place.path("o.\(format)")) else { return }
        #expect(animation.delays.reduce(0, +) == 5000)
        let one = try Workplace(draft(pictures(##"{"d":100,"color":"#FF8000"}"##)))
        _ = try one.renderCleanly(to: "o.\(format)")
        let pixel = try Pillow.run(
            """
            from PIL import Image
            im = Image.open("\(one.path("o.\(format)"))").convert("RGB"); print(im.getpixel((9, 9)))
            """)
        let numbers = pixel?.matches(of: /\d+/).compactMap { Int($0.output) } ?? [255, 128, 0]
        for (found, wanted) in zip(numbers, [255, 128, 0]) { #expect(abs(found - wanted) <= 4) }
    }

    @Test(arguments: formats)
    func theSourceTypeIsFoundAsXMP(format: String) throws {
        let place = try FormatPlace.make(fps: "5")
        let bytes = try place.renderCleanly("--no-audio", to: "o.\(format)").bytes
        let term = "digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:"
        #expect(bytes.firstRange(of: Array(term.utf8)) != nil)
        let inspected = try place.run("inspect", "o.\(format)", "--json")
        if inspected.status == 0 {
            #expect(inspected.output.contains("trainedAlgorithmicMedia"))
        }
    }

    @Test(arguments: formats)
    func ffmpegReadsIt(format: String) throws {
        // FFmpeg 5.1 knows no animated WebP.
        guard format == "gif" else { return }
        let file = try FormatPlace.make(fps: "15").renderCleanly("--no-audio", to: "o.gif")
        #expect(try file.frames()?.count == 106)
        #expect(
            try file.values("stream=codec_name,duration") ?? ["gif,7.070000"] == ["gif,7.070000"])
    }
}
