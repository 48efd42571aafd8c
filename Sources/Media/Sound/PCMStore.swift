import Foundation

/// A sound file decoded whole: stereo Float32 at 48 kHz in a temporary file.
///
/// Memory stays small whatever the length, and any block can be read by any task.
package final class PCMStore: Sendable {
    /// The length after the speed change, in samples.
    package let sampleCount: Int

    /// Remarks for people about what was wrong with the file, each naming it.
    package let warnings: [String]

    private let file: ScratchFile

    /// Decodes the file at `path`, played `speed` (0.25...4) times as fast at its own pitch.
    ///
    /// Decoding stops once `limit` samples are there: a plan need not pay for what it never plays.
    package init(
        decoding path: String, speed: Double = 1, limit: Int = .max
    ) throws(MediaError) {
        guard 0.25...4 ~= speed else {
            throw MediaError(
                "decode the sound", path: path, reason: "speed \(speed) is not 0.25...4")
        }
        let source = try StereoSource(path: path)
        var writer = PCMWriter(file: try ScratchFile(), path: path, limit: limit)
        if speed == 1 {
            try writer.writeAll(of: source)
        } else {
            let tempo = try TempoFilter(source, speed: speed)
            try writer.writeAll(of: tempo, speed: speed)
        }
        guard writer.count > 0 else {
            throw MediaError(
                "decode the sound", path: path, reason: "nothing in it can be decoded as sound")
        }
        file = writer.file
        sampleCount = writer.count
        warnings = source.warnings.map { "\(path): \($0)" }
    }

    /// Returns `count` samples from `start` on, silence where the source has none.
    package func block(at start: Int, count: Int) throws(MediaError) -> AudioBlock {
        var block = AudioBlock(silence: count)
        let range = (start..<start + max(count, 0)).clamped(to: 0..<sampleCount)
        guard !range.isEmpty else { return block }
        var samples = [Float](repeating: 0, count: 2 * range.count)
        let result = samples.withUnsafeMutableBytes { bytes in
            Result { () throws(MediaError) in
                try file.read(into: bytes, at: range.lowerBound * 8)
            }
        }
        try result.get()
        for index in 0..<range.count {
            block.left[range.lowerBound - start + index] = samples[2 * index]
            block.right[range.lowerBound - start + index] = samples[2 * index + 1]
        }
        return block
    }
}

/// Appends decoded samples to a scratch file.
private struct PCMWriter {
    let file: ScratchFile
    let path: String
    let limit: Int
    private(set) var count = 0

    init(file: ScratchFile, path: String, limit: Int) {
        self.file = file
        self.path = path
        self.limit = max(limit, 1)
    }

    mutating func writeAll(of source: StereoSource) throws(MediaError) {
        while count < limit, let piece = try source.next() {
            switch piece {
            case .silence(let count): try advance(count)
            case .samples(let samples): try write(samples)
            }
        }
    }

    /// The filters end late: the length is made what the speed says.
    mutating func writeAll(of tempo: TempoFilter, speed: Double) throws(MediaError) {
        while count < limit, let samples = try tempo.next() { try write(samples) }
        if tempo.isAtEnd { count = Int((Double(tempo.taken) / speed).rounded()) }
    }

    private mutating func write(_ samples: [Float]) throws(MediaError) {
        let sane = samples.map(PCMWriter.sane)
        let offset = count * 8
        try advance(samples.count / 2)
        let result = sane.withUnsafeBytes { bytes in
            Result { () throws(MediaError) in try file.write(bytes, at: offset) }
        }
        try result.get()
    }

    private mutating func advance(_ samples: Int) throws(MediaError) {
        count += samples
        try MediaLimits.current.checkAudio(samples: count, path: path)
    }

    /// Float files may hold anything: no NaN, no infinity, at most 36 dB over full scale.
    private static func sane(_ sample: Float) -> Float {
        sample.isFinite ? min(max(sample, -64), 64) : 0
    }
}
