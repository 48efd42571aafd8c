package import Foundation

/// A stream of raw AAC frames, each behind its own header (ISO/IEC 13818-7, 6.2).
package enum ADTS {
    package static func frame(_ packet: [UInt8]) -> Data {
        let size = packet.count + 7
        let header: [UInt8] = [
            0xFF, 0xF1, 1 << 6 | 3 << 2, 2 << 6 | UInt8(size >> 11), UInt8(size >> 3 & 0xFF),
            UInt8(size & 7) << 5 | 0x1F, 0xFC,
        ]
        return Data(header + packet)
    }
}
