import Foundation
import TestSupport
import Testing

@testable import Media

/// HEIF and AVIF against the pixels that went in, against libheif's own program, and by formula.
struct HEIFTests {
    /// Red, green, blue and yellow corners as the shared pictures have them.
    private static let corners = [[220, 40, 40], [40, 180, 60], [40, 70, 220], [230, 210, 40]]

    @Test(arguments: ["heic", "avif"])
    func cornersKeepTheirPlaceAndColour(ending: String) throws {
        guard let source = Fixtures.shared("media/images/plain.jpg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.\(ending)")
        guard try HEIFSpecimen.encode(source.path, to: path, ["-q", "95"]) else { return }
        let picture = try DecodedPicture(path: path)
        #expect(picture.info.format == .other(ending))
        #expect(picture.info == (try PictureInfo.read(path: path)))
        #expect(picture.info.width == 320 && picture.info.height == 200)
        #expect(picture.warnings == [])
        #expect(Self.cornersFound(in: picture, Self.corners, tolerance: 8))
    }

    /// The name says nothing: what counts is the content.
    @Test func theSharedPhotoIsWhatLibheifsProgramMakesOfIt() throws {
        let name = "media/third_party/exoplayer/mp4_sample_still_photo.heic"
        guard let photo = Fixtures.shared(name), let convert = Tool.find("heif-convert") else {
            return
        }
        let folder = try TemporaryFolder()
        let copy = folder.path("a.jpg")
        try FileManager.default.copyItem(atPath: photo.path, toPath: copy)
        let run = try Tool.run(convert, [photo.path, folder.path("a.png")])
        try #require(run.status == 0, "\(run.standardError)")
        let wanted = try DecodedPicture(path: folder.path("a.png"))
        let found = try DecodedPicture(path: copy)
        #expect(found.info.width == 1080 && found.info.height == 1920)
        #expect(found.warnings == [])
        let worst = zip(found.samples, wanted.samples).map { abs(Int($0) - Int($1)) }.max() ?? .max
        #expect(worst <= 257)
    }

    @Test(arguments: ["heic", "avif"])
    func transparencyIsStraight(ending: String) throws {
        guard let source = Fixtures.shared("media/images/alpha.png") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.\(ending)")
        guard try HEIFSpecimen.encode(source.path, to: path, ["-q", "95"]) else { return }
        let picture = try DecodedPicture(path: path)
        #expect(picture.info.hasAlpha)
        #expect(isClose(picture.overBlack(x: 32, y: 20), [220, 40, 40], tolerance: 8))
        #expect(isClose(picture.overBlack(x: 288, y: 20), [20, 90, 30], tolerance: 8))
        #expect(isClose(picture.byte(x: 288, y: 20), [40, 180, 60, 128], tolerance: 8))
    }

    /// A ramp of 1024 steps keeps more levels than 8 bits have.
    @Test(arguments: [("heic", 10), ("avif", 12)])
    func moreThanEightBitsStay(ending: String, bits: Int) throws {
        let folder = try TemporaryFolder()
        let levels = (0..<512).map { 20_000 + $0 * 16 }
        let samples = (0..<16).flatMap { _ in
            levels.flatMap { level in
                (0..<3).flatMap { _ in [UInt8(level >> 8), UInt8(level & 255)] }
            }
        }
        try PNGSpecimen(width: 512, height: 16, bitDepth: 16, samples: samples)
            .write(to: folder.path("a.png"))
        let path = folder.path("a.\(ending)")
        let options = ["-b", "\(bits)", "-q", "100", "-p", "chroma=444"]
        guard try HEIFSpecimen.encode(folder.path("a.png"), to: path, options) else { return }
        let picture = try DecodedPicture(path: path)
        let row = (0..<512).map { picture.pixel(x: $0, y: 8)[1] }
        #expect(Set(row).count > 8 * 16)
        #expect(zip(row, levels).allSatisfy { abs($0 - $1) < 3 * 65536 >> bits })
    }

    /// CSS Color 4 gives the matrix from Display P3 to sRGB.
    @Test func namedPrimariesAreMapped() throws {
        let folder = try TemporaryFolder()
        let stored = [180, 120, 90]
        let pixels = (0..<64 * 64).flatMap { _ in stored.map { UInt8($0) } }
        try PNGWriter.write(
            pixels: pixels, width: 64, height: 64, channels: 3, to: folder.path("a.png"))
        let path = folder.path("a.avif")
        let options = ["-q", "100", "-p", "chroma=444"]
        guard try HEIFSpecimen.encode(folder.path("a.png"), to: path, options) else { return }
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let named = try #require(bytes.firstRange(of: Array("nclx".utf8))).upperBound
        bytes.replaceSubrange(named..<named + 4, with: [0, 12, 0, 13])  // P3, the sRGB curve.
        try Data(bytes).write(to: URL(filePath: path))
        let picture = try DecodedPicture(path: path)
        let light = stored.map { SRGB.light(Double($0) / 255) }
        let matrix = [
            [1.2249402, -0.2249402, 0], [-0.0420570, 1.0420570, 0],
            [-0.0196376, -0.0786361, 1.0982735],
        ]
        let wanted = matrix.map { row in
            let sum = zip(row, light).map { $0 * $1 }.reduce(0, +)
            return Int((SRGB.encoded(sum) * 255).rounded())
        }
        #expect(isClose(picture.byte(x: 32, y: 32).prefix(3), wanted, tolerance: 2))
    }

