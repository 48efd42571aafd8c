import Foundation
import TestSupport
import Testing

@testable import Inspecting

/// Text in the lowest bits of the pixels.
struct StealthTests {
    private let folder = try? TemporaryFolder()
    private let words = "masterpiece, 夜の海\nSteps: 20, Seed: 18446744073709551615"

    private func find(_ picture: StealthPicture) throws -> StealthText? {
        let folder = try #require(folder)
        try picture.write(to: folder.path("a.png"))
        return try StealthText.find(inPictureAt: folder.path("a.png"))
    }

    @Test(arguments: [
        ("stealth_pnginfo", "alpha"), ("stealth_pngcomp", "alpha"), ("stealth_rgbinfo", "RGB"),
        ("stealth_rgbcomp", "RGB"),
    ])
    func textOfEveryVariantIsFound(magic: String, plane: String) throws {
        let bytes = Array(words.utf8)
        let payload = magic.hasSuffix("comp") ? StealthPicture.gzip(bytes) : bytes
        let found = try find(StealthPicture(magic: magic, payload: payload))
        #expect(found?.text == words)
        #expect(found?.carrier == "\(magic) \(plane) LSB")
    }

    @Test(arguments: [(300, 20), (40, 151), (7, 500), (900, 1)])
    func columnsAreReadOneAfterAnother(width: Int, height: Int) throws {
        let text = String(repeating: "ab", count: 40)
        let picture = StealthPicture(width: width, height: height, payload: Array(text.utf8))
        #expect(try find(picture)?.text == text)
    }

    @Test(arguments: [0, -8, 1 << 31 - 1, 8 * 3000])
    func aLengthThatCanNotBeIsNoText(told: Int) throws {
        let picture = StealthPicture(payload: Array(words.utf8), toldLength: told)
        #expect(try find(picture) == nil)
    }

    @Test func damagedGzipAndBrokenUTF8AreNoText() throws {
        let packed = StealthPicture(magic: "stealth_pngcomp", payload: Array(words.utf8))
        #expect(try find(packed) == nil)
        #expect(try find(StealthPicture(payload: [0xFF, 0xFE, 0x80])) == nil)
    }

    @Test func aPictureWithoutTheMagicHidesNothing() throws {
        #expect(try find(StealthPicture(magic: "stealth_pngnone", payload: [65])) == nil)
        #expect(try find(StealthPicture(width: 3, height: 3, payload: [65])) == nil)
    }

    @Test func bitsAreReadAsStoredWhateverTheGammaIs() throws {
        let folder = try #require(folder)
        let picture = StealthPicture(magic: "stealth_rgbinfo", payload: Array(words.utf8))
        try picture.write(to: folder.path("srgb.png"))
        var bytes = Array(try Data(contentsOf: URL(filePath: folder.path("srgb.png"))))
        let mark = Array("sRGB".utf8)
        let at = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
        // gAMA 1.0: a reader that converts colours changes every sample.
        let body = Array("gAMA".utf8) + [0, 1, 0x86, 0xA0]
        let end = StealthPicture.bytes(of: StealthPicture.crc(body))
        bytes.replaceSubrange((at - 4)..<(at + 9), with: StealthPicture.bytes(of: 4) + body + end)
        try Data(bytes).write(to: URL(filePath: folder.path("linear.png")))
        #expect(try StealthText.find(inPictureAt: folder.path("linear.png"))?.text == words)
    }

    @Test func losslessWebPKeepsTheBits() throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let folder = try #require(folder)
        for magic in ["stealth_pnginfo", "stealth_rgbinfo"] {
            let picture = StealthPicture(magic: magic, payload: Array(words.utf8))
            try picture.write(to: folder.path("a.png"))
            let run = try Tool.run(
                ffmpeg,
                [
                    "-v", "error", "-y", "-i", folder.path("a.png"), "-c:v", "libwebp",
                    "-lossless", "1", "-pix_fmt", "bgra", folder.path("a.webp"),
                ])
            try #require(run.status == 0, "\(run.standardError)")
            #expect(try StealthText.find(inPictureAt: folder.path("a.webp"))?.text == words)
        }
    }

    @Test func theHiddenTextOfARealFileSaysWhatItsChunksSay() throws {
        guard let file = Fixtures.shared("images/novelai_text_stealth.png") else { return }
        let found = try #require(try StealthText.find(inPictureAt: file.path))
        #expect(found.carrier == "stealth_pngcomp alpha LSB")
        let hidden = try object(Data(found.text.utf8))
        let settings = try object(Data((hidden["Comment"] as? String ?? "").utf8))
        let comment = try object(Data(try text("Comment", of: file)))
        #expect(settings["prompt"] as? String == comment["prompt"] as? String)
        #expect(settings["seed"] as? Int == 2_156_638_429)
        let facts = try PictureFacts.read(path: file.path)
        #expect(facts.carriers.contains("stealth_pngcomp alpha LSB"))
    }

    @Test func jpegHasNoStoredSamplesToLookAt() throws {
        guard let file = Fixtures.shared("images/camera_canon40d.jpg") else { return }
        #expect(try StealthText.find(inPictureAt: file.path) == nil)
    }

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// The value of the tEXt chunk with `keyword`.
    private func text(_ keyword: String, of file: URL) throws -> [UInt8] {
        let bytes = Array(try Data(contentsOf: file))
        let mark = Array("tEXt\(keyword)\0".utf8)
        let at = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
        let length = bytes[(at - 4)..<at].reduce(0) { $0 << 8 | Int($1) }
        return Array(bytes[(at + mark.count)..<(at + 4 + length)])
    }
}
