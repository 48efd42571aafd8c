import Foundation
import TestSupport
import Testing

@testable import Inspecting

/// Light, contrast and sharpness against their formulas.
struct ToneTests {
    @Test func aRampOfAllGraysFillsEveryBinAlike() throws {
        let measures = try Drawing(width: 256, height: 8) { x, _ in
            [UInt8(x), UInt8(x), UInt8(x)]
        }.measures
        #expect(measures.histogram.count == 64)
        #expect(measures.histogram.allSatisfy { abs($0 - 1 / 64.0) < 1e-9 })
        #expect(abs(measures.brightness - 0.5) < 1e-5)
        // The variance of 0...255 is (256² - 1) / 12.
        let deviation = ((256.0 * 256 - 1) / 12).squareRoot() / 255
        #expect(abs(measures.contrast - deviation) < 1e-5)
        #expect(abs(measures.darkShare - 0.25) < 1e-9)
        #expect(abs(measures.brightShare - 0.25) < 1e-9)
    }

    @Test func greenWeighsMostInBrightness() throws {
        let measures = try Drawing(width: 16, height: 16) { _, _ in [0, 255, 0] }.measures
        #expect(abs(measures.brightness - 0.7152) < 1e-5)
        // 0.7152 * 255 = 182.4, in the bin of 180...183.
        #expect(abs(measures.histogram[45] - 1) < 1e-9)
    }

    @Test func aCheckerboardHasTheSharpnessOfItsFormula() throws {
        let measures = try Drawing(width: 64, height: 64) { x, y in
            let gray: UInt8 = (x + y) % 2 == 0 ? 100 : 110
            return [gray, gray, gray]
        }.measures
        // The Laplacian is 4 * 10 up or down, as often the one as the other.
        #expect(abs(measures.sharpness - 1600) < 0.1)
    }

    @Test func aPlainPictureHasNeitherContrastNorSharpness() throws {
        let measures = try Drawing(width: 64, height: 48) { _, _ in [80, 80, 80] }.measures
        #expect(measures.contrast < 1e-3)
        #expect(measures.sharpness < 1e-3)
    }

    @Test func aLargePictureIsMeasuredByItsAverages() throws {
        let measures = try Drawing(width: 1024, height: 64) { x, y in
            let gray: UInt8 = (x + y) % 2 == 0 ? 0 : 254
            return [gray, gray, gray]
        }.measures
        #expect(abs(measures.brightness - 127 / 255.0) < 1e-5)
        #expect(measures.contrast < 1e-3)
    }

    @Test(arguments: [(1, 1), (1, 700), (3000, 1), (2, 3), (513, 511)])
    func oddSizesAreMeasured(width: Int, height: Int) throws {
        let measures = try Drawing(width: width, height: height) { _, _ in [10, 200, 30] }
            .measures
        #expect(measures.palette.map(\.hex) == ["#0AC81E"])
        #expect(abs(measures.histogram.reduce(0, +) - 1) < 1e-9)
        #expect(abs(measures.focus.x - 0.5) < 0.05)
        #expect(abs(measures.focus.y - 0.5) < 0.05)
        #expect(measures.details.isEmpty)
    }

    @Test func theRasterOfATurnedPictureIsUpright() throws {
        guard let file = Fixtures.shared("images/orient_landscape6.jpg") else { return }
        let raster = try WorkingRaster(readingPictureAt: file.path)
        #expect(raster.width == 512 && raster.height == 341)
        #expect(raster.pixels.count == 512 * 341)
        // The sky is above: the upper tenth is bluer and lighter than the rocks below.
        let blue = { (rows: Range<Int>) in
            let pixels = raster.pixels[(rows.lowerBound * 512)..<(rows.upperBound * 512)]
            return pixels.reduce(0) { $0 + $1.blue } / Float(pixels.count)
        }
        #expect(blue(0..<34) > blue(307..<341) + 0.15)
    }

    /// Means of Pillow's pixels (convert "L" by our weights) of whole fixtures.
    @Test(arguments: [
        ("comfy_sdxlturbo.png", 0.4546), ("invokeai_v3_blend.png", 0.3855),
        ("camera_canon40d.jpg", 0.2859),
    ])
    func brightnessAgreesWithAnotherDecoder(file: String, brightness: Double) throws {
        guard let file = Fixtures.shared("images/\(file)") else { return }
        let measures = try PictureMeasurer.measures(ofPictureAt: file.path)
        #expect(abs(measures.brightness - brightness) < 0.003)
    }
}
