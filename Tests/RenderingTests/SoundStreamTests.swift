import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

@Suite struct SoundStreamTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A plan of `seconds` whose sound is a looped noise that swells.
    private func plan(seconds: Double, loudness: Double? = -14) throws -> RenderPlan {
        let noise = Wave.noise(amplitude: 0.7, count: 70_000, seed: 8).enumerated()
            .map { $0.element * Float($0.offset) / 70_000 }
        try Wave.write([noise, noise.reversed()], to: folder.path("a.wav"))
        let count = Int((seconds * 48_000).rounded())
        var clip = SoundClip.make(path: folder.path("a.wav"), samples: 0..<count)
        clip.loop = true
        return .make(
            .make(32, 32), frameCount: (count * 30 + 47_999) / 48_000,
            sound: SoundPlan(
                sampleCount: count, tracks: [.make(clips: [clip])], loudness: loudness))
    }

    /// What ffprobe says of the sound packets of a file, time and hash; nil where there is none.
    private func packets(_ path: String) throws -> [Substring]? {
        guard let ffprobe = Tool.find("ffprobe") else { return nil }
        let output = try Tool.run(
            ffprobe,
            ["-v", "warning", "-select_streams", "a", "-show_entries"]
                + ["packet=pts,data_hash", "-show_data_hash", "MD5", "-of", "csv=p=0", path])
        #expect(output.standardError.isEmpty)
        // Of the encoder's padding there is more to say, on a line of its own.
        return output.text.split(separator: "\n").filter { $0.contains("MD5:") }
    }

    private func file(_ parts: [[UInt8]]) throws -> String {
        let path = folder.path("pieces.mp4")
        try Data(parts.joined()).write(to: URL(filePath: path))
        return path
    }

    @Test func thePacketsAreThoseOfARender() async throws {
        let plan = try plan(seconds: 7.4)
        let path = folder.path("film.mp4")
        _ = try await Render(plan, fonts: .bundled(), quality: .draft, workers: 1).run(to: path)
        let stream = try #require(SoundStream(plan))
        #expect(stream.pieceCount == 4)
        var parts = [try stream.header()]
        for index in 0..<4 { parts.append(try await stream.fragment(index)) }
        guard let meant = try packets(path) else { return }
        // 7.4 s are 346.875 packets; before them lies the encoder's padding.
        #expect(meant.count >= 347)
        #expect(try packets(try file(parts)) == Array(meant.suffix(347)))
    }

    @Test func aPieceBeginsWithThePacketInWhichItsTimeFalls() async throws {
        let stream = try #require(SoundStream(try plan(seconds: 4.5)))
        for index in [2, 0, 1] {
            let path = try file([try stream.header(), try await stream.fragment(index)])
            guard let packets = try packets(path) else { return }
            let start = try #require(packets.first?.split(separator: ",").first.flatMap { Int($0) })
            #expect(start == index * 96_000 / 1_024 * 1_024)
        }
        #expect(try stream.mediaType == "audio/mp4; codecs=\"mp4a.40.2\"")
    }

    @Test(arguments: [(1, 1), (96_000, 1), (96_001, 2), (192_000, 2), (192_001, 3)])
    func aPieceBeginsEveryTwoSeconds(_ count: Int, _ pieces: Int) async throws {
        let stream = try #require(SoundStream(try plan(seconds: Double(count) / 48_000)))
        #expect(stream.pieceCount == pieces)
        #expect(try await !stream.fragment(pieces - 1).isEmpty)
        await #expect(throws: MediaError.self) { try await stream.fragment(pieces) }
        await #expect(throws: MediaError.self) { try await stream.fragment(-1) }
        #expect(try await stream.peaks().count == (count + 959) / 960)
    }

    @Test func whereNothingSoundsThereIsNoStream() throws {
        #expect(SoundStream(.make(frameCount: 30)) == nil)
        var late = try plan(seconds: 1)
        late.sound.tracks[0].clips[0].samples = 48_000..<96_000
        #expect(SoundStream(late) == nil)
    }

    @Test func peaksAreTheGreatestMagnitudesOfBothChannels() async throws {
        var (left, right) = (
            [Float](repeating: 0, count: 9_700), [Float](repeating: 0, count: 9_700)
        )
        left[2_000] = 0.5
        right[4_799] = -0.8
        right[4_800] = 0.25
        left[9_650] = 0.1
        try Wave.write([left, right], to: folder.path("a.wav"))
        let clip = SoundClip.make(path: folder.path("a.wav"), samples: 0..<9_700)
        let sound = SoundPlan(sampleCount: 9_700, tracks: [.make(clips: [clip])], loudness: nil)
        let stream = try #require(SoundStream(.make(frameCount: 7, sound: sound)))
        var peaks = [UInt8](repeating: 0, count: 11)
        // 0.8 rises over the ceiling between samples, so the limiter may hold it down a little.
        let found = try await stream.peaks()
        (peaks[2], peaks[4], peaks[5]) = (found[2], found[4], found[5])
        // The last 5 ms of a clip are faded.
        peaks[10] = UInt8((0.1 * 255 * 50 / 240).rounded())
        #expect(found == peaks)
        #expect(abs(Int(found[2]) - 128) <= 1 && abs(Int(found[4]) - 204) <= 3)
        #expect(abs(Int(found[5]) - 64) <= 1)
    }

    @Test func peaksAreThoseOfTheMasteredSound() async throws {
        let stream = try #require(SoundStream(try plan(seconds: 4, loudness: -30)))
        let quiet = try await stream.peaks().reduce(0) { max($0, Int($1)) }
        let loud = try #require(SoundStream(try plan(seconds: 4, loudness: -20)))
        let peak = try await loud.peaks().reduce(0) { max($0, Int($1)) }
        #expect(abs(Double(peak) / Double(quiet) - pow(10, 0.5)) < 0.2)
    }

    @Test func anErrorIsToldToAllWhoWait() async throws {
        var plan = try plan(seconds: 5)
        plan.sound.tracks[0].clips[0].path = folder.path("none.wav")
        let stream = try #require(SoundStream(plan))
        await withTaskGroup(of: String?.self) { group in
            for index in 0..<3 {
                group.addTask { await Self.failure { _ = try await stream.fragment(index) } }
            }
            group.addTask { await Self.failure { _ = try await stream.peaks() } }
            for await path in group { #expect(path?.hasSuffix("none.wav") == true) }
        }
    }

    private static func failure(_ work: () async throws -> Void) async -> String? {
        do {
            try await work()
            return nil
        } catch {
            return (error as? MediaError)?.path
        }
    }

    @Test func aCancelledWaitEndsAndTheWorkGoesOn() async throws {
        let stream = try #require(SoundStream(try plan(seconds: 30)))
        let waiting = Task { try await stream.peaks() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(try await stream.peaks().count == 1_500)
    }

    @Test func aStreamThatIsLetGoEndsItsWork() async throws {
        weak var shelf: SoundShelf?
        do {
            let stream = try #require(SoundStream(try plan(seconds: 1_200)))
            stream.start()
            shelf = stream.shelf
            #expect(shelf != nil)
        }
        let end = ContinuousClock.now + .seconds(20)
        while shelf != nil, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(shelf == nil)
    }
}
