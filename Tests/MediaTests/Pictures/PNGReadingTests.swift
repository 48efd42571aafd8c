import Foundation
import Media
import TestSupport
import Testing

/// Samples of PNG files against other programs and against the formulas of the specification.
struct PNGReadingTests {
    @Test func pngSuiteMatchesFFmpegAndTheGammaFormula() throws {
        guard let folder = Fixtures.shared("media/third_party/pngsuite"),
            let ffmpeg = Tool.find("ffmpeg")
        else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".png") && !$0.hasPrefix("x") && $0 != Self.keyedGray }
            .sorted()
        #expect(names.count > 60)
        let scratch = try TemporaryFolder()
        var arguments = ["-v", "error", "-y"]
        for name in names { arguments += ["-i", folder.appending(path: name).path] }
        for (index, name) in names.enumerated() {
            // Straight from what is stored: other formats would pass through Y'CbCr.
            let format = name.hasSuffix("16.png") ? "rgba64le" : "rgba"
            arguments += ["-map", "\(index)", "-f", "rawvideo", "-pix_fmt", format]
            arguments.append(scratch.path(name))
        }
        #expect(try Tool.run(ffmpeg, arguments).status == 0)
        for name in names {
            let path = folder.appending(path: name).path
            let raw = [UInt8](try Data(contentsOf: URL(filePath: scratch.path(name))))
            let truth =
                name.hasSuffix("16.png")
                ? stride(from: 0, to: raw.count, by: 2).map { Int(raw[$0]) | Int(raw[$0 + 1]) << 8 }
                : raw.map { Int($0) * 257 }
            compare(try DecodedPicture(path: path), truth, gamma: try gamma(path), name: name)
        }
    }

    /// FFmpeg 5.1 ignores the transparent shade of a gray picture.
    private static let keyedGray = "tbbn0g04.png"

    @Test func transparentShadeOfAGrayPictureIsClear() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("key.png")
        try PNGSpecimen(
            width: 2, height: 1, bitDepth: 4, colorType: 0, chunks: [("tRNS", [0, 3])],
            samples: [0x3C]
        ).write(to: path)
        let picture = try DecodedPicture(path: path)
        #expect(picture.byte(x: 0, y: 0) == [51, 51, 51, 0])
        #expect(picture.byte(x: 1, y: 0) == [204, 204, 204, 255])
    }

    private func compare(_ picture: DecodedPicture, _ truth: [Int], gamma: Double?, name: String) {
        #expect(picture.samples.count == truth.count, "\(name)")
        var worst = 0.0
        for (index, (found, stored)) in zip(picture.samples, truth).enumerated() {
            var expected = Double(stored)
            if let gamma, index % 4 != 3 {
                let light = pow(Double(stored) / 65535, 1 / gamma)
                let encoded =
                    light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
                expected = encoded * 65535
            }
            worst = max(worst, abs(Double(found) - expected))
        }
        #expect(worst <= 20, "\(name) is off by \(worst / 257) of 255")
    }

    /// The gAMA value that counts: none where sRGB or iCCP stand too, or where it says sRGB.
    private func gamma(_ path: String) throws -> Double? {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var offset = 8
        var found: Double?
        while offset + 8 <= bytes.count {
            func word(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
            let name = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
            if name == "sRGB" || name == "iCCP" { return nil }
            if name == "gAMA" { found = Double(word(offset + 8)) / 100_000 }
            offset += 12 + word(offset)
        }
        return found.flatMap { abs($0 * 2.2 - 1) < 0.05 ? nil : $0 }
    }

    @Test func linearLightIsEncodedAsSRGB() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("linear.png")
        try PNGSpecimen(
            width: 3, height: 1, colorType: 0, chunks: [("gAMA", PNGSpecimen.word(100_000))],
            samples: [0, 55, 255]
        ).write(to: path)
        let picture = try DecodedPicture(path: path)
        // 55/255 is 21.57 % of light: 1.055 * 0.2157^(1/2.4) - 0.055 = 0.5017.
        #expect(picture.byte(x: 0, y: 0) == [0, 0, 0, 255])
        #expect(picture.byte(x: 1, y: 0) == [128, 128, 128, 255])
        #expect(picture.byte(x: 2, y: 0) == [255, 255, 255, 255])
    }

    @Test func sRGBChunkOutranksGamma() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("both.png")
        try PNGSpecimen(
            width: 1, height: 1,
            chunks: [("sRGB", [0]), ("gAMA", PNGSpecimen.word(100_000))], samples: [10, 100, 200]
        ).write(to: path)
        #expect(try DecodedPicture(path: path).byte(x: 0, y: 0) == [10, 100, 200, 255])
    }

    @Test func sixteenBitSamplesKeepEveryBit() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("deep.png")
        try PNGSpecimen(
            width: 1, height: 1, bitDepth: 16, colorType: 6,
            samples: [0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, 0xDE, 0xF1]
        ).write(to: path)
        let picture = try DecodedPicture(path: path)
        #expect(picture.samples == [0x1234, 0x5678, 0x9ABC, 0xDEF1])
        #expect(picture.info.hasAlpha)
    }

    @Test func transparentColourOfAnRGBPictureIsClear() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("key.png")
        try PNGSpecimen(
            width: 2, height: 1, chunks: [("tRNS", [0, 1, 0, 2, 0, 3])],
            samples: [1, 2, 3, 4, 5, 6]
        ).write(to: path)
        let picture = try DecodedPicture(path: path)
        #expect(picture.byte(x: 0, y: 0)[3] == 0)
        #expect(picture.byte(x: 1, y: 0) == [4, 5, 6, 255])
    }

    @Test func rowsBeforeTheCutAreShownAndTheRestIsGray() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("cut.png")
        let side = 200
        let specimen = PNGSpecimen(
            width: side, height: side, samples: [UInt8](repeating: 200, count: 3 * side * side))
        try Data(specimen.bytes.dropLast(60_000)).write(to: URL(filePath: path))
        let picture = try DecodedPicture(path: path)
        #expect(picture.byte(x: 5, y: 50) == [200, 200, 200, 255])
        #expect(picture.byte(x: 5, y: side - 1) == [128, 128, 128, 255])
        #expect(picture.warnings.count == 1)
        #expect(picture.warnings.first?.contains("of 200 are blank") == true)
    }
}
