package import Media
package import Planning

/// The sound of a render before it is encoded, to lay a finished file beside.
package enum MasteredMix {
    /// Mixes and masters the sound of `frames` of `plan`.
    ///
    /// - Throws: for a source that can't be read.
    package static func store(
        _ plan: RenderPlan, frames: Range<Int>
    ) throws(MediaError) -> PCMStore {
        let whole = try AudioMixer(plan.sound)
        let mastering = try Mastering(whole)
        let excerpt =
            frames == 0..<plan.frameCount
            ? whole : try AudioMixer(plan.sound.excerpt(frames, at: plan.canvas.frameRate))
        var blocks = MasteredBlocks(
            excerpt, gain: mastering.gain, limits: mastering.needsLimiter)
        return try PCMStore { () throws(MediaError) in try blocks.next() }
    }
}
