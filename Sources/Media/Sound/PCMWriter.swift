/// Writes the decoded samples of a window to a scratch file.
struct PCMWriter {
    let file: ScratchFile
    let path: String

    /// What is kept, in samples; the file begins at its lower bound.
    let window: Range<Int>

    /// Where the next sample lies.
    private(set) var count: Int

    /// Begins with the sample at `count`.
    init(file: ScratchFile, path: String, window: Range<Int>, count: Int) {
        self.file = file
        self.path = path
        self.window = window
        self.count = count
    }

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
    mutating func writeAll(of tempo: TempoFilter, speed: Double) throws(MediaError) {
        let first = count
        while count < window.upperBound, let samples = try tempo.next() { try write(samples) }
        if tempo.isAtEnd { count = first + Int((Double(tempo.taken) / speed).rounded()) }
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
        try MediaLimits.current.checkAudio(samples: count, path: path)
    }

    /// Float files may hold anything: no NaN, no infinity, at most 36 dB over full scale.
    private static func sane(_ sample: Float) -> Float {
        sample.isFinite ? min(max(sample, -64), 64) : 0
    }
}
