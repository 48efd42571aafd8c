import Foundation
import Media
import TestSupport
import Testing

@testable import Planning
@testable import Rendering

@Suite struct SamplesMasteringTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func mixer(
        _ path: String, count: Int, loudness: Double? = -14, loop: Bool = false, gain: Double = 1
    ) throws -> AudioMixer {
        var clip = SoundClip.make(path: path, samples: 0..<count)
        clip.loop = loop
        clip.gain = gain
        return try AudioMixer(
            SoundPlan(
                sampleCount: count, tracks: [SoundTrack.make(clips: [clip])], loudness: loudness))
    }

    private func mastered(_ mixer: AudioMixer) throws -> AudioBlock {
        let mastering = try Mastering(mixer)
        var blocks = MasteredBlocks(
            mixer, gain: mastering.gain, limits: mastering.needsLimiter)
        var whole = AudioBlock(silence: 0)
        while let block = try blocks.next() {
            whole.left += block.left
            whole.right += block.right
        }
        return whole
    }

    /// Returns the packets of the finished sound as a raw AAC file.
    private func coded(_ mixer: AudioMixer) throws -> Data {
        var packets = try AudioPackets(mixer, mastering: try Mastering(mixer))
        var file = Data()
        while let packet = try packets.next() { file.append(ADTS.frame(packet.bytes)) }
        return file
    }

    /// Returns what `ffmpeg -af ebur128` reads: integrated LUFS and true peak in dBFS.
    private func judge(_ path: String) throws -> (loudness: Double, peak: Double) {
        let ffmpeg = try #require(Tool.find("ffmpeg"))
        let said = try Tool.run(
            ffmpeg,
            [
                "-nostats", "-i", path, "-af", "ebur128=peak=true:framelog=verbose", "-f", "null",
                "-",
            ]
        ).standardError
        let summary = try #require(said.components(separatedBy: "Summary:").last)
        func number(after word: String) throws -> Double {
            let rest = try #require(summary.components(separatedBy: word).dropFirst().first)
            return try #require(Double(rest.split(separator: " ").first ?? ""))
        }
        return (try number(after: "I:"), try number(after: "Peak:"))
    }

    /// Speech-like noise: bursts of changing level with rests, its crest some 20 dB.
    private func bursts(_ seconds: Int, amplitude: Double) -> [Float] {
        let noise = Wave.noise(amplitude: amplitude, count: seconds * 48_000, seed: 5)
        return noise.indices.map { index in
            let time = Double(index) / 48_000
            let swell = pow(max(sin(time * 9), 0), 2) * (0.4 + 0.6 * abs(sin(time * 1.7)))
            return noise[index] * Float(swell) + (index % 24_000 == 9_000 ? 0.9 : 0)
        }
    }

    @Test(arguments: [0.02, 0.9])
    func theMixReachesItsLoudnessUnderTheTruePeak(_ amplitude: Double) throws {
        try Wave.write([bursts(2, amplitude: amplitude)], to: folder.path("a.wav"))
        let output = try mastered(try mixer(folder.path("a.wav"), count: 96_000))
        #expect(output.count == 96_000)
        try Wave.write([output.left, output.right], to: folder.path("out.wav"))
        let (loudness, peak) = try judge(folder.path("out.wav"))
        #expect(abs(loudness + 14) <= 0.5)
        #expect(peak <= -1)
    }

    @Test(arguments: [nil, -14.0])
    func hardClippedSoundStaysUnderTheTruePeakEvenAsAAC(_ loudness: Double?) throws {
        let path = try #require(Fixtures.shared("media/audio/clipped.wav")).path
        let mixer = try mixer(path, count: 48_000, loudness: loudness)
        let output = try mastered(mixer)
        try Wave.write([output.left, output.right], to: folder.path("out.wav"))
        #expect(try judge(folder.path("out.wav")).peak <= -1)
        try coded(mixer).write(to: URL(filePath: folder.path("out.aac")))
        #expect(try judge(folder.path("out.aac")).peak <= -1)
    }

    @Test func silenceStaysDigitalSilence() throws {
        let path = try #require(Fixtures.shared("media/audio/silence.wav")).path
        let output = try mastered(try mixer(path, count: 60_000))
        #expect(output == AudioBlock(silence: 60_000))
    }

    @Test func aPlanWithoutTracksIsSilenceOfItsLength() throws {
        let mixer = try AudioMixer(SoundPlan(sampleCount: 10_000, tracks: [], loudness: -14))
        #expect(try mastered(mixer) == AudioBlock(silence: 10_000))
        var packets = try AudioPackets(mixer, mastering: try Mastering(mixer))
        var count = 0
        while try packets.next() != nil { count += 1 }
        #expect(count == 11)  // 10 000 samples fill ten packets; one more holds the padding.
    }

    @Test func levelsWithoutALoudnessAreLeftAlone() throws {
        let tone = Wave.sine(440, amplitude: 0.1, seconds: 1)
        try Wave.write([tone], to: folder.path("a.wav"))
        let mixer = try mixer(folder.path("a.wav"), count: 48_000, loudness: nil)
        let output = try mastered(mixer)
        #expect(Array(output.left[240..<47_760]) == Array(tone[240..<47_760]))
    }

    @Test func oneLinearGainKeepsTheDynamics() throws {
        let quiet = Wave.sine(440, amplitude: 0.02, seconds: 2)
        let loud = Wave.sine(440, amplitude: 0.2, seconds: 2)
        try Wave.write([quiet + loud], to: folder.path("a.wav"))
        let output = try mastered(try mixer(folder.path("a.wav"), count: 192_000)).left
        let ratio = Wave.level(output[100_000..<190_000]) - Wave.level(output[1_000..<91_000])
        #expect(abs(ratio - 20) < 0.01)
    }

    @Test func aToneThatEndsJustBeforeTheEndIsWholeInTheFile() throws {
        let ffmpeg = try #require(Tool.find("ffmpeg"))
        let tone = Wave.sine(1_000, amplitude: 0.2, seconds: 0.95)
        try Wave.write([tone], to: folder.path("a.wav"))
        let mixer = try mixer(folder.path("a.wav"), count: 48_000, loudness: nil)
        try coded(mixer).write(to: URL(filePath: folder.path("a.aac")))
        let output = try Tool.run(
            ffmpeg, ["-v", "error", "-i", folder.path("a.aac"), "-f", "f32le", "-"])
        let decoded = output.standardOutput.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        let left = stride(from: 0, to: decoded.count, by: 2).map { decoded[$0] }
        let sound = left.dropFirst(1_024)
        #expect(sound.count >= 48_000)
        let (end, start) = (sound.startIndex + 45_000, sound.startIndex + 43_000)
        #expect(abs(Wave.level(sound[start..<end]) - Wave.level(tone[43_000..<45_000])) < 0.2)
        #expect(sound[(sound.startIndex + 47_000)...].allSatisfy { abs($0) < 0.01 })
    }

    @Test func theSamePlanGivesTheSameBytes() throws {
        try Wave.write([bursts(1, amplitude: 0.9)], to: folder.path("a.wav"))
        func bytes() throws -> Data { try coded(try mixer(folder.path("a.wav"), count: 48_000)) }
        #expect(try bytes() == bytes())
    }

    @Test func theParametersAreWhatAWriterOfTheFileNeeds() throws {
        let mixer = try AudioMixer(SoundPlan(sampleCount: 10_000, tracks: [], loudness: nil))
        let parameters = try AudioPackets(mixer, mastering: try Mastering(mixer)).parameters
        #expect(parameters.extradata.prefix(2) == [0x11, 0x90])
        #expect((parameters.sampleRate, parameters.channels) == (48_000, 2))
        #expect((parameters.frameSize, parameters.initialPadding) == (1_024, 1_024))
        #expect((parameters.bitRate, parameters.sampleCount) == (192_000, 10_000))
    }

    @Test func aRecordingGoneWrongIsNotRaisedWithoutEnd() throws {
        try Wave.write([Wave.sine(440, amplitude: 0.000_5, seconds: 1)], to: folder.path("a.wav"))
        let gain = try Mastering(try mixer(folder.path("a.wav"), count: 48_000)).gain
        #expect(abs(gain - 100) < 0.01)
    }
}
