import Foundation
import Media
import TestSupport
import Testing

/// VP9 and Opus, as their packets show them.
struct OtherEncoderTests {
    /// RFC 7845, 5.1: the header, its version, two channels, the samples to skip, the rate.
    @Test func opusSaysItsDelayInItsHeaderAndItsTimes() throws {
        let encoder = try AudioEncoder(.opus)
        let header = encoder.extradata
        #expect(header.prefix(8).elementsEqual("OpusHead".utf8))
        #expect(header[8] == 1 && header[9] == 2)
        #expect(Int(header[10]) | Int(header[11]) << 8 == encoder.initialPadding)
        let tone = Wave.sine(440, seconds: 1)
        let packets =
            try encoder.encode(AudioBlock(left: tone, right: tone)) + (try encoder.finish())
        let (size, padding) = (Int64(encoder.frameSize), Int64(encoder.initialPadding))
        #expect(size == 960)
        #expect(
            packets.map(\.presentation)
                == packets.indices.map { size * Int64($0) - padding })
        #expect(Int64(packets.count) * size >= 48_000 + padding)
    }

    @Test(arguments: VideoQuality.allCases)
    func aChunkOfVP9BeginsWithItsOnlyKeyAndHasAPacketAFrame(quality: VideoQuality) throws {
        let format = VideoFormat(width: 64, height: 48, rateNumerator: 25, rateDenominator: 1)
        let encoder = try VideoEncoder(format, codec: .vp9, quality: quality)
        var packets: [Packet] = []
        for index in 0..<30 {
            let frame = try encoder.nextFrame()
            for y in 0..<48 {
                for x in 0..<64 {
                    frame.luma[y * frame.lumaStride + x] = UInt8(16 + 2 * x + y + index)
                }
            }
            for y in 0..<24 {
                for x in 0..<32 {
                    frame.cb[y * frame.chromaStride + x] = 120
                    frame.cr[y * frame.chromaStride + x] = 140
                }
            }
            packets += try encoder.encode()
        }
        packets += try encoder.finish()
        #expect(packets.map(\.isKey) == [true] + Array(repeating: false, count: 29))
        #expect(packets.map(\.presentation) == (0..<30).map { $0 })
        #expect(packets.map(\.decode) == packets.map(\.presentation))
    }

    @Test func pcmIsTheSamplesIn24Bits() throws {
        let encoder = try AudioEncoder(.pcm24)
        let left: [Float] = [0, 0.5, -0.5, 1, -1, 2, -2, 1 / 8_388_608]
        let packets =
            try encoder.encode(AudioBlock(left: left, right: left)) + (try encoder.finish())
        let bytes = packets.flatMap(\.bytes)
        let values = stride(from: 0, to: bytes.count, by: 6).map { at in
            Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(Int8(bitPattern: bytes[at + 2])) << 16
        }
        #expect(
            values == [0, 4_194_304, -4_194_304, 8_388_607, -8_388_608, 8_388_607, -8_388_608, 1])
    }
}
