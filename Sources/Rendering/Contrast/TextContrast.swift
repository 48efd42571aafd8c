package import Planning
package import Typesetting

/// How clearly a text stands out from what a film really shows around its letters, where that is
/// least.
package struct TextContrast: Hashable, Sendable {
    /// Where the text stands in the draft.
    package var place: DraftPlace

    /// The contrast, 1...21 (WCAG 2.2, "contrast ratio").
    package var ratio: Double

    /// The frame of the film at which it is least.
    package var frame: Int

    /// The size of the text, in 1/1080 of the canvas' shorter side.
    package var size: Double

    /// The most frames of one text that are looked at, spread over its life.
    private static let mostFrames = 5

    /// Draws the texts of `plan` that show in `frames`, and measures each while it is at rest.
    ///
    /// A scrim, a box, an outline and a shadow count as they are drawn. What comes and goes is not
    /// looked at, nor are texts that nothing shows of, nor words in the colour of speech; those that
    /// wait for their turn are, unless they are hardly there.
    ///
    /// - Throws: where the fonts can't be opened, and what decoding a picture throws.
    package static func measure(
        _ plan: RenderPlan, frames: Range<Int>, fonts: FontLibrary
    ) async throws -> [TextContrast] {
        // Each keeps its own plan at hand: a film is read on, not from a key frame each time.
        let (shown, marked) = (try LiveFrames(fonts: fonts), try LiveFrames(fonts: fonts))
        let live = LivePlan(plan, files: [:])
        var found: [TextContrast] = []
        for (trackIndex, track) in plan.tracks.enumerated() {
            for (clipIndex, clip) in track.clips.enumerated() {
                guard case .text(let content) = clip.content else { continue }
                let other = LivePlan(plan.marking(trackIndex, clipIndex, content), files: [:])
                var least: TextContrast?
                for frame in clip.restingFrames(in: track, frames, most: mostFrames) {
                    let ground = InkGround(
                        try await shown.frame(at: frame, of: live),
                        try await marked.frame(at: frame, of: other), size: content.style.size)
                    guard let ratio = ground.leastContrast, ratio < least?.ratio ?? .infinity
                    else { continue }
                    least = TextContrast(
                        place: content.place, ratio: ratio, frame: frame,
                        size: content.style.size / plan.canvas.unit)
                }
                if let least { found.append(least) }
            }
        }
        return found
    }
}

extension RenderPlan {
    /// The plan with the ink of one text, and nothing else, as far from what it is as can be.
    fileprivate func marking(_ track: Int, _ clip: Int, _ content: TextContent) -> RenderPlan {
        var (plan, content) = (self, content)
        let old = content.style.color
        let level: UInt8 = old.green < 128 ? 255 : 0
        content.style.color = Color(red: level, green: level, blue: level, alpha: old.alpha)
        plan.tracks[track].clips[clip].content = .text(content)
        return plan
    }
}

extension Clip {
    /// Frames among `frames` at which the clip's text is wholly there: the first, the last and some
    /// between; the middle one where it never is.
    fileprivate func restingFrames(
        in track: VideoTrack, _ frames: Range<Int>, most: Int
    ) -> [Int] {
        guard case .text(let content) = content else { return [] }
        let own = self.frames.clamped(to: frames)
        let half = (span.end - span.start) / 2
        let moving = content.animation
        let lead = max(
            fade.entrance, moving.length(moving.entrance, moving.entranceSteps, within: half),
            content.speech?.arrival ?? 0)
        let tail = max(fade.exit, moving.length(moving.exit, moving.exitSteps, within: half))
        let first = max(Int((span.start + lead).rounded(.up)), own.lowerBound)
        let last = min(Int((span.end - tail).rounded(.up)) - 1, own.upperBound - 1)
        guard first <= last else { return own.isEmpty ? [] : [own.lowerBound + own.count / 2] }
        let full = (first...last).filter { frame in
            !track.transitions.contains { $0.frames.contains(frame) }
        }
        func opacity(_ frame: Int) -> Double {
            placement.opacity.value(at: Double(frame) - span.start)
        }
        let highest = full.map(opacity).max() ?? 0
        let whole = full.filter { opacity($0) >= 0.98 * highest }
        let count = min(most, whole.count)
        return (0..<count).map { whole[count == 1 ? 0 : $0 * (whole.count - 1) / (count - 1)] }
    }
}

extension TextSpeech {
    /// When all words are there, in frames after the start: those that are hardly seen until they
    /// are spoken come with their time.
    fileprivate var arrival: Double {
        guard dimming < Self.leastPresence, let last = words.last else { return 0 }
        return last.from + fade
    }

    private static let leastPresence = 0.5
}

extension TextAnimation {
    /// The frames that coming or going takes.
    fileprivate func length(_ kind: Kind, _ steps: TextSteps?, within half: Double) -> Double {
        guard let steps else { return kind == .none ? 0 : min(duration, half) }
        return Double(steps.starts.count - 1) * steps.interval + steps.fade
    }
}
