import Foundation
import TestSupport
import Testing

/// One picture a frame.
struct SequenceFormatTests {
    private func names(_ place: Workplace, _ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.path(folder)).sorted()
    }

    @Test func picturesAreNumberedFromOneAndAreThoseOfFrame() throws {
        let place = try FormatPlace.make(fps: "10")
        _ = try place.renderCleanly("--no-audio", to: "frames/%04d.png")
        let names = try names(place, "frames")
        #expect(names == (1...71).map { String(format: "%04d.png", $0) })
        for index in [0, 30, 70] {
            let run = try place.run("frame", "draft.json", "--at", "\(index)f", "-o", "one.png")
            #expect(run.status == 0)
            #expect(try place.data("frames/\(names[index])") == place.data("one.png"))
        }
    }

    @Test(arguments: [
        (["-o", "new/", "--format", "jpg"], "new", ["0001.jpg", "0002.jpg", "0003.jpg"]),
        (["-o", "new", "--format", "png"], "new", ["0001.png", "0002.png", "0003.png"]),
        (["-o", "new/a%d.jpeg"], "new", ["a1.jpeg", "a2.jpeg", "a3.jpeg"]),
        (["-o", "new/%02d b.jpg"], "new", ["01 b.jpg", "02 b.jpg", "03 b.jpg"]),
        (["--format", "jpg"], "draft-frames", ["0001.jpg", "0002.jpg", "0003.jpg"]),
    ])
    func namesFollowThePattern(arguments: [String], folder: String, names: [String]) throws {
        let place = try Workplace(draft(plain))
        let run = try Program.run(
            ["render", "draft.json", "--to", "3f", "--progress", "none"] + arguments,
            in: place.folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "")
        #expect(try self.names(place, folder) == names)
        #expect(try place.names == ["draft.json", folder].sorted())
    }

    @Test func anyNumberOfWorkersWritesTheSamePictures() throws {
        let place = try FormatPlace.make(fps: "10")
        for jobs in ["1", "3"] {
            _ = try place.renderCleanly("--no-audio", "--jobs", jobs, to: "\(jobs)/%d.jpg")
        }
        for name in try names(place, "1") {
            #expect(try place.data("1/\(name)") == place.data("3/\(name)"))
        }
    }

    @Test func otherFilesAreLeftAlone() throws {
        let place = try Workplace(draft(plain))
        try FileManager.default.createDirectory(
            atPath: place.path("f"), withIntermediateDirectories: false)
        for name in ["f/0002.png", "f/0099.png", "f/notes.txt"] { try place.write("old", to: name) }
        _ = try place.renderCleanly(to: "f/%04d.png")
        #expect(
            try names(place, "f") == [
                "0001.png", "0002.png", "0003.png", "0004.png", "0005.png", "0099.png",
                "notes.txt",
            ])
        #expect(try place.data("f/0002.png") != Data("old".utf8))
        #expect(try place.data("f/0099.png") == Data("old".utf8))
    }

    @Test func aRenderThatCannotBeLeavesNothing() throws {
        let place = try Workplace(draft(plain))
        try place.write("old", to: "file")
        let deep = try place.render(to: "no/such/%d.png")
        #expect(deep.status == 1)
        #expect(deep.errors.contains("no does not exist; create it"))
        let file = try place.render(to: "file/%d.png")
        #expect(file.status == 1)
        #expect(try place.names == ["draft.json", "file"])
        try FileManager.default.createDirectory(
            atPath: place.path("f/3.png"), withIntermediateDirectories: true)
        let taken = try place.render(to: "f/%d.png")
        #expect(taken.status == 1)
        #expect(taken.errors.contains("3.png") && taken.errors.contains("it is a folder"))
        #expect(try names(place, "f") == ["3.png"])
    }

    @Test func sourcesAreNotOverwritten() throws {
        let place = try Workplace(draft(plain))
        _ = try place.renderCleanly("--to", "1f", to: "%d.png")
        try place.write(draft(pictures(#"{"d":500,"src":"1.png"}"#)), to: "draft.json")
        let old = try place.data("1.png")
        let run = try place.render(to: "%d.png")
        #expect(run.status == 2)
        #expect(run.errors.contains("1.png: this file is an input"))
        #expect(try place.data("1.png") == old)
        #expect(try place.renderCleanly(to: "%02d.png").path.isEmpty == false)
    }

    @Test func interruptedSequenceLeavesNothing() throws {
        let place = try Workplace(
            draft(width: 640, height: 360, fps: "60", pictures(#"{"d":60000,"gen":{"k":"noise"}}"#))
        )
        let render = try Running(
            ["render", "draft.json", "-o", "frames/%d.png", "--progress", "json", "--jobs", "2"],
            in: place.folder.url)
        render.wait { render.written().contains(#""frame":"#) }
        try #require(render.isRunning)
        render.send(SIGINT)
        #expect(render.finish().status == 130)
        #expect(try place.names == ["draft.json"])
    }

    @Test func jpegIsJFIFWithItsColours() throws {
        let colors = ["#FF0000", "#00FF00", "#0000FF", "#808080", "#FFFFFF", "#204060"]
        for color in colors {
            let place = try Workplace(draft(pictures(#"{"d":100,"color":"\#(color)"}"#)))
            let file = try place.renderCleanly("--quality", "max", to: "%d.jpg")
            let bytes = try place.data("1.jpg")
            #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF, 0xE0]))
            #expect(bytes[6..<10].elementsEqual("JFIF".utf8))
            guard
                let pixel = try Pillow.run(
                    """
                    from PIL import Image
                    im = Image.open("\(place.path("1.jpg"))")
                    print(im.format, im.mode, im.layer[0][1:3], *im.getpixel((40, 20)))
                    """)
            else { return }
            _ = file
            let words = pixel.split(separator: " ")
            #expect(words.prefix(4).joined(separator: " ") == "JPEG RGB (2, 2)")
            let number = try #require(Int(color.dropFirst(), radix: 16))
            let wanted = [number >> 16 & 255, number >> 8 & 255, number & 255]
            for (found, wanted) in zip(words.dropFirst(4).compactMap { Int($0) }, wanted) {
                #expect(abs(found - wanted) <= 3, "\(color): \(pixel)")
            }
        }
    }

    @Test func jpegIsCloseToThePNGAndQualityCostsBytes() throws {
        let place = try FormatPlace.make(fps: "10")
        for quality in ["draft", "high"] {
            _ = try place.renderCleanly(
                "--no-audio", "--to", "1f", "--quality", quality, to: "\(quality)%d.jpg")
        }
        #expect(try place.data("high1.jpg").count > place.data("draft1.jpg").count)
        _ = try place.renderCleanly("--no-audio", "--to", "1f", to: "%d.png")
        guard let psnr = try Pillow.psnr(place.path("high1.jpg"), place.path("1.png")) else {
            return
        }
        #expect(psnr >= 42)
    }
}
