import Foundation
import TestSupport
import Testing

@testable import Media

/// Films that lead elsewhere, that are cut short, that promise too much: refused at once, or shown
/// as far as they are whole.
struct FilmSafetyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Writes a film that would be read if something led to it.
    private func writeSecret(_ maker: FFmpeg) throws {
        try maker.run([
            "-f", "lavfi", "-i", "color=c=red:s=32x32:r=25", "-frames:v", "5", "-c:v", "mpeg4",
            folder.path("secret.mp4"),
        ])
    }

    private func refuses(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for attempt in 0..<4 {
            let error = #expect(throws: MediaError.self, sourceLocation: sourceLocation) {
                switch attempt {
                case 0: _ = try FilmInfo.isFilm(path: path)
                case 1: _ = try FilmInfo.read(path: path)
                case 2: _ = try FilmReader(path: path).frame(at: 0)
                default: _ = try PictureInfo.read(path: path)
                }
            }
            #expect(error?.path == path, sourceLocation: sourceLocation)
            #expect(error?.reason.isEmpty == false, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: ["a.mp4", "a.mov", "a.mkv", "a.gif", "a.png", "a.m3u8", "a.ffconcat"])
    func listsOfOtherFilesAreRefusedUnderAnyName(name: String) throws {
        guard let maker = FFmpeg.find(encoders: "mpeg4") else { return }
        try writeSecret(maker)
        let secret = folder.path("secret.mp4")
        let texts = [
            "ffconcat version 1.0\nfile secret.mp4\n", "ffconcat version 1.0\nfile '\(secret)'\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\nsecret.mp4\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-MAP:URI=\"file://\(secret)\"\n#EXTINF:1,\n\(secret)\n",
            "\u{FEFF}#EXTM3U\n#EXTINF:1,\nsecret.mp4\n",
            "\nffconcat version 1.0\nfile secret.mp4\n",
            "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period>"
                + "<BaseURL>secret.mp4</BaseURL></Period></MPD>",
            "file secret.mp4\n", "[playlist]\nFile1=secret.mp4\n", "v=0\no=- 0 0 IN IP4 1.1.1.1\n",
        ]
        for text in texts {
            try Data(text.utf8).write(to: URL(filePath: folder.path(name)))
            refuses(folder.path(name))
        }
    }

    /// A MOV whose samples lie in another file (QuickTime File Format, data reference atoms), under
    /// every type that names a file.
    @Test(arguments: ["alis", "url "])
    func samplesInAnotherFileAreNotRead(type: String) throws {
        guard let maker = FFmpeg.find(encoders: "mpeg4") else { return }
        try writeSecret(maker)
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder.path("secret.mp4"))))
        let entry =
            type == "alis"
            ? alias(to: folder.path("secret.mp4"))
            : [UInt8](repeating: 0, count: 4) + Array("file:secret.mp4\0".utf8)
        let path = folder.path("outer.mov")
        let changed = try withReference(bytes, to: Array(type.utf8) + entry)
        // Nothing of the samples stays in the file itself.
        try Data(blanked(changed)).write(to: URL(filePath: path))
        do throws(MediaError) {
            let frame = try FilmReader(path: path).frame(at: 0)
            guard case .planes(let planes) = frame.content else { return }
            // Red would be 63 or 82.
            #expect(planes.luma[0] < 30 || planes.luma[0] > 100, "the other file was read")
        } catch {
            #expect(error.path == path)
        }
    }

    /// An alias record of version 2 with an absolute path.
    private func alias(to path: String) -> [UInt8] {
        var record = [UInt8](repeating: 0, count: 150)
        record[7] = 2
        let name = Array(path.utf8)
        // Item 2 is the absolute path; -1 ends the list.
        record += [0, 2, UInt8(name.count >> 8), UInt8(name.count & 255)] + name
        if name.count % 2 == 1 { record.append(0) }
        record += [0xFF, 0xFF, 0, 0]
        record[4] = UInt8(record.count >> 8)
        record[5] = UInt8(record.count & 255)
        return [0, 0, 0, 0] + record
    }

    /// Puts another entry in place of the data reference and corrects the sizes around it.
    private func withReference(_ bytes: [UInt8], to entry: [UInt8]) throws -> [UInt8] {
        let found = try #require(bytes.firstRange(of: Array("dref".utf8)))
        let start = found.upperBound + 8
        var changed = Array(bytes[..<start]) + number(entry.count + 4) + entry
        changed += bytes[(start + 12)...]
        let growth = entry.count + 4 - 12
        for name in ["dref", "dinf", "minf", "mdia", "trak", "moov"] {
            let at = try #require(bytes.firstRange(of: Array(name.utf8))).lowerBound - 4
            let size = bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
            changed.replaceSubrange(at..<at + 4, with: number(size + growth))
        }
        return changed
    }

    private func blanked(_ bytes: [UInt8]) throws -> [UInt8] {
        var bytes = bytes
        let at = try #require(bytes.firstRange(of: Array("mdat".utf8)))
        let size = bytes[at.lowerBound - 4..<at.lowerBound].reduce(0) { $0 << 8 | Int($1) }
        for index in at.upperBound..<at.lowerBound - 4 + size { bytes[index] = 0 }
        return bytes
    }

    private func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 255) }
    }

    @Test func whatIsNoFileIsRefused() throws {
        let pipe = folder.path("pipe.mp4")
        #expect(mkfifo(pipe, 0o600) == 0)
        refuses(pipe)
        refuses(folder.url.path)
        refuses(folder.path("nowhere.mp4"))
        refuses("/dev/zero")
        try Data().write(to: URL(filePath: folder.path("empty.mkv")))
        refuses(folder.path("empty.mkv"))
        for url in ["http://127.0.0.1:9/a.mp4", "concat:a|b", "file:secret.mp4", "pipe:0"] {
            refuses(url)
        }
    }

    /// Frames of a film up to its end, and what it had to say.
    private func played(_ path: String) throws -> (count: Int, warnings: [String]) {
        let decoder = try FilmDecoder(path: path)
        var count = 0
        while try decoder.next() != nil { count += 1 }
        return (count, decoder.warnings)
    }

    @Test(arguments: [
        "a.mp4", "a.mkv", "a.webm", "a.avi", "a.ts", "a.flv", "a.gif", "a.apng", "a.mpg",
    ])
    func whatIsLeftOfACutFilmPlays(name: String) throws {
        guard let maker = FFmpeg.find(encoders: "libvpx", "mpeg4", "flv", "mpeg2video") else {
            return
        }
        let path = folder.path(name)
        let codec =
            ["a.webm": "libvpx", "a.flv": "flv", "a.gif": "gif", "a.apng": "apng"][name]
            ?? (name == "a.mpg" || name == "a.ts" ? "mpeg2video" : "mpeg4")
        try maker.run(
            [
                "-f", "lavfi", "-i", "testsrc2=s=96x64:r=25", "-frames:v", "50", "-c:v", codec,
                "-g", "10",
            ]
                + (name == "a.mp4" ? ["-movflags", "+faststart"] : []) + [path])
        let whole = try Data(contentsOf: URL(filePath: path))
        #expect(try played(path).count == 50)
        #expect(try FilmInfo.read(path: path).warnings == [])
        try whole.prefix(whole.count * 6 / 10).write(to: URL(filePath: path))
        let info = try FilmInfo.read(path: path)
        let (count, _) = try played(path)
        #expect(15...40 ~= count, "\(count) frames")
        // Whatever time is asked for, a frame is there; the last whole one holds.
        let reader = try FilmReader(path: path)
        for time in [0, 0.5, 1.9, 100, 1, 0] { _ = try reader.frame(at: time) }
        #expect(info.seconds <= 2.05, "\(info.seconds) s")
        // The streams of broadcasts end anywhere.
        let isKnown = name != "a.ts" && name != "a.mpg"
        #expect(!isKnown || !(reader.warnings + info.warnings).isEmpty)
        // Without a whole frame it is an error.
        try whole.prefix(40).write(to: URL(filePath: path))
        #expect(throws: MediaError.self) { try FilmReader(path: path).frame(at: 0) }
    }

    /// Headers of pictures far beyond the limits, in a few bytes.
    @Test func headersThatPromiseTooMuchAreRefusedAtOnce() throws {
        let before = memory()
        let start = ContinuousClock.now
        for (name, bytes) in try bombs() {
            let path = folder.path(name)
            try Data(bytes).write(to: URL(filePath: path))
            let error = #expect(throws: MediaError.self, "\(name)") {
                try FilmReader(path: path).frame(at: 0)
            }
            #expect(error?.path == path)
            #expect(throws: MediaError.self, "\(name)") { try FilmInfo.read(path: path) }
        }
        #expect(start.duration(to: .now) < .seconds(10))
        #expect(memory() - before < 200_000_000)
    }

    private func bombs() throws -> [(String, [UInt8])] {
        let size: [UInt8] = [0xFF, 0xFF]
        var bombs: [(String, [UInt8])] = [
            (
                "a.gif",
                Array("GIF89a".utf8) + size + size + [0x80, 0, 0, 0, 0, 0, 255, 255, 255]
                    + [0x2C, 0, 0, 0, 0] + size + size + [0, 2, 2, 0x4C, 1, 0]
                    + [0x2C, 0, 0, 0, 0] + size + size + [0, 2, 2, 0x4C, 1, 0, 0x3B]
            ),
            ("a.y4m", Array("YUV4MPEG2 W16384 H16384 F25:1 Ip C420\nFRAME\n".utf8) + size),
            (
                "a.ivf",
                Array("DKIF".utf8) + [0, 0, 32, 0] + Array("VP80".utf8) + size + size
                    + [25, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0] + [10, 0, 0, 0]
                    + [UInt8](repeating: 0, count: 8) + [0x10, 2, 0, 0x9D, 1, 0x2A] + size + size
            ),
        ]
        if let maker = FFmpeg.find(encoders: "mjpeg") {
            try maker.run([
                "-f", "lavfi", "-i", "color=c=red:s=32x32:r=25", "-frames:v", "3", "-c:v", "mjpeg",
                folder.path("small.avi"),
            ])
            var film = [UInt8](try Data(contentsOf: URL(filePath: folder.path("small.avi"))))
            // ITU-T T.81, B.2.2: a frame header's height and width.
            for index in film.indices.dropLast(9)
            where film[index] == 0xFF && film[index + 1] == 0xC0 && film[index + 4] == 8 {
                film.replaceSubrange(index + 5..<index + 9, with: size + size)
            }
            bombs.append(("a.avi", film))
        }
        return bombs
    }

    /// The most memory that the process has had so far, in bytes.
    private func memory() -> Int {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
