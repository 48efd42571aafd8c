import Foundation
import Media
import TestSupport
import Testing

/// Nothing in a file leads to another one, whatever its name and kind.
struct OtherFileTests {
    /// A canary: a loud tone and a red picture that must not come out of any other file.
    private func canary(in folder: TemporaryFolder) throws -> String? {
        guard let ffmpeg = Tool.find("ffmpeg") else { return nil }
        let path = folder.path("canary.mov")
        let run = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-f", "lavfi", "-i", "sine=440:d=1", "-f", "lavfi", "-i",
                "color=red:s=64x48:d=1", "-c:v", "mjpeg", "-c:a", "pcm_s16le", path,
            ])
        try #require(run.status == 0, "\(run.standardError)")
        return path
    }

    @Test(arguments: ["a.mp4", "a.mp3", "a.png", "a.wav", "a.txt"])
    func scriptsAndPlaylistsAreNotFollowed(name: String) throws {
        let folder = try TemporaryFolder()
        guard let canary = try canary(in: folder) else { return }
        for text in [
            "ffconcat version 1.0\nfile canary.mov\n",
            "ffconcat version 1.0\nfile \(canary)\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\ncanary.mov\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXTINF:1,\nfile://\(canary)\n",
        ] {
            try Data(text.utf8).write(to: URL(filePath: folder.path(name)))
            expectRefusal(folder.path(name), saying: "it is a playlist that names other files")
        }
    }

    @Test func aMovieWhoseTracksLieElsewhereIsRefused() throws {
        let folder = try TemporaryFolder()
        guard let canary = try canary(in: folder) else { return }
        let path = folder.path("reference.mov")
        try ReferenceMovie.make(of: URL(filePath: canary), at: path, to: canary)
        try expectFollowedByOthers(path)
        expectRefusal(path, saying: "other files")
    }

    /// The specimen is one: libav follows it where it is allowed to.
    private func expectFollowedByOthers(_ path: String) throws {
        guard let ffprobe = Tool.find("ffprobe") else { return }
        let run = try Tool.run(
            ffprobe,
            [
                "-v", "error", "-enable_drefs", "1", "-use_absolute_path", "1", "-count_packets",
                "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0", path,
            ])
        let counts = run.text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        #expect(counts.count == 2 && counts.allSatisfy { $0 > 0 }, "\(run.standardError)")
    }

    private func expectRefusal(_ path: String, saying words: String) {
        let errors = [
            #expect(throws: MediaError.self) { try PictureInfo.read(path: path) },
            #expect(throws: MediaError.self) { try SoundInfo.read(path: path) },
            #expect(throws: MediaError.self) { try PCMStore(decoding: path) },
        ]
        for error in errors {
            #expect(error?.path == path)
            #expect(error?.reason.contains(words) == true, "\(String(describing: error))")
        }
    }
}
