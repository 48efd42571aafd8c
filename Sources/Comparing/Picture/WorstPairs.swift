import Media

/// Keeps the least alike pairs of frames while a film goes by, few of them at once.
struct WorstPairs: Sendable {
    struct Pair: Sendable {
        var index: Int
        var ssim: Double
        var a: VideoScan.Frame
        var b: VideoScan.Frame
    }

    /// How many come out, how many seconds they lie apart at least.
    static let count = 3
    private static let apart = 1.0

    /// The worst of each second that is over; so many that enough remain when neighbours are left
    /// out.
    private var kept: [Pair] = []
    private var current: Pair?

    mutating func add(_ pair: Pair) {
        guard let current, Int(current.a.time) == Int(pair.a.time) else {
            close()
            current = pair
            return
        }
        if pair.ssim < current.ssim { self.current = pair }
    }

    /// Returns the worst pairs, the worst first.
    mutating func finish() -> [Pair] {
        close()
        var result: [Pair] = []
        for pair in kept where result.count < Self.count {
            if result.allSatisfy({ abs($0.a.time - pair.a.time) >= Self.apart }) {
                result.append(pair)
            }
        }
        return result
    }

    private mutating func close() {
        guard let pair = current else { return }
        current = nil
        kept.append(pair)
        kept.sort { ($0.ssim, $0.index) < ($1.ssim, $1.index) }
        kept = Array(kept.prefix(2 * Self.count + 1))
    }
}
