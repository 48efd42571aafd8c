import Foundation
import Media
import TestSupport
import Testing

/// What a file holds by its content, and what is said of films and sounds that can't be used.
struct MediaKindTests {
    @Test(arguments: [
        ("video/plain_30.mp4", MediaKind.film), ("video/noaudio.mp4", .film),
        ("video/subs.mkv", .film), ("video/mjpeg.avi", .film), ("video/vp9_alpha.webm", .film),
        ("third_party/exoplayer/flv_sample.flv", .film),
        ("third_party/exoplayer/ts_sample_h264_no_access_unit_delimiters.ts", .film),
        ("third_party/exoplayer/ts_sample_latm.ts", .sound),
        ("third_party/exoplayer/mp4_sample_opus.mp4", .sound), ("audio/tone.m4a", .sound),
        ("audio/vbr_art.mp3", .sound), ("audio/wav24.wav", .sound), ("audio/tone.aac", .sound),
        ("third_party/exoplayer/flac_bear_with_picture.flac", .sound),
        ("images/truncated.jpg", .picture), ("images/bomb_30000x30000.png", .picture),
    ])
    func contentDecides(file: String, kind: MediaKind) throws {
        guard let url = Fixtures.shared("media/\(file)") else { return }
        #expect(try MediaKind.of(path: url.path) == kind)
    }

    @Test func nameDoesNot() throws {
        guard let url = Fixtures.shared("media/video/plain_30.mp4") else { return }
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: url.path, toPath: folder.path("film.png"))
        #expect(try MediaKind.of(path: folder.path("film.png")) == .film)
    }

    /// The whole message behind the path, for people who know nothing of formats.
    @Test(arguments: [
        (
            "video/no_moov.mp4",
            "can't read the film: its index (moov) is missing: the recording or the download was cut off; copy the file again"
        ),
        ("video/zero.mp4", "can't read the film: the file is empty (0 bytes); get it again"),
        (
            "third_party/exoplayer/mkv_full_blocks.mkv",
            "can't read the film: it holds only subtitles, no picture and no sound; name the film that they belong to"
        ),
        (
            "third_party/mp4parse/bipbop_480wp_1001kbps-cenc-video-key1-init.mp4",
            "can't decode the film: it is encrypted (DRM), so that only its own app can play it; get a copy without protection"
        ),
        (
            "third_party/mp4parse/invalid_userdata.mp4",
            "can't decode the film: its pictures are missing: the file ends behind its index; copy it again"
        ),
        (
            "third_party/mp4parse/test_case_1185230.mp4",
            "can't decode the film: no frame of it can be decoded: it is damaged; copy it again, or export it anew"
        ),
    ])
    func brokenFilmIsRefusedWithCauseAndCure(file: String, message: String) throws {
        guard let path = Fixtures.shared("media/\(file)")?.path else { return }
        #expect(Self.refusal(of: path) == "\(path): \(message)")
    }

    private static func refusal(of path: String) -> String? {
        do {
            guard try MediaKind.of(path: path) == .film else { return nil }
            _ = try FilmInfo.read(path: path)
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// The first bytes of whole films: nothing in them says that the rest is missing.
    @Test(arguments: [
        ("third_party/exoplayer/flv_sample.flv", 6, "a Flash film"),
        ("video/vp9_alpha.webm", 20, "a Matroska or WebM film"),
        ("video/mjpeg.avi", 20, "an AVI film"),
    ])
    func cutBeginningIsNamed(file: String, count: Int, name: String) throws {
        guard let url = Fixtures.shared("media/\(file)") else { return }
        let folder = try TemporaryFolder()
        try Data(contentsOf: url).prefix(count).write(to: URL(filePath: folder.path("a")))
        let refusal = try #require(Self.refusal(of: folder.path("a")))
        #expect(refusal.contains("it begins as \(name) does"), "\(refusal)")
        #expect(refusal.hasSuffix("copy it again"))
    }

    /// Boxes by ISO/IEC 14496-12, 4.2: a length and a type.
    @Test(
        arguments: [
            ([("ftyp", 16, 16), ("moov", 5000, 40)], "its index (moov) is cut off"),
            ([("ftyp", 16, 16), ("moov", 24, 24)], "its index (moov) is damaged"),
            (
                [("styp", 16, 16), ("moof", 24, 24)],
                "it is a part of a stream without its beginning"
            ),
            ([("mdat", 1 << 30, 64)], "its index (moov) is missing"),
        ] as [([(String, UInt32, Int)], String)])
    func boxesSayWhatIsMissing(boxes: [(String, UInt32, Int)], reason: String) throws {
        let folder = try TemporaryFolder()
        var bytes: [UInt8] = []
        for (type, length, count) in boxes {
            bytes += withUnsafeBytes(of: length.bigEndian, Array.init) + Array(type.utf8)
            bytes += [UInt8](repeating: 0xA5, count: count - 8)
        }
        try Data(bytes).write(to: URL(filePath: folder.path("a.mp4")))
        let refusal = try #require(Self.refusal(of: folder.path("a.mp4")))
        #expect(refusal.contains(reason), "\(refusal)")
    }
}
