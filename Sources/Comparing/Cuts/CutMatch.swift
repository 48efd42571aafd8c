/// The hard cuts of two films, and which are the same.
struct CutMatch: Hashable, Sendable {
    var countA = 0
    var countB = 0
    /// Cuts of A that B has at the same moment.
    var matched = 0
    /// Seconds of A's timeline at which one of them cuts alone, rising.
    var apart: [Double] = []

    /// Frames of the slower film by which the same cut may lie elsewhere.
    private static let margin = 1.5

    /// Finds the cuts of both and matches them through `alignment`.
    init(_ a: VideoSignature, _ b: VideoSignature, _ alignment: PictureAlignment) {
        let (cutsA, cutsB) = (CutFinder.cuts(in: a), CutFinder.cuts(in: b))
        (countA, countB) = (cutsA.count, cutsB.count)
        guard alignment.isSameContent else { return }
        let frame = 1 / max(min(a.frameRate, b.frameRate), 1)
        var open = cutsB
        for cut in cutsA {
            func frames(to other: Int) -> Double {
                let time = alignment.timeInA(b.frames[other].time) - a.frames[cut].time
                // What was lost before it moves a cut in time, not among the frames.
                let shown = other < alignment.path.count ? alignment.path[other] : -1
                return min(abs(time) / frame, shown < 0 ? .infinity : Double(abs(shown - cut)))
            }
            let nearest = open.min { frames(to: $0) < frames(to: $1) }
            if let nearest, frames(to: nearest) <= Self.margin {
                matched += 1
                open.removeAll { $0 == nearest }
            } else {
                apart.append(a.frames[cut].time)
            }
        }
        apart += open.map { alignment.timeInA(b.frames[$0].time) }
        apart.sort()
    }
}

extension Comparison.Picture {
    /// Takes over the cuts; without the same content none can be matched.
    mutating func add(_ cuts: CutMatch, isSameContent: Bool) {
        (cuts_a, cuts_b) = (cuts.countA, cuts.countB)
        guard isSameContent else { return }
        cuts_matched = cuts.matched
        cuts_apart_ms = cuts.apart.map { ($0 * 1000).rounded() }
    }
}
