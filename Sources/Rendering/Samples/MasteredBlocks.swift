import Media

/// The mix from its first sample to its last, gain and limiter applied, in blocks of any length.
struct MasteredBlocks {
    private let mixer: AudioMixer
    private let gain: Float
    private var limiter: TruePeakLimiter?
    private var index = 0

    init(_ mixer: AudioMixer, gain: Float, limits: Bool) {
        self.mixer = mixer
        self.gain = gain
        limiter = limits ? TruePeakLimiter(ceiling: Mastering.ceiling) : nil
    }

    /// Returns the next samples, nil at the end.
    mutating func next() throws(MediaError) -> AudioBlock? {
        guard index < mixer.blockCount else {
            defer { limiter = nil }
            return limiter?.finish()
        }
        let block = try mixer.block(at: index).scaled(by: gain)
        index += 1
        return limiter?.process(block) ?? block
    }
}
