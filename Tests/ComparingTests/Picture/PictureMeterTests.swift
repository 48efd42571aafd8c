import Comparing
import Foundation
import Media
import TestSupport
import Testing

@Suite struct PictureMeterTests {
    /// A frame's and the whole's values are those of ffmpeg's filters.
    @Test func valuesEqualTheFiltersOfFFmpeg() throws {
        guard let planted = try PlantedPictures() else { return }
        let a = try planted.make("testsrc2", frames: 6)
        let b = try planted.encode(a, quality: 34)
        let measures = try planted.measure(a, b)
        #expect(measures.frames.count == 6)
        let first = try #require(measures.frames.first)
        let whole = measures.picture
        for (value, filter, frames) in [
            (first.psnr, "psnr", 1), (first.ssim, "ssim", 1),
            (try #require(whole.psnr_y), "psnr", 6), (try #require(whole.ssim_y), "ssim", 6),
        ] {
            let expected = try planted.judge(filter, b, a, frames: frames)
            #expect(abs(value - expected) < 5e-5, "\(filter) of \(frames)")
        }
    }

    @Test func equalFramesAreEqualInFiniteNumbers() throws {
        guard let planted = try PlantedPictures() else { return }
        let a = try planted.make("testsrc2", frames: 2)
        let measures = try planted.measure(a, a)
        #expect(measures.picture.psnr_y == PictureMeter.highestPSNR)
        #expect(measures.picture.ssim_y == 1)
        #expect(abs(try #require(measures.picture.ms_ssim) - 1) < 1e-6)
        #expect(measures.picture.colour_de == 0)
        #expect(measures.picture.sharpness_ratio == 1)
        #expect(measures.worst.isEmpty && measures.findings.isEmpty)
    }

    /// A good encode is the same picture, whatever it shows.
    @Test(arguments: [
        "testsrc2", "mandelbrot", "forest.jpg", "lamp.jpg", "landscape.jpg", "product.jpg",
        "robot.jpg",
    ])
    func nothingIsFoundAfterAGoodEncode(content: String) throws {
        guard let planted = try PlantedPictures() else { return }
        let a = try planted.make(content)
        let measures = try planted.measure(a, try planted.encode(a, quality: 20))
        #expect(measures.findings.isEmpty, "\(measures.findings.map(\.message))")
        #expect(measures.picture.matrix == "same" && measures.picture.range == "same")
        #expect(try #require(measures.picture.ms_ssim) > 0.99)
    }

    /// What is planted is found, under its name, and nothing else is.
    @Test(arguments: Plant.all) func plantedDifferencesAreFound(plant: Plant) throws {
        guard let planted = try PlantedPictures() else { return }
        for content in plant.contents {
            let a = try planted.make(content)
            let b = try planted.encode(a, filter: plant.filter, quality: 18)
            let measures = try planted.measure(a, b)
            #expect(
                measures.findings.map(\.kind) == plant.kinds,
                "\(content): \(measures.findings.map(\.message))")
            #expect(measures.picture.matrix == plant.matrix, "\(content)")
            #expect(measures.picture.range == plant.range, "\(content)")
        }
    }

    /// Blurs show in the sizes between too, the more the stronger.
    @Test func strongerBlursHaveLessDetailAndLikeness() throws {
        guard let planted = try PlantedPictures() else { return }
        let a = try planted.make("forest.jpg", frames: 1)
        let all = try ["0.6", "1", "2"].map { sigma in
            try planted.measure(
                a, try planted.encode(a, filter: "gblur=sigma=\(sigma)", quality: 12)
            ).picture
        }
        let details = try all.map { try #require($0.sharpness_ratio) }
        let likeness = try all.map { try #require($0.ms_ssim) }
        #expect(details == details.sorted(by: >) && likeness == likeness.sorted(by: >))
    }

    @Test func theWorstFramesAreShown() throws {
        guard let planted = try PlantedPictures() else { return }
        let a = try planted.make("landscape.jpg", frames: 32)
        let b = try planted.encode(
            a,
            filter: "drawbox=x=40:y=60:w=48:h=32:color=white:t=fill:enable='eq(n,4)+eq(n,9)"
                + "+eq(n,21)'", quality: 20)
        let measures = try planted.measure(a, b)
        // The second lies half a second from the first.
        let indices = measures.worst.map(\.index)
        #expect(indices.contains(21) && indices.contains(4) != indices.contains(9))
        #expect(measures.worst.map(\.ssim) == measures.worst.map(\.ssim).sorted())
        let worst = try #require(measures.worst.first)
        #expect(worst.heat.width == 320 && worst.a.width == 320 && worst.b.height == 180)
        func pixel(_ x: Int, _ y: Int) -> [UInt8] {
            Array(worst.heat.samples[(y * 320 + x) * 3..<(y * 320 + x) * 3 + 3])
        }
        // Hot at the box, gray elsewhere.
        #expect(pixel(64, 60)[0] > pixel(64, 60)[2] + 60)
        #expect(Int(pixel(250, 150)[0]) - Int(pixel(250, 150)[2]) < 40)
    }

    @Test func framesOfAnotherSizeAreRefused() throws {
        let meter = PictureMeter(width: 16, height: 16, coding: PlantedPictures.coding)
        let frame = VideoScan.Frame(
            time: 0, duration: 0, width: 8, height: 8, luma: Array(repeating: 0, count: 64),
            cb: Array(repeating: 128, count: 16), cr: Array(repeating: 128, count: 16))
        #expect(throws: MediaError.self) { try meter.add(frame, frame, index: 0) }
        #expect(meter.finish().picture.psnr_y == nil)
    }
}
