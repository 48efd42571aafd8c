import Foundation
import Media
import TestSupport
import Testing

@testable import BundledMusic

@Suite struct MusicFileTests {
    @Test(arguments: MusicLoop.allCases)
    func eachFileIsThereAndAtMost300Kilobytes(_ loop: MusicLoop) throws {
        let bytes = try Data(contentsOf: loop.file())
        #expect(100_000...300_000 ~= bytes.count)
    }

    @Test func aLostFileIsAnErrorThatNamesItAndThePlaces() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: MissingMusic.self) {
            try MusicLoop.ambient.file(in: [folder.url])
        }
        #expect(error?.searched == [folder.url.path])
        #expect(error?.description.contains("ambient.ogg") == true)
    }

    @Test func theSoundfontsNoticeStandsBesideTheMusic() throws {
        let folder = try MusicLoop.lofi.file().deletingLastPathComponent()
        let text = try String(
            contentsOf: folder.appending(path: "FluidR3-MIT.txt"), encoding: .utf8)
        #expect(text.contains("Frank Wen"))
        #expect(text.contains("Permission is hereby granted, free of charge"))
    }

    @Test(arguments: MusicLoop.allCases)
    func eachLoopDecodesToWholeBarsToTheSampleAt20LUFS(_ loop: MusicLoop) throws {
        let sound = try CircularSound.decoded(loop)
        #expect(sound.warnings.isEmpty)
        #expect(sound.count == loop.bars * loop.barDuration * 48)
        #expect(sound.count == loop.sampleCount)
        let meter = try LoudnessMeter()
        try meter.add(sound.block)
        let loudness = try meter.loudness()
        #expect(abs((loudness.integrated ?? 0) + 20) <= 0.5)
        #expect((loudness.truePeak ?? 0) <= -1)
    }

    /// The wave goes on over the seam as it does elsewhere, the spectrum as from bar to bar.
    @Test(arguments: MusicLoop.allCases)
    func theEndLeadsIntoTheStart(_ loop: MusicLoop) throws {
        let sound = try CircularSound.decoded(loop)
        let places = (1..<400).map { sound.count * $0 / 400 + 700 }
        #expect(sound.step(at: 0) <= places.map(sound.step).sorted()[380])
        let bars = (1..<loop.bars).map { sound.change(at: $0 * loop.barDuration * 48) }
        #expect(sound.change(at: 0) <= bars.max() ?? 0)
    }

    /// The deepest tones of the last bar are the tonic's.
    @Test(arguments: [
        (MusicLoop.lofi, 5), (.ambient, 2), (.upbeat, 7), (.calmPiano, 3),
    ])
    func theLastBarStandsOnTheTonicAndFades(_ loop: MusicLoop, tonic: Int) throws {
        let sound = try CircularSound.decoded(loop)
        let bar = loop.barDuration * 48
        let start = sound.count - bar + 2_400
        var powers = [Double](repeating: 0, count: 12)
        for note in 31..<49 {
            let hertz = 440 * pow(2, Double(note - 69) / 12)
            powers[note % 12] += sound.bassPower(at: hertz, from: start, count: bar / 2)
        }
        #expect(powers.firstIndex(of: powers.max() ?? 0) == tonic)
        let first = Wave.level(sound.block.left[start..<start + bar / 4])
        let last = Wave.level(sound.block.left[(sound.count - bar / 8)...])
        #expect(last < first + (loop == .ambient ? 1 : -3))
    }
}
