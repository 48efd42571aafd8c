import Foundation
import TestSupport
import Testing

@testable import Media

/// Lengths that are counted and stretches that are entered in the middle, against decoding it all
/// and against ffmpeg.
@Suite struct SoundWindowTests {
    /// A coder, the rate it is given, and the ending of the file.
    struct Kind: Sendable, CustomTestStringConvertible {
        var coder: String
        var rate: Int
        var ending: String
        var options: [String] = []

        /// How far apart samples may be that were entered in the middle: coders that draw noise or
        /// adapt give others than from the start, at the same place.
        var tolerance: Float = 1e-6

        /// Whether packets tell the length without being decoded.
        var isCountable = true

        var samples: Int { 14 * rate + 77 }

        var testDescription: String {
            "\(coder) \(rate) \(ending) \(options.joined(separator: " "))"
        }
    }

    static let kinds = [
        Kind(coder: "pcm_s16le", rate: 44_100, ending: "wav"),
        Kind(coder: "pcm_s24le", rate: 96_000, ending: "w64"),
        Kind(coder: "pcm_s16be", rate: 22_050, ending: "aiff"),
        Kind(coder: "pcm_s16be", rate: 44_100, ending: "au"),
        Kind(coder: "pcm_f32le", rate: 48_000, ending: "mov"),
        Kind(coder: "flac", rate: 44_100, ending: "flac"),
        Kind(coder: "flac", rate: 44_100, ending: "mkv", isCountable: false),
        Kind(coder: "alac", rate: 44_100, ending: "m4a"),
        Kind(coder: "libmp3lame", rate: 44_100, ending: "mp3"),
        Kind(coder: "libmp3lame", rate: 44_100, ending: "mp3", options: ["-q:a", "2"]),
        Kind(coder: "libmp3lame", rate: 22_050, ending: "mp3", options: ["-b:a", "16k"]),
        Kind(coder: "libmp3lame", rate: 48_000, ending: "mp3", options: ["-write_xing", "0"]),
        Kind(coder: "aac", rate: 44_100, ending: "m4a", tolerance: 0.1),
        Kind(coder: "aac", rate: 44_100, ending: "aac", tolerance: 0.1),
        Kind(coder: "aac", rate: 44_100, ending: "mkv", tolerance: 0.1),
        Kind(coder: "aac", rate: 48_000, ending: "ts", tolerance: 0.1),
        Kind(coder: "libvorbis", rate: 44_100, ending: "ogg"),
        Kind(coder: "libopus", rate: 48_000, ending: "ogg", tolerance: 0.05),
        Kind(coder: "libopus", rate: 48_000, ending: "webm", tolerance: 0.05),
        Kind(coder: "ac3", rate: 48_000, ending: "ac3", tolerance: 0.05),
        Kind(coder: "mp2", rate: 32_000, ending: "mp2", tolerance: 1e-4),
    ]

    /// 14 s and 77 samples of a swept tone and noise, so that no two places sound alike.
    private func make(_ kind: Kind, in folder: TemporaryFolder) throws -> String? {
        guard let ffmpeg = Tool.find("ffmpeg") else { return nil }
        let source =
            "aevalsrc='0.3*sin(2*PI*(200+40*t)*t)+0.1*random(0)|0.1*random(1)'"
            + ":s=\(kind.rate):d=15,atrim=end_sample=\(kind.samples)"
        let path = folder.path("a.\(kind.ending)")
        let run = try Tool.run(
            ffmpeg,
            ["-v", "error", "-f", "lavfi", "-i", source, "-c:a", kind.coder] + kind.options
                + [path])
        guard run.status == 0 else {
            print("skipped: ffmpeg can't write \(kind.testDescription): \(run.standardError)")
            return nil
        }
        return path
    }

