import Foundation

/// Sounds made of formulas.
package enum Wave {
    package static func sine(
        _ frequency: Double, amplitude: Double = 0.5, seconds: Double, rate: Int = 48_000
    ) -> [Float] {
        (0..<Int(seconds * Double(rate))).map {
            Float(amplitude * sin(2 * .pi * frequency * Double($0) / Double(rate)))
        }
    }

    /// White noise from a fixed seed, uniform in ±amplitude.
    package static func noise(amplitude: Double, count: Int, seed: UInt64) -> [Float] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(amplitude * (Double(state >> 33) / Double(1 << 30) - 1))
        }
    }

    /// Writes a WAV of 32-bit floats, one array a channel (RIFF, WAVE_FORMAT_IEEE_FLOAT).
    package static func write(_ channels: [[Float]], rate: Int = 48_000, to path: String) throws {
        let count = channels.first?.count ?? 0
        var samples = Data(capacity: count * channels.count * 4)
        for index in 0..<count {
            for channel in channels {
                withUnsafeBytes(of: channel[index].bitPattern.littleEndian) {
                    samples.append(contentsOf: $0)
                }
            }
        }
        var file = Data("RIFF".utf8)
        file.append(little: UInt32(36 + samples.count))
        file.append(Data("WAVEfmt ".utf8))
        file.append(little: UInt32(16))
        file.append(little: UInt16(3))
        file.append(little: UInt16(channels.count))
        file.append(little: UInt32(rate))
        file.append(little: UInt32(rate * channels.count * 4))
        file.append(little: UInt16(channels.count * 4))
        file.append(little: UInt16(32))
        file.append(Data("data".utf8))
        file.append(little: UInt32(samples.count))
        try (file + samples).write(to: URL(filePath: path))
    }

    /// Returns the seconds at which sound sets in after at least 100 ms of quiet.
    package static func onsets(_ samples: [Float], rate: Double = 48_000) -> [Double] {
        let loud = 0.2 * (samples.map(abs).max() ?? 0)
        var last = -Int(rate)
        var onsets: [Double] = []
        for (index, sample) in samples.enumerated() where abs(sample) > loud {
            if index - last > Int(rate / 10) { onsets.append(Double(index) / rate) }
            last = index
        }
        return onsets
    }

    /// Returns the root mean square in decibels of full scale.
    package static func level(_ samples: some Collection<Float>) -> Double {
        let power = samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(samples.count)
        return 10 * log10(power)
    }
}

extension Data {
    fileprivate mutating func append(little value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
