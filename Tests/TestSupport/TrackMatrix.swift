package import Foundation

/// Writes the display matrix of the first track of an MP4 (ISO/IEC 14496-12, 8.3.2).
package enum TrackMatrix {
    /// Writes `film` to `path`, its first two rows and columns replaced: a stored point (x, y) is
    /// shown at (a x + c y, b x + d y).
    package static func write(
        a: Int, b: Int, c: Int, d: Int, into film: Data, to path: String
    ) throws {
        var bytes = [UInt8](film)
        guard let start = bytes.firstRange(of: Array("tkhd".utf8))?.upperBound else { return }
        // Version and flags, times, identity and length, then 16 bytes; times of version 1 are
        // wider.
        let offset = start + (bytes[start] == 0 ? 40 : 52)
        for (index, value) in [a, b, 0, c, d].enumerated() {
            let word = UInt32(bitPattern: Int32(value * 65_536))
            for byte in 0..<4 {
                bytes[offset + 4 * index + byte] = UInt8(
                    truncatingIfNeeded: word >> (24 - 8 * byte))
            }
        }
        try Data(bytes).write(to: URL(filePath: path))
    }
}
