import Foundation
import TestSupport
import Testing

/// Colour through everything: draft, compositor, encoder, file, another program's decoder.
struct ColourTests {
    /// Pure sRGB green in BT.709 limited range, 8 bits: Y 172.6, Cb 41.9, Cr 26.6.
    private func expectGreen(_ file: RenderedFile) throws {
        guard let frames = try file.frames() else { return }
        #expect(!frames.isEmpty)
        for frame in frames {
            #expect(frame.luma.allSatisfy { (172...174).contains($0) })
            #expect(frame.cb.allSatisfy { (41...43).contains($0) })
            #expect(frame.cr.allSatisfy { (26...28).contains($0) })
        }
    }

    @Test(arguments: ["draft", "high"])
    func greenSegmentIsGreenInTheFile(quality: String) throws {
        try expectGreen(Workplace(draft(plain)).renderCleanly("--quality", quality))
    }

    @Test func greenPictureIsGreenInTheFile() throws {
        guard let tool = Tool.find("ffmpeg") else { return }
        let place = try Workplace(draft(pictures(#"{"d":500,"src":"green.png","kb":"zoom-in"}"#)))
        let made = try Tool.run(
            tool,
            [
                "-v", "error", "-f", "lavfi", "-i", "color=0x00FF00:s=240x135,format=rgb24",
                "-frames:v", "1", place.path("green.png"),
            ])
        try #require(made.status == 0)
        try expectGreen(place.renderCleanly("--quality", "high"))
    }
}
