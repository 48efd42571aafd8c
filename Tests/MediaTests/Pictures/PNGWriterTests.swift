import Foundation
import Media
import TestSupport
import Testing

struct PNGWriterTests {
    @Test(arguments: [(1, "gray"), (2, "ya8"), (3, "rgb24"), (4, "rgba")])
    func ffmpegReadsBackWhatWasWritten(channels: Int, format: String) throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("picture.png")
        let (width, height) = (37, 11)
        let pixels = (0..<(width * height * channels)).map {
            UInt8(truncatingIfNeeded: $0 &* $0 &* 31 &+ 7)
        }
        try PNGWriter.write(
            pixels: pixels, width: width, height: height, channels: channels, to: path)
        let output = try Tool.run(
            ffmpeg, ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", format, "-"])
        #expect(Array(output.standardOutput) == pixels)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    }

    @Test func theReaderGivesBackWhatWasWritten() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("picture.png")
        let pixels: [UInt8] = [1, 2, 3, 255, 9, 8, 7, 0]
        try PNGWriter.write(pixels: pixels, width: 1, height: 2, channels: 4, to: path)
        let picture = try DecodedPicture(path: path)
        #expect(picture.samples == pixels.map { UInt16($0) * 257 })
        #expect(picture.info.hasAlpha)
    }

    @Test func aFailedWriteLeavesWhatWasThere() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("picture.png")
        try Data("old".utf8).write(to: URL(filePath: path))
        #expect(throws: MediaError.self) {
            try PNGWriter.write(pixels: [1, 2], width: 1, height: 1, channels: 3, to: path)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data("old".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    }

    @Test func aFolderThatIsMissingIsNamed() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("nowhere/picture.png")
        let error = #expect(throws: MediaError.self) {
            try PNGWriter.write(pixels: [1, 2, 3], width: 1, height: 1, channels: 3, to: path)
        }
        let missing = folder.path("nowhere")
        #expect(
            error?.description
                == "\(path): can't write the picture: the folder \(missing) does not exist; create it"
        )
    }

    @Test func aPipeIsNotReplacedByAPicture() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        #expect(throws: MediaError.self) {
            try PNGWriter.write(pixels: [1, 2, 3], width: 1, height: 1, channels: 3, to: path)
        }
        var info = stat()
        #expect(stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFIFO)
    }
}
