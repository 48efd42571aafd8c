package import Media
package import Planning

/// Turns a plan into samples: every clip at its place, at its gain, in one 48 kHz float mix.
///
/// Any block can be mixed alone, out of order and on any thread. Levels are those of the plan: no
/// loudness is reached here and nothing is limited.
package struct AudioMixer: Sendable {
    /// Samples in a block, except in the last.
    package static let blockLength = 8_192

    package let plan: SoundPlan

    /// Remarks for people about damaged files, each naming its file.
    package let warnings: [String]

    private let tracks: [MixedTrack]
    private let isCancelled: @Sendable () -> Bool

    /// Decodes every file of the plan, each as far as it is heard.
    ///
    /// - Throws: for a file that can't be read, and here or in `block(at:)` once `isCancelled` says
    ///   so, which is asked between files and for each block.
    package init(
        _ plan: SoundPlan, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(MediaError) {
        self.plan = plan
        self.isCancelled = isCancelled
        var sources = DecodedSources(plan)
        var tracks: [MixedTrack] = []
        for track in plan.tracks {
            var clips: [MixedClip] = []
            for clip in track.clips where !clip.samples.isEmpty {
                try Self.check(isCancelled)
                clips.append(MixedClip(clip, store: try sources.store(for: clip)))
            }
            let ducking = track.ducking.map(DuckingEnvelope.init)
            tracks.append(MixedTrack(clips: clips, ducking: ducking))
        }
        self.tracks = tracks
        warnings = sources.warnings
    }

    /// The number of blocks, the last one included.
    package var blockCount: Int {
        (max(plan.sampleCount, 0) + AudioMixer.blockLength - 1) / AudioMixer.blockLength
    }

    /// Returns block `index`, empty where the plan has none.
    package func block(at index: Int) throws(MediaError) -> AudioBlock {
        guard 0..<blockCount ~= index else { return AudioBlock(silence: 0) }
        try Self.check(isCancelled)
        let start = index * AudioMixer.blockLength
        let range = start..<min(start + AudioMixer.blockLength, plan.sampleCount)
        var mix = AudioBlock(silence: range.count)
        for track in tracks { try track.add(to: &mix, range: range) }
        return mix
    }

    private static func check(_ isCancelled: () -> Bool) throws(MediaError) {
        guard isCancelled() else { return }
        throw MediaError("mix the sound", path: "", reason: "it was cancelled")
    }
}

/// The clips of a track and what makes them step aside together.
private struct MixedTrack: Sendable {
    var clips: [MixedClip]
    var ducking: DuckingEnvelope?

    func add(to mix: inout AudioBlock, range: Range<Int>) throws(MediaError) {
        let gains = ducking?.gains(over: range)
        for clip in clips { try clip.add(to: &mix, range: range, ducking: gains) }
    }
}
