import Foundation
import Media
import TestSupport
import Testing

/// Damage that only decoding shows.
struct FilmTrialTests {
    /// A copy of a whole film with its index in front, as downloads have it.
    private func film(in folder: TemporaryFolder) throws -> Data? {
        guard let source = Fixtures.shared("media/video/plain_30.mp4"),
            let tool = Tool.find("ffmpeg")
        else { return nil }
        let path = folder.path("whole.mp4")
        let output = try Tool.run(
            tool,
            [
                "-v", "error", "-i", source.path, "-an", "-c", "copy", "-movflags", "+faststart",
                path,
            ])
        try #require(output.status == 0, "\(output.standardError)")
        return try Data(contentsOf: URL(filePath: path))
    }

    @Test(arguments: [
        ("video/plain_30.mp4", 60), ("video/fps_50.mp4", 60), ("video/vfr_30_then_10.mp4", 50),
        ("video/vp9_alpha.webm", 30), ("video/prores.mov", 13), ("video/mjpeg.avi", 25),
    ])
    func wholeFilmsHaveAllTheirFrames(name: String, count: Int) throws {
        guard let url = Fixtures.shared("media/\(name)") else { return }
        let trial = try FilmTrial(path: url.path)
        #expect(trial.frameCount == count)
        #expect(trial.lostPackets == 0 && trial.mendedFrames == 0 && trial.promisedEnd == nil)
    }

    @Test func cutDownloadEndsEarly() throws {
        let folder = try TemporaryFolder()
        guard let whole = try film(in: folder) else { return }
        let path = folder.path("cut.mp4")
        try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
        let trial = try FilmTrial(path: path)
        #expect((1..<50).contains(trial.frameCount))
        #expect(trial.lastFrame < 1.6)
        // What is left is whole, and the file's facts tell that it is not all.
        #expect(trial.promisedEnd == nil)
        let warnings = try FilmInfo.read(path: path).warnings
        #expect(warnings.contains { $0.hasPrefix("it is cut short") && $0.contains("of 2.0 s") })
    }

    @Test func partThatIsUsedMayBeWhole() throws {
        let folder = try TemporaryFolder()
        guard let whole = try film(in: folder) else { return }
        let path = folder.path("cut.mp4")
        try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
        #expect(try FilmTrial(path: path, until: 0.2).promisedEnd == nil)
    }

    @Test func scratchedFramesAreCounted() throws {
        let folder = try TemporaryFolder()
        guard var whole = try film(in: folder) else { return }
        for offset in stride(from: whole.count / 2, to: whole.count - 64, by: 97) {
            whole[offset] ^= 0x5A
        }
        let path = folder.path("scratched.mp4")
        try whole.write(to: URL(filePath: path))
        let trial = try FilmTrial(path: path)
        #expect(trial.frameCount > 0)
        #expect(trial.lostPackets + trial.mendedFrames > 0)
    }
}
