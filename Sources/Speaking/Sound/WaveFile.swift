import Foundation

/// Writes mono sound as a RIFF WAVE file of 16-bit integers (WAVE_FORMAT_PCM).
enum WaveFile {
    /// Returns the bytes of the file; samples beyond full scale are held at it.
    static func bytes(_ samples: [Float], sampleRate: Int) -> Data {
        var data = Data(capacity: 44 + samples.count * 2)
        let size = UInt32(clamping: samples.count * 2)
        data.append(contentsOf: "RIFF".utf8)
        data.append(little: size &+ 36)
        data.append(contentsOf: "WAVEfmt ".utf8)
        data.append(little: UInt32(16))
        data.append(little: UInt16(1))
        data.append(little: UInt16(1))
        data.append(little: UInt32(clamping: sampleRate))
        data.append(little: UInt32(clamping: sampleRate * 2))
        data.append(little: UInt16(2))
        data.append(little: UInt16(16))
        data.append(contentsOf: "data".utf8)
        data.append(little: size)
        for sample in samples {
            data.append(little: Int16(clamping: Int((min(max(sample, -2), 2) * 32_767).rounded())))
        }
        return data
    }
}

extension Data {
    fileprivate mutating func append(little value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
