import Foundation

/// Uncompressed films in the format of the mjpegtools' `yuv4mpeg(5)`: exact samples, no codec.
package enum Y4M {
    /// Writes `frames`, each its planes one after the other without gaps, two bytes a sample where
    /// there are more than 8 bits.
    ///
    /// `layout` is the format's own word: "420mpeg2", "422p10", "444p12".
    package static func write(
        width: Int, height: Int, layout: String, rate: String = "25:1", isFullRange: Bool = false,
        frames: [[UInt8]], to path: String
    ) throws {
        let range = isFullRange ? " XCOLORRANGE=FULL" : ""
        var file = Data("YUV4MPEG2 W\(width) H\(height) F\(rate) Ip A1:1 C\(layout)\(range)\n".utf8)
        for frame in frames {
            file.append(Data("FRAME\n".utf8))
            file.append(contentsOf: frame)
        }
        try file.write(to: URL(filePath: path))
    }

    /// Returns samples as they are written: one byte each, or two where `depth` is above 8.
    package static func bytes(_ samples: [Int], depth: Int) -> [UInt8] {
        guard depth > 8 else { return samples.map { UInt8($0) } }
        return samples.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    }
}