    @Test func anEmbeddedProfileIsApplied() throws {
        guard let source = Fixtures.shared("media/images/icc_p3.jpg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.heic")
        guard try HEIFSpecimen.encode(source.path, to: path, ["-q", "95"]) else { return }
        #expect(
            Self.cornersFound(in: try DecodedPicture(path: path), Self.corners, tolerance: 14))
    }

    /// What EXIF says is a copy of the file's own properties, if it has any.
    @Test func anOrientationInEXIFIsNotAppliedAgain() throws {
        guard let source = Fixtures.shared("media/images/exif_6.jpg"),
            let convert = Tool.find("heif-convert")
        else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.heic")
        guard try HEIFSpecimen.encode(source.path, to: path, ["-q", "95"]) else { return }
        let run = try Tool.run(convert, [path, folder.path("a.png")])
        try #require(run.status == 0, "\(run.standardError)")
        let (found, wanted) = try (
            DecodedPicture(path: path), DecodedPicture(path: folder.path("a.png"))
        )
        #expect(found.info.orientation == .upright)
        #expect(found.info.width == wanted.storedWidth)
        // The PNG repeats that EXIF, so its samples are looked at as they are stored.
        let worst = zip(found.samples, wanted.samples).map { abs(Int($0) - Int($1)) }.max() ?? .max
        #expect(worst <= 257)
    }

    /// ISO/IEC 23008-12:2022, 6.5.10 and 6.5.12: `irot` turns left by quarters, `imir` 0 swaps top
    /// and bottom, 1 left and right.
    @Test(arguments: [
        ("irot", 1, [1, 3, 0, 2]), ("irot", 2, [3, 2, 1, 0]), ("irot", 3, [2, 0, 3, 1]),
        ("imir", 0, [2, 3, 0, 1]), ("imir", 1, [1, 0, 3, 2]),
    ])
    func turnsAndMirrorsOfTheFileAreAppliedOnce(name: String, value: UInt8, order: [Int]) throws {
        guard let source = Fixtures.shared("media/images/plain.jpg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.heic")
        guard try HEIFSpecimen.encode(source.path, to: path, ["-q", "95"]) else { return }
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let property = [0, 0, 0, 9] + Array(name.utf8) + [value]
        let edited = try #require(HEIFSpecimen.adding(property, to: bytes))
        try Data(edited).write(to: URL(filePath: path))
        let picture = try DecodedPicture(path: path)
        let isTurned = name == "irot" && value != 2
        #expect(picture.info.width == (isTurned ? 200 : 320))
        #expect(picture.info.orientation == .upright)
        #expect(Self.cornersFound(in: picture, order.map { Self.corners[$0] }, tolerance: 8))
    }

    @Test func aSequenceShowsItsStillAndSaysSo() throws {
        guard let source = Fixtures.shared("media/images/plain.jpg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.heic")
        guard try HEIFSpecimen.encode(source.path, to: path, ["-q", "95"]) else { return }
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        bytes.replaceSubrange(8..<12, with: Array("msf1".utf8))
        try Data(bytes).write(to: URL(filePath: path))
        let picture = try DecodedPicture(path: path)
        #expect(picture.warnings.contains { $0.contains("moving picture") })
        #expect(Self.cornersFound(in: picture, Self.corners, tolerance: 8))
    }

    @Test func aCodecWithoutDecoderIsRefusedWithTheCure() throws {
        guard let source = Fixtures.shared("media/images/plain.jpg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.heic")
        guard try HEIFSpecimen.encode(source.path, to: path) else { return }
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let type = try #require(bytes.firstRange(of: Array("hvc1".utf8)))
        bytes.replaceSubrange(type, with: Array("evc1".utf8))
        try Data(bytes).write(to: URL(filePath: path))
        let error = #expect(throws: MediaError.self) { try DecodedPicture(path: path) }
        #expect(error?.path == path)
        #expect(error?.reason.contains("JPEG or PNG") == true, "\(String(describing: error))")
    }

    @Test(arguments: ["heic", "avif"])
    func damagedFilesGiveAPictureOrAnError(ending: String) throws {
        guard let source = Fixtures.shared("media/images/alpha.png") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("a.\(ending)")
        guard try HEIFSpecimen.encode(source.path, to: path) else { return }
        let sound = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var state: UInt64 = 7
        for round in 0..<200 {
            var bytes = sound
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 25)
            }
            if round % 4 == 0 { bytes = Array(bytes.prefix(Int(state >> 33) % bytes.count + 1)) }
            try Data(bytes).write(to: URL(filePath: path))
            do throws(MediaError) {
                let info = try PictureInfo.read(path: path)
                if info.width * info.height < 1_000_000 { _ = try DecodedPicture(path: path) }
            } catch {
                #expect(error.description.contains(path))
            }
        }
    }

    private static func cornersFound(
        in picture: DecodedPicture, _ colors: [[Int]], tolerance: Int
    ) -> Bool {
        let (right, bottom) = (picture.info.width - 1, picture.info.height - 1)
        let (x, y) = (picture.info.width / 10, picture.info.height / 10)
        let places = [(x, y), (right - x, y), (x, bottom - y), (right - x, bottom - y)]
        return zip(places, colors).allSatisfy { place, color in
            let found = picture.byte(x: place.0, y: place.1).prefix(3)
            if !isClose(found, color, tolerance: tolerance) { print(place, found, color) }
            return isClose(found, color, tolerance: tolerance)
        }
    }
}
