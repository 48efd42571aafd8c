import Foundation
import TestSupport
import Testing

@testable import Media

@Suite struct SoundLevelTests {
    /// EBU Tech 3341, test 1: 1 kHz at −23 dBFS on both channels is −23 LUFS.
    @Test func theMeterReadsTheToneOfTech3341() throws {
        let tone = Wave.sine(1_000, amplitude: pow(10, -23 / 20), seconds: 2)
        let meter = try LoudnessMeter()
        try meter.add(AudioBlock(left: tone, right: tone))
        let loudness = try meter.loudness()
        #expect(abs(try #require(loudness.integrated) + 23) < 0.1)
        #expect(abs(try #require(loudness.truePeak) + 23) < 0.2)
    }

    @Test func silenceHasNoLoudness() throws {
        let meter = try LoudnessMeter()
        try meter.add(AudioBlock(silence: 48_000))
        #expect(try meter.loudness() == Loudness(integrated: nil, truePeak: nil))
    }

    /// A sine at a quarter of the rate, 45° off its samples, peaks 3.01 dB over them.
    @Test func peaksBetweenSamplesAreSeen() {
        let wave = (0..<300).map { Float(0.5 * sin(.pi / 2 * Double($0) + .pi / 4)) }
        var peaks = [Float](repeating: 0, count: 200)
        TruePeakMeter().measure(Array(wave[50..<274]), above: 0.1, into: &peaks)
        #expect(peaks.allSatisfy { abs($0 - 0.5) < 0.005 })
    }

    @Test func soundUnderTheCeilingPassesUntouched() {
        let wave = Wave.sine(440, amplitude: 0.3, seconds: 0.5)
        #expect(limited(wave, ceiling: -1, cuts: [100, 7, 5_000]) == wave)
    }

    @Test(arguments: [[24_000], [1, 2, 300, 239, 240, 241, 8_192]])
    func peaksAreHeldAndTimeIsKept(_ cuts: [Int]) throws {
        var wave = Wave.noise(amplitude: 0.05, count: 24_000, seed: 1)
        for index in 9_000..<9_400 { wave[index] *= 30 }
        wave[23_999] = 3
        let output = limited(wave, ceiling: -1, cuts: cuts)
        #expect(output.count == wave.count)
        #expect(output == limited(wave, ceiling: -1, cuts: [24_000]))
        #expect(output[..<8_500] == wave[..<8_500])
        let meter = try LoudnessMeter()
        try meter.add(AudioBlock(left: output, right: output))
        #expect(try #require(try meter.loudness().truePeak) <= -1)
    }

    @Test func theGainNeverJumps() {
        var wave = [Float](repeating: 0.5, count: 20_000)
        wave[10_000] = 4
        let output = limited(wave, ceiling: -1, cuts: [20_000])
        let gains = zip(output, wave).map { $0 / $1 }
        #expect(zip(gains, gains.dropFirst()).allSatisfy { abs($0 - $1) < 0.004 })
        #expect((gains.min() ?? 1) < 0.23)
    }

    private func limited(_ wave: [Float], ceiling: Double, cuts: [Int]) -> [Float] {
        var limiter = TruePeakLimiter(ceiling: ceiling)
        var output: [Float] = []
        var rest = wave[...]
        for cut in cuts + [wave.count] {
            let part = Array(rest.prefix(cut))
            rest = rest.dropFirst(cut)
            output += limiter.process(AudioBlock(left: part, right: part)).left
        }
        return output + limiter.finish().left
    }
}
