/// Stretches of B, in its seconds, that are not as A is there.
struct Stretches {
    struct Stretch: Hashable, Sendable {
        var start: Double
        var seconds: Double

        /// Whether `time` of B lies in it, or up to `margin` seconds beside it.
        func contains(_ time: Double, margin: Double) -> Bool {
            time > start - margin && time < start + seconds + margin
        }
    }

    /// Where B is black and A is not.
    static func black(
        _ a: VideoSignature, _ b: VideoSignature, _ alignment: PictureAlignment
    ) -> [Stretch] {
        runs(b) { index in
            guard b.frames[index].isBlack, let shown = frame(index, a, b, alignment) else {
                return false
            }
            // What is nearly black in A may well be black in B.
            let frame = a.frames[shown]
            return !frame.isBlack && (frame.luma > 28 || frame.spread > 5)
        }
        .filter { $0.seconds >= FrameFaults.leastStretch - 1e-3 }
    }

    /// Where B stands still and A moves.
    static func frozen(
        _ a: VideoSignature, _ b: VideoSignature, _ alignment: PictureAlignment
    ) -> [Stretch] {
        runs(b) { index in
            guard index > 0, !b.frames[index].isBlack,
                let shown = frame(index, a, b, alignment),
                let before = frame(index - 1, a, b, alignment)
            else { return false }
            var motion = 0.0
            for step in before..<max(shown, before) { motion += a.frames[step + 1].change }
            return motion > 0.06
                && b.frames[index].change < max(VideoSignature.noise, 0.2 * motion)
        }
        .filter { $0.seconds >= FrameFaults.leastStretch - 1e-3 }
        .filter { isStill($0, a, b, alignment) }
    }

    /// Whether B ends a stretch as it began it while A went on: slow motion adds up, noise does not.
    private static func isStill(
        _ stretch: Stretch, _ a: VideoSignature, _ b: VideoSignature,
        _ alignment: PictureAlignment
    ) -> Bool {
        let (first, last) = (
            b.index(at: stretch.start + 1e-4), b.index(at: stretch.start + stretch.seconds - 1e-4)
        )
        guard let from = frame(first, a, b, alignment), let to = frame(last, a, b, alignment),
            let own = b.difference(first, last), let wanted = a.difference(from, to)
        else { return true }
        return own < 0.25 * wanted
    }

    /// A's frame at the time of B's.
    private static func frame(
        _ index: Int, _ a: VideoSignature, _ b: VideoSignature, _ alignment: PictureAlignment
    ) -> Int? {
        let time = alignment.timeInA(b.frames[index].time)
        let half = a.frameRate > 0 ? 0.55 / a.frameRate : 0
        guard let first = a.frames.first, time > first.time - half, time < a.end else {
            return nil
        }
        return a.nearest(to: time)
    }

    private static func runs(_ b: VideoSignature, _ holds: (Int) -> Bool) -> [Stretch] {
        var runs: [Stretch] = []
        var isOpen = false
        for index in b.frames.indices {
            let frame = b.frames[index]
            guard holds(index) else {
                isOpen = false
                continue
            }
            if !isOpen { runs.append(Stretch(start: frame.time, seconds: 0)) }
            isOpen = true
            runs[runs.count - 1].seconds = frame.time + frame.duration - runs[runs.count - 1].start
        }
        return runs
    }
}

extension VideoSignature {
    /// The mean absolute difference of the small pictures of two frames; nil where not kept.
    func difference(_ one: Int, _ other: Int) -> Double? {
        guard max(one, other) < pictureCount else { return nil }
        let size = Self.width * Self.height
        var sum = 0
        for x in 0..<size {
            sum &+= abs(Int(pictures[one * size + x]) &- Int(pictures[other * size + x]))
        }
        return Double(sum) / Double(size)
    }
}
