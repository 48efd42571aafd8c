/// Frames that slow motion lost or shows twice, by how far the picture moves from each to the next.
///
/// Small pictures hardly change from one frame of a slow zoom to the next; the move of all of the
/// picture is known to a hundredth of a pixel.
struct Jerks {
    struct Jerk: Hashable, Sendable {
        /// When the frame is missing, in seconds.
        var time: Double
        /// Whether a neighbour stands in for it.
        var isFilled: Bool
    }

    private let track: MotionTrack

    /// Moves on each side that have to be even, and how uneven they may be.
    private static let reach = 5
    private static let even = 0.65...1.35
    /// What a move over a lost frame is of the others, and one to a repeated frame.
    private static let double = 1.75...2.25
    private static let none = -0.2...0.2
    /// The least even move, in pixels.
    private static let least = 0.04

    /// Finds them in a film's moves, in order.
    static func find(_ track: MotionTrack) -> [Jerk] {
        let jerks = Jerks(track: track)
        return track.moves.indices.compactMap(jerks.jerk)
    }

    private func jerk(_ index: Int) -> Jerk? {
        let own = [index, index + 1]
        let near = index - Self.reach...index + 1 + Self.reach
        guard near.lowerBound >= 0, near.upperBound < track.moves.count else { return nil }
        let others = near.filter { !own.contains($0) }.compactMap(vector)
        guard others.count == 2 * Self.reach else { return nil }
        let mean = others.reduce(.zero, +) / Double(others.count)
        let square = (mean * mean).sum()
        func share(_ move: SIMD3<Double>) -> Double { (move * mean).sum() / square }
        guard square.squareRoot() > Self.least,
            others.allSatisfy({ Self.even.contains(share($0)) }),
            let first = vector(index).map(share), let second = vector(index + 1).map(share)
        else { return nil }
        let time = track.times[index + 1]
        switch (first, second) {
        case (Self.none, Self.double), (Self.double, Self.none):
            return Jerk(time: time, isFilled: true)
        case (Self.double, Self.even): return Jerk(time: time, isFilled: false)
        default: return nil
        }
    }

    /// Shift and growth in pixels.
    private func vector(_ index: Int) -> SIMD3<Double>? {
        track.moves[index].map { SIMD3($0.shift.x, $0.shift.y, $0.growth * track.radius) }
    }
}

extension FrameFaults {
    /// Adds what B's motion lost and A's did not, where nothing of it was found yet.
    mutating func add(
        _ motion: (a: MotionTrack, b: MotionTrack), rates: (a: Double, b: Double),
        _ alignment: PictureAlignment
    ) {
        // Other rates leave out frames, or repeat some, of need.
        guard alignment.isSameContent, rates.a > 0, abs(rates.b / rates.a - 1) < 0.01 else {
            return
        }
        let near = 4 / rates.a
        let own = Jerks.find(motion.a).map(\.time)
        let known = findings.filter {
            [.dropped, .duplicated, .frozen, .black].contains($0.kind)
        }.compactMap(\.at_ms).map { $0 / 1000 }
        for jerk in Jerks.find(motion.b) {
            let time = alignment.timeInA(jerk.time)
            guard !(own + known).contains(where: { abs($0 - time) < near }) else { continue }
            add([.init(kind: .dropped, count: 1, time: time, isFilled: jerk.isFilled)])
        }
    }
}
