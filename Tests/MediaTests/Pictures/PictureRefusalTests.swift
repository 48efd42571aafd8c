import Foundation
import Media
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is no picture, or too much of one, is refused with its name, the cause and what to do.
struct PictureRefusalTests {
    @Test func aFolderAMissingFileAndAPipeAreRefused() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path("pipe.png")
        #expect(mkfifo(pipe, 0o600) == 0)
        expectRefusal(folder.url.path, saying: "it is a folder")
        expectRefusal(folder.path("none.png"), saying: "no such file")
        expectRefusal(pipe, saying: "not a plain file")
    }

    @Test func anEmptyFileAndATextAreRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("odd.png")
        try Data().write(to: URL(filePath: path))
        expectRefusal(path, saying: "0 bytes")
        try Data("not a picture\n".utf8).write(to: URL(filePath: path))
        expectRefusal(path, saying: "it is a text")
    }

    @Test func playListsThatNameOtherFilesAreNotFollowed() throws {
        guard let film = Fixtures.shared("media/video/plain_30.mp4") else { return }
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: film.path, toPath: folder.path("film.mp4"))
        let lists = [
            "ffconcat version 1.0\nfile film.mp4\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfilm.mp4\n#EXT-X-ENDLIST\n",
        ]
        for list in lists {
            let path = folder.path("list.mp4")
            try Data(list.utf8).write(to: URL(filePath: path))
            expectRefusal(path, saying: "a playlist that names other files")
        }
    }

    @Test func aNameThatLooksLikeAProtocolIsAFile() throws {
        expectRefusal("concat:a.png|b.png", saying: "no such file")
        expectRefusal("http://127.0.0.1:9/a.png", saying: "no such file")
    }

    @Test func picturesBeyondTheLimitsAreRefusedAtOnce() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("huge.png")
        for (width, height) in [(30000, 30000), (200_000, 1), (2_000_000_000, 2_000_000_000)] {
            try PNGSpecimen(width: width, height: height, samples: []).header.write(
                to: URL(filePath: path))
            expectRefusal(path, saying: "200 megapixels")
        }
    }

    @Test func anInterlacedPNGMustFitInMemory() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("huge.png")
        let specimen = PNGSpecimen(
            width: 14000, height: 14000, colorType: 6, isInterlaced: true, samples: [])
        try specimen.header.write(to: URL(filePath: path))
        #expect(try PictureInfo.read(path: path).width == 14000)
        let error = #expect(throws: MediaError.self) { try DecodedPicture(opening: path) }
        #expect(error?.reason.contains("784 MB at once, the limit is 400 MB") == true)
    }

    @Test func aProgressiveJPEGMustFitInMemory() throws {
        guard let progressive = Fixtures.shared("media/images/progressive.jpg") else { return }
        var bytes = try Data(contentsOf: progressive)
        let frame = try #require(bytes.firstRange(of: [0xFF, 0xC2])).lowerBound
        bytes.replaceSubrange((frame + 5)..<(frame + 9), with: [0x36, 0xB0, 0x36, 0xB0])
        let folder = try TemporaryFolder()
        let path = folder.path("huge.jpg")
        try bytes.write(to: URL(filePath: path))
        #expect(try PictureInfo.read(path: path).width == 14000)
        expectRefusal(path, saying: "a progressive JPEG of 14000 x 14000", ofInfo: false)
    }

    @Test(arguments: [
        "plain.png", "alpha.png", "plain.jpg", "icc_p3.jpg", "lossy.webp", "anim.gif",
    ])
    func filesCutAnywhereGiveAPictureOrAnError(name: String) throws {
        guard let whole = Fixtures.shared("media/images/\(name)") else { return }
        let bytes = try Data(contentsOf: whole)
        let folder = try TemporaryFolder()
        let path = folder.path(name)
        for count in stride(from: 1, to: bytes.count, by: bytes.count / 12 + 1) {
            try bytes.prefix(count).write(to: URL(filePath: path))
            do throws(MediaError) {
                let picture = try DecodedPicture(path: path)
                #expect(picture.info.width > 0)
            } catch {
                #expect(error.description.contains(path))
            }
        }
    }

    @Test(arguments: ["plain.png", "icc_p3.jpg", "exif_6.jpg", "lossy.webp", "anim.gif"])
    func filesWithWrongBytesGiveAPictureOrAnError(name: String) throws {
        guard let whole = Fixtures.shared("media/images/\(name)") else { return }
        let sound = try Data(contentsOf: whole)
        let folder = try TemporaryFolder()
        let path = folder.path(name)
        var state: UInt64 = 42
        for _ in 0..<12 {
            var bytes = sound
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                // The first bytes hold the sizes, where a lie does most harm.
                bytes[Int(state >> 33) % min(bytes.count, 700)] = UInt8(
                    truncatingIfNeeded: state >> 25)
            }
            try bytes.write(to: URL(filePath: path))
            do throws(MediaError) {
                let info = try PictureInfo.read(path: path)
                if info.width * info.height < 1_000_000 { _ = try DecodedPicture(path: path) }
            } catch {
                #expect(error.description.contains(path))
            }
        }
    }

    private func expectRefusal(_ path: String, saying words: String, ofInfo: Bool = true) {
        let errors = [
            ofInfo
                ? #expect(throws: MediaError.self) { try PictureInfo.read(path: path) } : nil,
            #expect(throws: MediaError.self) { try PictureReader(path: path) },
        ]
        for error in errors.compactMap({ $0 }) {
            #expect(error.path == path)
            #expect(error.description.contains(words), "\(error)")
        }
    }
}

extension PNGSpecimen {
    /// The file up to a first byte of image data that never comes.
    fileprivate var header: Data { Data(start + Self.chunk("IDAT", [0x78])) }
}

extension DecodedPicture {
    /// Asks for the first row alone.
    fileprivate init(opening path: String) throws(MediaError) {
        let reader = try PictureReader(path: path)
        var row = [UInt16](repeating: 0, count: 4 * reader.rowWidth)
        let result = row.withUnsafeMutableBufferPointer { row in
            Result { () throws(MediaError) in try reader.readRow(into: row) }
        }
        try result.get()
        (info, warnings, samples) = (reader.info, [], row)
        (storedWidth, storedHeight) = (reader.rowWidth, 1)
    }
}
