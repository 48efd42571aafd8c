/// Follows B through A's frames: which of them each frame of B shows.
///
/// The cheapest way from the first to the last frame is taken, where unlike pictures cost, and
/// leaving the even pace costs, too: a lost frame shows as a jump, noise does not.
struct FrameTracker {
    let a: VideoSignature
    let b: VideoSignature
    let seriesA: PictureSeries
    let seriesB: PictureSeries

    /// Frames around the one that time tells.
    static let reach = 6
    /// What a frame off the pace costs, in shares of what a frame's motion does.
    private static let jump: Float = 0.3
    private static let most: Float = 4
    /// What a way off the pace and back has to save, of how unlike the frames are that it takes for
    /// each other: one that is true saves all of that, one that noise leads astray next to nothing.
    private static let leastSaved: Float = 0.5
    /// Frames of a way that is doubted; a shorter one has saved much in each.
    private static let leastDoubted = 4

    private var states: Int { 2 * Self.reach + 1 }

    /// The frame of A for each of B's; -1 where A shows nothing then.
    func path(_ alignment: PictureAlignment) -> [Int] {
        let count = seriesB.count
        let expected = b.frames.indices.map { expectation($0, alignment) }
        guard count > 0, seriesA.count > 0, alignment.isTimed else { return expected }
        let motion = motions()
        var costs = [Float](repeating: 0, count: states)
        var sources: [[UInt8]] = []
        var ownCosts: [[Float]] = []
        for index in 0..<count {
            var next = [Float](repeating: 0, count: states)
            var from = [UInt8](repeating: 0, count: states)
            let own = frameCosts(index, expected[index], motion)
            for state in 0..<states {
                var (least, source) = (Float.infinity, state)
                for other in 0..<states {
                    let cost = costs[other] + Self.jump * Float(min(abs(other - state), 3))
                    if cost < least { (least, source) = (cost, other) }
                }
                next[state] = least + own[state]
                from[state] = UInt8(source)
            }
            costs = next
            sources.append(from)
            ownCosts.append(own)
        }
        var states = follow(costs, sources)
        while let way = weakWay(states, ownCosts, expected, motion) {
            for index in way { states[index] = states[way.upperBound] }
        }
        return zip(expected, states).map { frame, state in
            let shown = frame + state - Self.reach
            return frame >= 0 && shown < seriesA.count ? max(shown, -1) : -1
        }
    }

    /// The states of the cheapest way, frame by frame.
    private func follow(_ costs: [Float], _ sources: [[UInt8]]) -> [Int] {
        var states = [Int](repeating: Self.reach, count: sources.count)
        var state = costs.indices.min { costs[$0] < costs[$1] } ?? Self.reach
        for index in sources.indices.reversed() {
            states[index] = state
            state = Int(sources[index][state])
        }
        return states
    }

    /// The first way off the pace and back, frames of one state between those of another, that saves
    /// too little; nil where each saves enough.
    private func weakWay(
        _ states: [Int], _ costs: [[Float]], _ expected: [Int], _ motion: [Float]
    ) -> Range<Int>? {
        var start = 0
        while let end = states[start...].firstIndex(where: { $0 != states[start] }) {
            defer { start = end }
            let (own, pace) = (states[start], states[end])
            guard start > 0, states[start - 1] == pace, end - start >= Self.leastDoubted else {
                continue
            }
            var (saved, claimed) = (Float(0), Float(0))
            for index in start..<end {
                let frames = [own, pace].map { expected[index] + $0 - Self.reach }
                guard expected[index] >= 0, frames.allSatisfy((0..<seriesA.count).contains)
                else { continue }
                let unlike = Float(seriesA.distance(frames[0], seriesA, frames[1]))
                claimed += min(unlike / motion[min(expected[index], motion.count - 1)], Self.most)
                saved += costs[index][pace] - costs[index][own]
            }
            if saved < Self.leastSaved * claimed { return start..<end }
        }
        return nil
    }

    private func expectation(_ index: Int, _ alignment: PictureAlignment) -> Int {
        let time = alignment.timeInA(b.frames[index].time)
        guard let first = a.frames.first, let last = a.frames.last else { return -1 }
        let half = 0.55 * (a.frameRate > 0 ? 1 / a.frameRate : 1)
        guard time > first.time - half, time < last.time + half else { return -1 }
        return a.nearest(to: time)
    }

    private func frameCosts(_ index: Int, _ expected: Int, _ motion: [Float]) -> [Float] {
        guard expected >= 0 else {
            return (0..<states).map { 0.001 * Float(abs($0 - Self.reach)) }
        }
        let scale = motion[min(expected, motion.count - 1)]
        var costs = (0..<states).map { state -> Float in
            let frame = expected + state - Self.reach
            guard frame >= 0, frame < seriesA.count else { return .infinity }
            return Float(seriesA.distance(frame, seriesB, index)) / scale
        }
        // What no frame can explain is the encoder's noise, not motion.
        let least = costs.min() ?? 0
        for state in costs.indices {
            let away = 0.001 * Float(abs(state - Self.reach))
            let cost = costs[state] - (least.isFinite ? least : 0)
            costs[state] = min(cost.isNaN ? 0 : cost, Self.most) + away
        }
        return costs
    }

    /// The usual distance from one frame of A to the next around each, in levels².
    private func motions() -> [Float] {
        let steps = (0..<seriesA.count).map {
            $0 == 0 ? 0 : Float(seriesA.distance($0, seriesA, $0 - 1))
        }
        return steps.indices.map { index in
            let near = steps[max(index - 3, 0)...min(index + 3, steps.count - 1)].sorted()
            return max(near[near.count / 2], Float(MomentSearch.leastMotion))
        }
    }
}
