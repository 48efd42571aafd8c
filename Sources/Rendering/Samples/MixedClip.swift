import Media
import Planning

/// One clip with its decoded source, ready to be added to a mix.
struct MixedClip: Sendable {
    private let clip: SoundClip
    private let store: PCMStore
    private let envelope: ClipEnvelope

    init(_ clip: SoundClip, store: PCMStore) {
        self.clip = clip
        self.store = store
        let first = max(-clip.sourceStart, 0)
        let last = clip.loop ? clip.samples.count : store.sampleCount - clip.sourceStart
        let heard = min(first, clip.samples.count)..<max(first, min(last, clip.samples.count))
        envelope = ClipEnvelope(clip, heard: heard.clamped(to: 0..<clip.samples.count))
    }

    /// Adds what is heard of the clip in `range` to `mix`, which starts at `range.lowerBound`.
    ///
    /// `ducking` holds a gain for each sample of `range`, nil where all are 1.
    func add(to mix: inout AudioBlock, range: Range<Int>, ducking: [Float]?) throws(MediaError) {
        let shared = clip.samples.clamped(to: range)
        guard !shared.isEmpty else { return }
        let first = shared.lowerBound - clip.samples.lowerBound
        let source = try samples(at: clip.sourceStart + first, count: shared.count)
        let target = shared.lowerBound - range.lowerBound
        for index in 0..<shared.count {
            var gain = envelope.gain(at: first + index)
            if let ducking { gain *= ducking[target + index] }
            mix.left[target + index] += source.left[index] * gain
            mix.right[target + index] += source.right[index] * gain
        }
    }

    private func samples(at start: Int, count: Int) throws(MediaError) -> AudioBlock {
        clip.loop
            ? try LoopedSource(store: store, period: clip.loopPeriod)
                .block(at: start, count: count)
            : try store.block(at: start, count: count)
    }
}
