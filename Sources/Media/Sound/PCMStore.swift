/// The part of a sound file that is heard, decoded: stereo Float32 at 48 kHz in a temporary file.
///
/// Memory stays small whatever the length, and any block can be read by any task.
package final class PCMStore: Sendable {
    /// The length after the speed change, in samples from the source's second 0.
    ///
    /// Where the window ends before the source does, no less than the window's end.
    package let sampleCount: Int

    /// Remarks for people about what was wrong with the file, each naming it.
    package let warnings: [String]

    private let file: ScratchFile

    /// Where the temporary file begins, in samples after the speed change.
    private let start: Int

    /// Decodes the file at `path`, played `speed` (0.25...4) times as fast at its own pitch.
    ///
    /// `window` is what may be asked for, in samples after the speed change: what lies before is
    /// not kept and, where the kind of file allows, not decoded; what lies behind is not reached. A
    /// plan need not pay for what it never plays.
    package init(
        decoding path: String, speed: Double = 1, window: Range<Int> = 0..<Int.max
    ) throws(MediaError) {
        guard 0.25...4 ~= speed else {
            throw MediaError(
                "decode the sound", path: path, reason: "speed \(speed) is not 0.25...4")
        }
        start = min(max(window.lowerBound, 0), 4 * MediaLimits.current.audioSamples)
        let kept = start..<max(window.upperBound, start + 1)
        let near = speed == 1 ? start : Int(Double(start) * speed) - Self.leadIn
        var source = try StereoSource(path: path, near: near)
        var writer = try Self.write(source, speed: speed, window: kept)
        if case .missed = source.ending {
            source = try StereoSource(path: path)
            writer = try Self.write(source, speed: speed, window: kept)
        }
        guard writer.count > 0 else { throw source.nothingHeard("decode the sound") }
        file = writer.file
        sampleCount = writer.count
        warnings = source.warnings.map { "\(path): \($0)" }
    }

    /// Keeps the sound that `next` gives until it gives nil.
    package init(
        writing next: () throws(MediaError) -> AudioBlock?
    ) throws(MediaError) {
        let file = try ScratchFile()
        var count = 0
        while let block = try next() {
            let samples = zip(block.left, block.right).flatMap { [$0, $1] }
            let offset = 8 * count
            let result = samples.withUnsafeBytes { bytes in
                Result { () throws(MediaError) in try file.write(bytes, at: offset) }
            }
            try result.get()
            count += block.count
        }
        self.file = file
        start = 0
        sampleCount = count
        warnings = []
    }

    private static func write(
        _ source: StereoSource, speed: Double, window: Range<Int>
    ) throws(MediaError) -> PCMWriter {
        var writer = PCMWriter(file: try ScratchFile(), window: window, speed: speed, source)
        if speed == 1 {
            try writer.writeAll(of: source)
        } else {
            try writer.writeAll(of: TempoFilter(source, speed: speed))
        }
        if case .before(let end) = source.ending { writer.end(at: end) }
        return writer
    }

    /// What a change of tempo needs before the first sample that is heard: half a second.
    private static let leadIn = 24_000

    /// Returns `count` samples from `start` on, silence where the source has none and outside the
    /// window.
    package func block(at start: Int, count: Int) throws(MediaError) -> AudioBlock {
        var block = AudioBlock(silence: count)
        let kept = self.start..<max(sampleCount, self.start)
        let range = (start..<start + max(count, 0)).clamped(to: kept)
        guard !range.isEmpty else { return block }
        var samples = [Float](repeating: 0, count: 2 * range.count)
        let offset = (range.lowerBound - self.start) * 8
        let result = samples.withUnsafeMutableBytes { bytes in
            Result { () throws(MediaError) in try file.read(into: bytes, at: offset) }
        }
        try result.get()
        for index in 0..<range.count {
            block.left[range.lowerBound - start + index] = samples[2 * index]
            block.right[range.lowerBound - start + index] = samples[2 * index + 1]
        }
        return block
    }
}
