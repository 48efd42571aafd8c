import Media

/// Half milliseconds of sound, boiled down to what the measures need of them.
struct SoundCells: Sendable {
    /// Samples in a cell.
    static let length = 24

    /// The sum of the squares of both channels.
    private(set) var energies: [Float] = []

    /// The same of the differences from sample to sample of the mix: highs count more.
    private(set) var edges: [Float] = []

    /// The largest second difference of either channel.
    private(set) var bends: [Float] = []

    /// How many samples, of both channels, stand in runs at full scale.
    private(set) var clipped: [Int] = []

    /// How many runs at full scale have begun so far.
    private(set) var runs = 0

    private var left = History()
    private var right = History()
    private var isFirst = true

    /// What a channel held before the samples that come.
    private struct History {
        var last: Float = 0
        var beforeLast: Float = 0
        var run = 0
    }

    /// What counts as full scale, and how many samples of it on end are a run.
    private static let full: Float = 0.999
    private static let shortestRun = 3

    /// Takes the next sound in, a whole number of cells, and lets go of the cells before.
    mutating func take(_ block: AudioBlock) {
        let count = block.count / SoundCells.length
        energies = [Float](repeating: 0, count: count)
        edges = energies
        bends = energies
        clipped = [Int](repeating: 0, count: count)
        if isFirst, let (l, r) = zip(block.left, block.right).first(where: { _ in true }) {
            // A file may begin in the middle of a wave: that is no step.
            (left.last, left.beforeLast) = (l, l)
            (right.last, right.beforeLast) = (r, r)
            isFirst = false
        }
        block.left.withUnsafeBufferPointer { left in
            block.right.withUnsafeBufferPointer { right in
                for cell in 0..<count { measure(left, right, cell) }
            }
        }
    }

    private mutating func measure(
        _ lefts: UnsafeBufferPointer<Float>, _ rights: UnsafeBufferPointer<Float>, _ cell: Int
    ) {
        var (energy, edge, bend): (Float, Float, Float) = (0, 0, 0)
        var (l, r) = (left, right)
        var flat = 0
        var index = cell * SoundCells.length
        let end = index + SoundCells.length
        while index < end {
            let (a, b) = (lefts[index], rights[index])
            energy += a * a + b * b
            let step = SoundMix.of(a - l.last, b - r.last)
            edge += step * step
            bend = max(bend, abs(a - 2 * l.last + l.beforeLast), abs(b - 2 * r.last + r.beforeLast))
            (l.beforeLast, l.last) = (l.last, a)
            (r.beforeLast, r.last) = (r.last, b)
            if abs(a) >= SoundCells.full { flat += lengthen(&l.run) } else { l.run = 0 }
            if abs(b) >= SoundCells.full { flat += lengthen(&r.run) } else { r.run = 0 }
            index += 1
        }
        (left, right) = (l, r)
        (energies[cell], edges[cell], bends[cell], clipped[cell]) = (energy, edge, bend, flat)
    }

    /// Returns how many samples more stand in runs.
    private mutating func lengthen(_ run: inout Int) -> Int {
        run += 1
        if run < SoundCells.shortestRun { return 0 }
        if run > SoundCells.shortestRun { return 1 }
        runs += 1
        return SoundCells.shortestRun
    }
}

/// Two channels made one.
enum SoundMix {
    /// Unlike weights: channels that are each other's opposite don't cancel.
    static func of(_ left: Float, _ right: Float) -> Float { 0.667 * left + 0.333 * right }
}
