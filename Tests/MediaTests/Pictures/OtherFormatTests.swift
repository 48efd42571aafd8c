import Foundation
import Media
import TestSupport
import Testing

/// Formats that libav decodes, against the pixels that went in.
struct OtherFormatTests {
    @Test(
        arguments: [
            ("bmp", PictureInfo.Format.bmp), ("tiff", .tiff), ("ppm", .other("ppm")),
        ])
    func losslessFormatsGiveTheirPixels(ending: String, format: PictureInfo.Format) throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        let pixels = (0..<(9 * 5 * 3)).map { UInt8(truncatingIfNeeded: $0 &* 53) }
        let source = folder.path("source.png")
        try PNGWriter.write(pixels: pixels, width: 9, height: 5, channels: 3, to: source)
        let path = folder.path("picture.\(ending)")
        #expect(try Tool.run(ffmpeg, ["-v", "error", "-i", source, path]).status == 0)
        let picture = try DecodedPicture(path: path)
        #expect(picture.info.format == format)
        #expect(!picture.info.hasAlpha)
        for y in 0..<5 {
            for x in 0..<9 {
                let start = 3 * (9 * y + x)
                let expected = pixels[start..<start + 3].map { Int($0) } + [255]
                #expect(picture.byte(x: x, y: y) == expected)
            }
        }
    }

    @Test func orientationOfAWebPIsRead() throws {
        guard let lossy = Fixtures.shared("media/images/lossy.webp") else { return }
        var bytes = [UInt8](try Data(contentsOf: lossy))
        let exif: [UInt8] =
            Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0]
        bytes += Array("EXIF".utf8) + [UInt8(exif.count), 0, 0, 0] + exif
        let size = bytes.count - 8
        bytes.replaceSubrange(4..<8, with: [UInt8(size & 255), UInt8(size >> 8), 0, 0])
        let folder = try TemporaryFolder()
        let path = folder.path("turned.webp")
        try Data(bytes).write(to: URL(filePath: path))
        let picture = try DecodedPicture(path: path)
        #expect(picture.info.orientation == .left)
        #expect(picture.info.width == 200 && picture.info.height == 320)
        // Turned left, what was top right (green) comes top left.
        #expect(isClose(picture.byte(x: 20, y: 32), [40, 180, 60, 255], tolerance: 16))
    }

    @Test func onlyWhatUsesAlphaSaysSo() throws {
        guard let clear = Fixtures.shared("media/images/alpha_lossless.webp"),
            let lossy = Fixtures.shared("media/images/lossy.webp")
        else { return }
        #expect(try PictureInfo.read(path: clear.path).hasAlpha)
        #expect(try !PictureInfo.read(path: lossy.path).hasAlpha)
    }

    @Test func aFirstPictureThatIsLargerThanTheScreenEnlargesIt() throws {
        let name = "media/third_party/image-rs/gif_simple_issue_1455_oversized.gif"
        guard let gif = Fixtures.shared(name) else { return }
        let picture = try DecodedPicture(path: gif.path)
        #expect(picture.info.width == 16 && picture.info.height == 16)
        #expect(picture.info.format == .gif)
    }

    @Test func phoneClipsAreTurnedUpright() throws {
        guard let film = Fixtures.shared("media/video/rot90.mp4") else { return }
        let info = try PictureInfo.read(path: film.path)
        #expect(info.orientation == .left)
        #expect(info.storedWidth == 200 && info.storedHeight == 320)
        #expect(info.format == .other("mov"))
    }
}
