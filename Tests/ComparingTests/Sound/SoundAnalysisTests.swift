import Foundation
import Media
import TestSupport
import Testing

@testable import Comparing

@Suite struct SoundAnalysisTests {
    /// Loudness and true peak are what ffmpeg's ebur128 says.
    @Test(arguments: ["lo-fi", "upbeat"]) func levelsAgreeWithFFmpeg(music: String) throws {
        guard let place = try SoundPlace(), let ffmpeg = Tool.find("ffmpeg") else { return }
        let path = try place.excerpt(music, seconds: 8)
        let said = try Tool.run(
            ffmpeg, ["-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"])
        let summary = said.standardError.components(separatedBy: "Summary:").last ?? ""
        let found = try SoundAnalysis.read(path: path)
        let (loudness, peak) = (
            number(after: "I:", in: summary), number(after: "Peak:", in: summary)
        )
        #expect(abs(try #require(found.loudness.integrated) - (try #require(loudness))) < 0.1)
        #expect(abs(try #require(found.loudness.truePeak) - (try #require(peak))) < 0.3)
        #expect(found.clicks.isEmpty)
        #expect(found.clippingRuns == 0)
        #expect(abs(found.seconds - 8) < 0.05)
    }

    private func number(after label: String, in text: String) -> Double? {
        let rest = text.components(separatedBy: label).dropFirst().first ?? ""
        return rest.split(separator: " ").first.flatMap { Double($0) }
    }

    @Test func silencesAndTheTailAreMeasured() throws {
        var wave = Wave.sine(440, seconds: 3)
        for index in 48_000..<72_000 { wave[index] = 0 }
        for index in 132_000..<144_000 { wave[index] = 0 }
        let found = try analysis([wave, wave])
        #expect(found.silences == [1..<1.5])
        let tail = try #require(found.tail)
        #expect(abs(tail.end - 2.75) < 1e-9)
        // The mean of a sine of amplitude a half is 9.03 dB under full scale.
        #expect(abs(tail.level + 9.03) < 0.1)
        #expect(found.envelope.count == 30)
        #expect(abs(found.envelope[3] + 9.03) < 0.01)
        #expect(found.envelope[12] == -100)
    }

    @Test func runsAtFullScaleAreCounted() throws {
        let wave = Wave.sine(100, amplitude: 2, seconds: 1).map { min(max($0, -1), 1) }
        let found = try analysis([wave, wave.map { $0 / 2 }])
        #expect(found.clippingRuns == 200)
        // A sine is over half its height for two thirds of the time.
        #expect(abs(found.clippedSeconds - 2.0 / 3) < 0.01)
    }

    @Test func stepsAreClicksAndSoftStartsAreNone() throws {
        var tone = Wave.sine(1_000, seconds: 2)
        for index in 0..<480 {
            let part = Float(index) / 480
            tone[index] *= part
            tone[tone.count - 1 - index] *= part
        }
        let silence = [Float](repeating: 0, count: 24_000)
        let wave = silence + tone + silence + Wave.noise(amplitude: 0.5, count: 48_000, seed: 9)
        #expect(try analysis([wave, wave]).clicks.isEmpty)
        var clicking = wave
        for place in [6_000, 60_000] { clicking[place] += 0.3 }
        let clicks = try analysis([wave, clicking]).clicks.map(\.seconds)
        #expect(clicks.count == 2)
        #expect(zip(clicks, [0.125, 1.25]).allSatisfy { abs($0 - $1) < 0.001 })
    }

    @Test func bandsAreThoseOfTheTone() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("tone.wav")
        try Wave.write([Wave.sine(1_000, seconds: 2), Wave.sine(1_000, seconds: 2)], to: path)
        let found = try #require(try SoundComparison.run(path, path, pictureOffset: nil))
        let band = try #require(SoundSpectrum.centres.firstIndex(of: 1_000))
        #expect(abs(found.spectrum.a[band] + 9.03) < 0.1)
        #expect(found.spectrum.a.max() == found.spectrum.a[band])
        #expect(found.spectrum.a == found.spectrum.b)
    }

    private func analysis(_ channels: [[Float]]) throws -> SoundAnalysis {
        let folder = try TemporaryFolder()
        try Wave.write(channels, to: folder.path("a.wav"))
        return try SoundAnalysis.read(path: folder.path("a.wav"))
    }
}
