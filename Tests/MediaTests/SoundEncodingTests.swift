import Foundation
import Media
import TestSupport
import Testing

@Suite struct SoundEncodingTests {
    @Test func packetsCountSamplesFromMinusThePadding() throws {
        let encoder = try AudioEncoder()
        let tone = Wave.sine(440, seconds: 1)
        let packets =
            try encoder.encode(AudioBlock(left: tone, right: tone)) + (try encoder.finish())
        #expect(encoder.frameSize == 1_024)
        #expect(encoder.initialPadding == 1_024)
        #expect(packets.count == 48)
        #expect(packets.map(\.presentation) == (0..<48).map { 1_024 * Int64($0) - 1_024 })
        #expect(packets.allSatisfy { $0.isKey && $0.decode == $0.presentation })
    }

    /// ISO/IEC 14496-3: object type 2 (AAC-LC), rate index 3 (48 kHz), two channels.
    @Test func theConfigurationSaysStereoAACAt48Kilohertz() throws {
        let extradata = try AudioEncoder().extradata
        #expect(Array(extradata.prefix(2)) == [0x11, 0x90])
    }

    @Test func theSameSoundGivesTheSameBytesHoweverItIsCut() throws {
        let tone = Wave.noise(amplitude: 0.5, count: 20_000, seed: 3)
        func bytes(_ cut: Int) throws -> [[UInt8]] {
            let encoder = try AudioEncoder()
            var packets: [Packet] = []
            for start in stride(from: 0, to: tone.count, by: cut) {
                let part = Array(tone[start..<min(start + cut, tone.count)])
                packets += try encoder.encode(AudioBlock(left: part, right: part))
            }
            return (packets + (try encoder.finish())).map(\.bytes)
        }
        #expect(try bytes(20_000) == bytes(777))
    }

    @Test func clicksAreHeardAtTheirTimeAfterDecoding() throws {
        let ffmpeg = try #require(Tool.find("ffmpeg"))
        let folder = try TemporaryFolder()
        var wave = [Float](repeating: 0, count: 144_000)
        for start in [24_000, 72_000, 120_000] {
            wave.replaceSubrange(start..<start + 480, with: Wave.sine(1_000, seconds: 0.01))
        }
        let encoder = try AudioEncoder()
        let packets =
            try encoder.encode(AudioBlock(left: wave, right: wave)) + (try encoder.finish())
        var file = Data()
        for packet in packets { file.append(ADTS.frame(packet.bytes)) }
        try file.write(to: URL(filePath: folder.path("a.aac")))
        let output = try Tool.run(
            ffmpeg, ["-v", "error", "-i", folder.path("a.aac"), "-f", "f32le", "-ac", "1", "-"])
        let decoded = output.standardOutput.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        let heard = Wave.onsets(Array(decoded.dropFirst(encoder.initialPadding)))
        #expect(heard.count == 3)
        for (heard, meant) in zip(heard, [0.5, 1.5, 2.5]) { #expect(abs(heard - meant) < 0.001) }
    }
}
