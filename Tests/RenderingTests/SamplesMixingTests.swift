import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

@Suite struct SamplesMixingTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Returns a clip of `samples` written to a file of its own.
    private func clip(
        _ samples: [Float], at range: Range<Int>, name: String = "a", sourceStart: Int = 0
    ) throws -> SoundClip {
        let path = folder.path("\(name).wav")
        try Wave.write([samples], to: path)
        return SoundClip.make(path: path, samples: range, sourceStart: sourceStart)
    }

    private func mix(_ tracks: [SoundTrack], count: Int) throws -> [Float] {
        let mixer = try AudioMixer(
            SoundPlan(sampleCount: count, tracks: tracks, loudness: nil))
        return try (0..<mixer.blockCount).flatMap { try mixer.block(at: $0).left }
    }

    private func mix(_ clips: SoundClip..., count: Int) throws -> [Float] {
        try mix([SoundTrack.make(clips: clips)], count: count)
    }

    private let flat = [Float](repeating: 0.5, count: 60_000)

    @Test func aClipIsHeardAtItsPlaceFromItsPlaceInTheSource() throws {
        var source = [Float](repeating: 0, count: 20_000)
        source[5_000] = 0.9
        let output = try mix(
            try clip(source, at: 10_000..<16_000, sourceStart: 3_000), count: 20_001)
        #expect(output.count == 20_001)
        #expect(output.firstIndex { $0 != 0 } == 12_000)
        #expect(output[12_000] == 0.9)
        #expect(output.filter { $0 != 0 }.count == 1)
    }

    @Test func gainsMultiplyAndTracksAddUp() throws {
        var first = try clip(flat, at: 0..<40_000)
        first.gain = 0.5
        var second = try clip(flat, at: 0..<40_000, name: "b")
        second.gain = 0.25
        let output = try mix(
            [SoundTrack.make(clips: [first]), SoundTrack.make(clips: [second])], count: 40_000)
        #expect(output[20_000] == 0.375)
    }

    @Test func fadesAreStraightLines() throws {
        var faded = try clip(flat, at: 1_000..<31_000)
        faded.fadeIn = 10_000
        faded.fadeOut = 5_000
        let output = try mix(faded, count: 31_000)
        #expect(abs(output[1_000 + 2_500] - 0.125) < 1e-6)
        #expect(abs(output[1_000 + 7_500] - 0.375) < 1e-6)
        #expect(output[20_000] == 0.5)
        #expect(abs(output[31_000 - 1_250] - 0.125) < 1e-6)
    }

    @Test func everyEdgeIsSoftenedOverFiveMilliseconds() throws {
        let output = try mix(try clip(flat, at: 1_000..<31_000), count: 32_000)
        #expect(abs(output[1_000]) < 0.002)
        #expect(abs(output[1_000 + 120] - 0.25) < 0.002)
        #expect(output[1_000 + 240] == 0.5)
        #expect(output[31_000 - 241] == 0.5)
        #expect(abs(output[31_000 - 120] - 0.25) < 0.002)
        #expect(zip(output, output.dropFirst()).allSatisfy { abs($0 - $1) < 0.003 })
    }

    @Test func aSourceThatEndsEarlyIsSoftenedToo() throws {
        let output = try mix(
            try clip(Array(flat[..<5_000]), at: 0..<20_000, sourceStart: -3_000), count: 20_000)
        #expect(output[2_999] == 0)
        #expect(output[5_000] == 0.5)
        #expect(output[8_000] == 0)
        #expect(zip(output, output.dropFirst()).allSatisfy { abs($0 - $1) < 0.003 })
    }

    @Test func aCrossfadeKeepsThePowerOfUncorrelatedSounds() throws {
        let noise = (1...2).map { Wave.noise(amplitude: 0.5, count: 200_000, seed: $0) }
        var first = try clip(noise[0], at: 0..<120_000)
        first.crossfadeOut = 96_000
        var second = try clip(noise[1], at: 24_000..<180_000, name: "b")
        second.crossfadeIn = 96_000
        let output = try mix(first, second, count: 180_000)
        let before = Wave.level(output[1_000..<24_000])
        for start in stride(from: 24_000, to: 120_000, by: 12_000) {
            #expect(abs(Wave.level(output[start..<start + 12_000]) - before) < 0.3)
        }
    }

    @Test func aCrossfadeFollowsSineAndCosine() throws {
        var first = try clip(flat, at: 0..<30_000)
        first.crossfadeOut = 10_000
        let output = try mix(first, count: 30_000)
        #expect(output[19_999] == 0.5)
        #expect(abs(Double(output[25_000]) - 0.5 * 0.70710678) < 1e-4)
        #expect(abs(Double(output[23_333]) - 0.5 * cos(.pi / 6)) < 1e-4)
    }

    @Test func aLoopKeepsItsPeriodAndHasNoJump() throws {
        // 9 600 samples are 43.9 periods of the tone: a bare loop would jump at each seam.
        var source = Wave.sine(219.5, seconds: 0.2)
        source[4_800] = 0.95
        var looped = try clip(source, at: 0..<96_000)
        looped.loop = true
        let output = try mix(looped, count: 96_000)
        #expect(output.indices.filter { output[$0] == 0.95 } == (0..<10).map { 4_800 + 9_600 * $0 })
        let steps = zip(output, output.dropFirst()).map { abs($0 - $1) }
        for seam in stride(from: 9_600, to: 96_000, by: 9_600) {
            #expect(steps[seam - 1_000..<seam + 1_000].allSatisfy { $0 < 0.025 })
        }
    }

    @Test func theSeamOfALoopKeepsThePower() throws {
        let noise = Wave.noise(amplitude: 0.5, count: 24_000, seed: 9)
        var looped = try clip(noise, at: 0..<240_000, sourceStart: 500)
        looped.loop = true
        let output = try mix(looped, count: 240_000)
        let seams = (1..<9).flatMap { seam in output[24_000 * seam - 500..<24_000 * seam + 460] }
        #expect(abs(Wave.level(seams) - Wave.level(noise)) < 0.3)
    }

    @Test func aLoopOfTenMillisecondsFillsItsClip() throws {
        var looped = try clip(Array(flat[..<480]), at: 0..<48_000)
        looped.loop = true
        let output = try mix(looped, count: 48_000)
        #expect(output[1_000..<47_000].allSatisfy { $0 >= 0.499 && $0 < 0.72 })
    }

    @Test func musicStepsAsideBeforeSpeechAndComesBackAfter() throws {
        let music = try clip(flat, at: 0..<60_000)
        var track = SoundTrack.make(clips: [music])
        track.ducking = .init(
            gain: 0.25, attack: 4_800, release: 9_600, spans: [20_000..<30_000, 31_000..<32_000])
        let output = try mix([track], count: 60_000)
        #expect(output[15_199] == 0.5)
        #expect(abs(output[17_600] - 0.25) < 1e-3)
        #expect(output[20_000..<30_000].allSatisfy { $0 == 0.125 })
        #expect(output[30_000..<31_000].allSatisfy { $0 < 0.15 })
        #expect(output[31_000..<32_000].allSatisfy { $0 == 0.125 })
        #expect(abs(output[36_800] - 0.25) < 1e-3)
        #expect(output[41_600] == 0.5)
        #expect(zip(output, output.dropFirst()).allSatisfy { abs($0 - $1) < 0.003 })
    }

    @Test func duckingToNothingHasAnEnd() throws {
        var track = SoundTrack.make(clips: [try clip(flat, at: 0..<60_000)])
        track.ducking = .init(gain: 0, attack: 0, release: 4_800, spans: [20_000..<30_000])
        let output = try mix([track], count: 60_000)
        #expect(output[19_999] == 0.5)
        #expect(output[20_000..<30_000].allSatisfy { $0 == 0 })
        #expect(output[34_800] == 0.5)
    }

    @Test func blocksDoNotDependOnTheirOrder() throws {
        var looped = try clip(Wave.noise(amplitude: 0.3, count: 7_000, seed: 4), at: 100..<50_000)
        looped.loop = true
        let plan = SoundPlan(
            sampleCount: 50_500, tracks: [SoundTrack.make(clips: [looped])], loudness: nil)
        let forward = try AudioMixer(plan)
        let backward = try AudioMixer(plan)
        #expect(forward.blockCount == 7)
        let blocks = try (0..<7).map { try forward.block(at: $0) }
        #expect(try (0..<7).reversed().map { try backward.block(at: $0) }.reversed() == blocks)
        #expect(blocks.map(\.count).reduce(0, +) == 50_500)
        #expect(try forward.block(at: 7).count == 0)
        #expect(try forward.block(at: -1).count == 0)
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
        let clip = SoundClip.make(path: folder.path("none.wav"), samples: 0..<10)
        let plan = SoundPlan(
            sampleCount: 10, tracks: [SoundTrack.make(clips: [clip])], loudness: nil)
        let error = #expect(throws: MediaError.self) { try AudioMixer(plan) }
        #expect(error?.path == clip.path)
    }
}

extension SoundClip {
    /// Returns a clip at full gain without any softening.
    static func make(path: String, samples: Range<Int>, sourceStart: Int = 0) -> SoundClip {
        SoundClip(
            id: "a", path: path, samples: samples, sourceStart: sourceStart, speed: 1, gain: 1,
            fadeIn: 0, fadeOut: 0, crossfadeIn: 0, crossfadeOut: 0, loop: false)
    }
}

extension SoundTrack {
    static func make(clips: [SoundClip]) -> SoundTrack {
        SoundTrack(name: "sound", clips: clips, ducking: nil)
    }
}
