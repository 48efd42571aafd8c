import Media

/// The sound of a file by itself, and beside the mix that it should be.
struct HeardSound {
    /// Nil where the file has none.
    private(set) var analysis: SoundAnalysis?

    /// Stretches of digital silence with sound right up to both ends.
    private(set) var holes: [SoundHole] = []

    /// The longest time without a packet, in seconds.
    private(set) var longestGap = 0.0

    /// The mix of the draft; nil where there is none.
    private(set) var mix: SoundAnalysis?

    /// Where the mix lies in the file; nil where either is silent or too short to tell.
    private(set) var alignment: SoundAlignment?

    init(
        _ path: String, _ file: StoredFile, _ reference: Certificate.Reference?
    ) throws(MediaError) {
        let due = reference?.mix
        mix = if let due { try SoundAnalysis(due) } else { nil }
        guard let audio = file.audio else { return }
        longestGap = audio.longestGap
        let store = try PCMStore(decoding: path)
        let analysis = try SoundAnalysis(store)
        self.analysis = analysis
        holes = try SoundHole.find(in: store)
        if let due, let mix {
            alignment = try SoundAligner((mix, due), (analysis, store)).alignment(expected: 0)
        }
    }

    /// Sound that is heard: silence has no loudness to be judged.
    var heard: SoundAnalysis? { analysis?.tail == nil ? nil : analysis }

    /// The file laid on the mix; nil where they can't be, or are not alike.
    var pair: SoundPair? {
        guard let mix, let analysis, let alignment, alignment.confidence >= SoundAlignment.alike
        else { return nil }
        return SoundPair(a: mix, b: analysis, line: alignment)
    }
}
