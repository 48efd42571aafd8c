import Foundation
import Media
import TestSupport
import Testing

/// Damage inside a sound that is too long to be decoded for its length.
struct LongSoundDamageTests {
    @Test func onlyDecodingShowsIt() throws {
        guard let tool = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        let path = folder.path("long.m4a")
        let made = try Tool.run(
            tool,
            [
                "-v", "error", "-f", "lavfi", "-i", "anoisesrc=r=8000:d=700:a=0.2", "-c:a", "aac",
                "-b:a", "16k", path,
            ])
        try #require(made.status == 0, "\(made.standardError)")
        #expect(try SoundInfo.remarks(decoding: path) == [])
        var bytes = try Data(contentsOf: URL(filePath: path))
        // From the middle of the media on; the index stands behind it.
        for offset in bytes.count / 2..<bytes.count / 2 + 4000 { bytes[offset] = 0xFF }
        try bytes.write(to: URL(filePath: path))
        let info = try SoundInfo.read(path: path)
        #expect(info.warnings == [])
        #expect(info.codec == "aac" && info.layout == "mono")
        let remarks = try SoundInfo.remarks(decoding: path)
        #expect(remarks.contains { $0.hasPrefix("damaged sound: ") }, "\(remarks)")
        #expect(try SoundInfo.remarks(decoding: path, until: 60) == [])
    }
}
