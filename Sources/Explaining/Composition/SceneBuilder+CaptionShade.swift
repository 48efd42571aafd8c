import Planning

/// The shade under captions: some through the whole video, and as much more as the picture of the
/// moment needs.
extension SceneBuilder {
    /// Where a caption of two lines stands.
    var captionArea: Area {
        let height = 2.6 * theme.captionSize
        let width = stage.width * 0.82
        return Area(
            x: (stage.width - width) / 2, y: stage.captionBottom - height, width: width,
            height: height)
    }

    /// Remembers what the captions of a beat need over a picture that fills the canvas in `views`.
    mutating func shadeCaptions(
        of scene: Scene, over picture: ExplainedPicture, in views: [Draft.KenBurns.View]
    ) {
        shadeCaptions(of: scene, on: lightest(picture, under: captionArea, views))
    }

    /// Remembers what the captions of a beat need where the lightest grey behind them, encoded sRGB,
    /// 0...1, is `ground` without any shade.
    mutating func shadeCaptions(of scene: Scene, on ground: Double) {
        // Words are read ahead of the voice.
        let ahead = theme.ink.faded(theme.defaults.captionDimming)
        let words = Footing(captionArea, for: ahead, size: theme.captionSize)
        let left = 1 - captionShade.density(at: words.area.y)
        captionNeeds[scene.index] = words.shade(on: ground * left * Self.besideShadow)
    }

    /// What the soft shadow of captions leaves of the light beside their letters, at most.
    private static let besideShadow = 0.88

    /// Adds what is there through the whole video, and what the beats need over it.
    mutating func addCaptionShade(for beats: [TimedBeat]) {
        // Captions of light themes stand on the ground itself.
        guard let end = beats.last?.end, end > 0, !theme.isLight else { return }
        add(captionShade, until: end)
        let size = theme.captionSize
        let foot = stage.captionBottom + size
        let distance = foot - captionArea.y
        var ramp = Ramp(density: 0, length: 5.2 * size)
        ramp.reach(captionNeeds.values.max() ?? 0, at: distance)
        guard ramp.density > 0 else { return }
        let most = ramp.density(at: distance)
        let shares = beats.indices.map { min((captionNeeds[$0] ?? 0) / most, 1) }
        add(
            CaptionShade(solidTop: foot, ramp: ramp), until: end,
            opacity: Self.keys(shares, beats, crossFade: crossFade))
    }

    /// Milliseconds; 0 where pictures are cut.
    private var crossFade: Int {
        if case .soft(_, let milliseconds) = theme.cut { milliseconds } else { 0 }
    }

    /// Each share while its beat is seen, going over to the next as the pictures do.
    private static func keys(
        _ shares: [Double], _ beats: [TimedBeat], crossFade: Int
    ) -> [Draft.Segment.AnimationKey] {
        var keys: [Draft.Segment.AnimationKey] = []
        for (share, beat) in zip(shares, beats) {
            let value = (share * 1000).rounded() / 1000
            let inset = min(crossFade, beat.duration) / 2
            let start = keys.isEmpty ? beat.start : beat.start + inset
            for time in [start, max(beat.end - max(inset, 1), start + 1)]
            where time > keys.last?.time ?? -1 {
                keys.append(.init(time: time, value: value))
            }
        }
        return keys
    }

    private mutating func add(
        _ shade: CaptionShade, until end: Int, opacity: [Draft.Segment.AnimationKey] = []
    ) {
        var segments = [shadeSegment(shade.ramp, from: .bottom(shade.solidTop), during: 0..<end)]
        if shade.solidTop < stage.height {
            let rest = Area(
                x: 0, y: shade.solidTop, width: stage.width,
                height: stage.height - shade.solidTop)
            var segment = layers.segment(rest, from: 0, to: end)
            segment.color = theme.scrim.faded(shade.ramp.density)
            segments.append(segment)
        }
        for var segment in segments {
            if !opacity.isEmpty { segment.animationKeys = [.opacity: opacity] }
            layers.add(segment, to: .shade)
        }
    }

    private var captionShade: CaptionShade { CaptionShade(stage, theme) }
}

/// Solid from a height on, and a ramp above it.
private struct CaptionShade {
    var solidTop: Double
    var ramp: Ramp
}

extension CaptionShade {
    /// What is there through the whole video.
    fileprivate init(_ stage: Stage, _ theme: Theme) {
        let bottom = stage.captionBottom
        let isTall = stage.shape == .tall
        let solidTop = isTall ? bottom - 1.5 * theme.captionSize : stage.height
        let top = bottom - stage.height * (isTall ? 0.22 : 0.36)
        self.init(
            solidTop: solidTop, ramp: Ramp(density: theme.scrimDensity, length: solidTop - top))
    }

    fileprivate func density(at y: Double) -> Double { ramp.density(at: max(solidTop - y, 0)) }
}
