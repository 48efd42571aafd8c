/// What a plan must know of a sound file.
package struct SoundInfo: Hashable, Sendable {
    /// The length in samples at 48 kHz, without what encoders add at the ends.
    package var sampleCount: Int

    /// The number of channels in the file.
    package var channels: Int

    /// The rate of the file in samples a second.
    package var sampleRate: Int

    /// The short name of the container: "mp3", "wav", "mp4".
    package var format: String

    /// The codec's short name: "aac", "mp3", "pcm_s16le".
    package var codec: String

    /// Which channels there are, as libav calls them: "mono", "stereo", "5.1(side)".
    package var layout: String

    /// Remarks for people about what was wrong with the file, each naming it.
    package var warnings: [String]

    /// What is longer is not decoded to learn its length, in seconds.
    private static let longestDecoded = 600.0

    /// Reads the file at `path`.
    ///
    /// Up to ten minutes are decoded, since headers promise what the sound does not keep; of longer
    /// sounds the packets are counted, which can't see damage inside them. Either way the length
    /// agrees with `PCMStore` at speed 1 to the sample.
    package static func read(path: String) throws(MediaError) -> SoundInfo {
        let input = try SoundInput(path: path)
        let isShort = input.statedSeconds.map { $0 <= longestDecoded } ?? true
        // A header that lies about the length must not keep the program busy for long either.
        if isShort, let info = try decoded(path: path, patience: 2 * longestDecoded) {
            return try info.checked(input)
        }
        if let info = try counted(input) { return try info.checked(input) }
        guard let info = try decoded(path: path) else {
            throw MediaError("read the sound", path: path, reason: "it does not end")
        }
        return try info.checked(input)
    }

    /// Reads the file by decoding it; nil where it is longer than `patience` seconds.
    static func decoded(
        path: String, patience: Double = .infinity
    ) throws(MediaError) -> SoundInfo? {
        let source = try StereoSource(path: path)
        var count = 0
        while let piece = try source.next() {
            switch piece {
            case .silence(let silence): count += silence
            case .samples(let samples): count += samples.count / 2
            }
            guard Double(count) / 48_000 <= patience else { return nil }
            try MediaLimits.current.checkAudio(samples: count, path: path)
        }
        return SoundInfo(
            source.input, sampleCount: count,
            warnings: source.warnings.map { "\(path): \($0)" })
    }

    /// Counts the packets of the file without decoding them; nil where only decoding tells.
    static func counted(_ input: SoundInput) throws(MediaError) -> SoundInfo? {
        guard case .end(let count, let gaps) = try input.walkToEnd() else { return nil }
        let warning = "\(input.path): \(StereoSource.warning(ofGaps: gaps))"
        return SoundInfo(input, sampleCount: count, warnings: gaps > 0 ? [warning] : [])
    }

    /// Decodes the file at `path` up to `end`, in seconds from its second 0, and returns what is
    /// wrong with it, as clauses without its name; nil is all of it.
    package static func remarks(
        decoding path: String, until end: Double? = nil
    ) throws(MediaError) -> [String] {
        let source = try StereoSource(path: path)
        var count = 0
        while end.map({ Double(count) / 48_000 < $0 }) ?? true, let piece = try source.next() {
            switch piece {
            case .silence(let silence): count += silence
            case .samples(let samples): count += samples.count / 2
            }
            try MediaLimits.current.checkAudio(samples: count, path: path)
        }
        return source.warnings
    }

    private func checked(_ input: SoundInput) throws(MediaError) -> SoundInfo {
        guard sampleCount > 0 else { throw input.nothingHeard("read the sound") }
        try MediaLimits.current.checkAudio(samples: sampleCount, path: input.path)
        return self
    }
}

extension SoundInfo {
    fileprivate init(_ input: SoundInput, sampleCount: Int, warnings: [String]) {
        self.init(
            sampleCount: sampleCount, channels: input.channels, sampleRate: input.rate,
            format: input.container, codec: input.codecName, layout: input.layoutName,
            warnings: warnings)
    }
}
