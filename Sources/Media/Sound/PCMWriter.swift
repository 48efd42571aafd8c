/// Writes the decoded samples of a window to a scratch file.
struct PCMWriter {
    let file: ScratchFile

    /// Where the next sample lies.
    private(set) var count: Int

    /// What is kept, in samples; the file begins at its lower bound.
    private let window: Range<Int>
    private let speed: Double
    private let path: String

    /// Begins where `source` does, which is played `speed` times as fast.
    init(file: ScratchFile, window: Range<Int>, speed: Double, _ source: StereoSource) {
        self.file = file
        self.window = window
        self.speed = speed
        path = source.path
        count = Self.position(of: source.start, speed: speed)
    }

    /// Returns where a sample of the source lies after the speed change.
    private static func position(of sample: Int, speed: Double) -> Int {
        Int((Double(sample) / speed).rounded())
    }

    /// Notes that the source ends at `sample` of its own, before anything was written.
    mutating func end(at sample: Int) { count = Self.position(of: sample, speed: speed) }

    /// Writes what `source` gives up to the window's end.
    mutating func writeAll(of source: StereoSource) throws(MediaError) {
        while count < window.upperBound, let piece = try source.next() {
            switch piece {
            case .silence(let count): try advance(count)
            case .samples(let samples): try write(samples)
            }
        }
    }

    /// Writes what `tempo` gives up to the window's end.
    ///
    /// The filters end late: the length is made what the speed says.
    mutating func writeAll(of tempo: TempoFilter) throws(MediaError) {
        let first = count
        while count < window.upperBound, let samples = try tempo.next() { try write(samples) }
        if tempo.isAtEnd { count = first + Self.position(of: tempo.taken, speed: speed) }
    }

    private mutating func write(_ samples: [Float]) throws(MediaError) {
        let early = min(max(window.lowerBound - count, 0), samples.count / 2)
        let offset = (count + early - window.lowerBound) * 8
        try advance(samples.count / 2)
        guard 2 * early < samples.count else { return }
        let sane = samples[(2 * early)...].map(PCMWriter.sane)
        let result = sane.withUnsafeBytes { bytes in
            Result { () throws(MediaError) in try file.write(bytes, at: offset) }
        }
        try result.get()
    }

    private mutating func advance(_ samples: Int) throws(MediaError) {
        count += samples
        try MediaLimits.current.checkAudio(samples: Int(Double(count) * speed), path: path)
    }

    /// Float files may hold anything: no NaN, no infinity, at most 36 dB over full scale.
    private static func sane(_ sample: Float) -> Float {
        sample.isFinite ? min(max(sample, -64), 64) : 0
    }
}