    @Test(arguments: kinds)
    func whatIsCountedIsWhatIsDecoded(_ kind: Kind) throws {
        let folder = try TemporaryFolder()
        guard let path = try make(kind, in: folder) else { return }
        let decoded = try #require(try SoundInfo.decoded(path: path))
        let counted = try SoundInfo.counted(SoundInput(path: path))
        #expect((counted != nil) == kind.isCountable)
        if let counted { #expect(counted == decoded) }
        #expect(try PCMStore(decoding: path).sampleCount == decoded.sampleCount)
        // ffmpeg does not heed the end of an edit list, which is in milliseconds; there the source
        // is the judge.
        let isEdited = kind.ending == "m4a"
        let other = try isEdited ? kind.samples : Self.samplesByFFmpeg(path)
        let wanted = (other * 48_000 + kind.rate / 2) / kind.rate
        #expect(abs(decoded.sampleCount - wanted) <= (isEdited ? 48 : 1))
    }

    @Test(arguments: kinds)
    func aStretchInTheMiddleIsWhatItIsInTheWhole(_ kind: Kind) throws {
        let folder = try TemporaryFolder()
        guard let path = try make(kind, in: folder) else { return }
        let whole = try PCMStore(decoding: path)
        for start in [500_001, 620_000] {
            let store = try PCMStore(decoding: path, window: start..<start + 10_000)
            #expect(store.sampleCount >= start + 10_000)
            #expect(store.warnings == [])
            let found = try store.block(at: start, count: 10_000)
            let wanted = try whole.block(at: start, count: 10_000)
            let worst = zip(found.left, wanted.left).map { abs($0 - $1) }.max() ?? 1
            #expect(worst <= kind.tolerance, "\(start)")
            // However a coder draws its noise, the tone is where it was.
            #expect(Self.likeness(found.left, wanted.left) > 0.99)
        }
        let end = try PCMStore(decoding: path, window: 660_000..<2_000_000)
        #expect(end.sampleCount == whole.sampleCount)
        for start in [whole.sampleCount + 10_000, whole.sampleCount + 100_000, 3_000_000] {
            let behind = try PCMStore(decoding: path, window: start..<start + 100)
            #expect(abs(behind.sampleCount - whole.sampleCount) <= 1)
            #expect(try behind.block(at: start, count: 9).left.allSatisfy { $0 == 0 })
        }
    }

    @Test func aStretchAtAnotherSpeedIsWhereItIsInTheWhole() throws {
        let folder = try TemporaryFolder()
        var wave = [Float](repeating: 0, count: 30 * 48_000)
        let burst = Wave.sine(1_000, seconds: 0.2)
        wave.replaceSubrange(25 * 48_000..<25 * 48_000 + burst.count, with: burst)
        try Wave.write([wave], to: folder.path("a.wav"))
        for speed in [0.5, 1.25, 2] {
            let place = Int(25 * 48_000 / speed)
            let window = place - 24_000..<place + 24_000
            let store = try PCMStore(
                decoding: folder.path("a.wav"), speed: speed, window: window)
            let onsets = Wave.onsets(try store.block(at: window.lowerBound, count: 48_000).left)
            #expect(onsets.count == 1)
            #expect(abs((onsets.first ?? 0) - 0.5) < 0.02)
        }
        let end = try PCMStore(
            decoding: folder.path("a.wav"), speed: 2, window: 700_000..<Int.max)
        #expect(abs(end.sampleCount - 15 * 48_000) <= 1)
    }

    /// Only what is kept takes room: half a second, not the half minute before it.
    @Test func silenceAndGapsInTheMiddleKeepTheirTime() throws {
        guard let ffmpeg = Tool.find("ffmpeg") else { return }
        let folder = try TemporaryFolder()
        var wave = [Float](repeating: 0, count: 30 * 48_000)
        for second in [2, 14, 20, 25] {
            wave.replaceSubrange(
                second * 48_000..<second * 48_000 + 960, with: Wave.sine(1_000, seconds: 0.02))
        }
        try Wave.write([wave, wave], to: folder.path("a.wav"))
        let path = folder.path("a.mkv")
        let run = try Tool.run(
            ffmpeg,
            [
                "-v", "error", "-i", folder.path("a.wav"), "-af",
                "aselect=not(between(t\\,15\\,18))", "-c:a", "mp2", path,
            ])
        try #require(run.status == 0, "\(run.standardError)")
        let whole = try PCMStore(decoding: path)
        for start in [17 * 48_000, 19 * 48_000, 24 * 48_000] {
            let store = try PCMStore(decoding: path, window: start..<start + 96_000)
            let found = try store.block(at: start, count: 96_000)
            let wanted = try whole.block(at: start, count: 96_000)
            // The decoder of MPEG layer 2 dithers.
            #expect(zip(found.left, wanted.left).allSatisfy { abs($0 - $1) < 1e-4 })
        }
        #expect(
            try SoundInfo.counted(SoundInput(path: path)) == (try SoundInfo.decoded(path: path)))
    }

    /// Of every sound of the shared set: counted as decoded, or not counted at all.
    ///
    /// Where pages of an Ogg file are lost, only decoding finds how Vorbis blocks overlap.
    @Test(
        arguments: SoundFixture.all.filter {
            $0.expect.hasPrefix("renders") && !$0.file.contains("vorbis_gap")
        })
    func countedLengthsOfTheSharedFilesAreTheDecodedOnes(_ fixture: SoundFixture) throws {
        let path = try #require(fixture.path)
        guard let counted = try SoundInfo.counted(SoundInput(path: path)) else {
            print("\(fixture.file): only decoding tells its length")
            return
        }
        let decoded = try #require(try SoundInfo.decoded(path: path))
        #expect(counted.sampleCount == decoded.sampleCount || !decoded.warnings.isEmpty)
    }

    private static func samplesByFFmpeg(_ path: String) throws -> Int {
        guard let ffmpeg = Tool.find("ffmpeg") else { return 0 }
        let output = try Tool.run(
            ffmpeg,
            ["-v", "error", "-i", path, "-f", "s16le", "-ac", "1", "-c:a", "pcm_s16le", "-"])
        return output.standardOutput.count / 2
    }

    /// The correlation of two waves, 1 where they differ by a factor alone.
    private static func likeness(_ a: [Float], _ b: [Float]) -> Double {
        func product(_ a: [Float], _ b: [Float]) -> Double {
            zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        }
        return product(a, b) / (product(a, a) * product(b, b)).squareRoot()
    }
}
