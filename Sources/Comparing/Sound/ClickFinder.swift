/// Finds clicks: steps from one sample to the next that stand alone.
///
/// A step bends the wave more than all around it does. Drums, plosives and noise bend it too, but
/// go on for milliseconds; what is back to a sixth within 1.5 ms on both sides is none of them.
/// Lossy codecs smear a click over a few milliseconds, to less than that.
struct ClickFinder: Sendable {
    /// The clicks found so far.
    private(set) var clicks: [SoundAnalysis.Click] = []

    /// The bends of cells that may still be a click or the surroundings of one.
    private var bends = [Float](repeating: 0, count: reach)

    /// The cell that `bends` begins with.
    private var first = -reach

    /// Cells to either side that a click may fill, and that are looked at: 1.5 and 12 ms.
    private static let width = 3
    private static let reach = 24

    /// The least second difference of a click: a step of a tenth of full scale, less what codecs
    /// take away.
    private static let least: Float = 0.08
    private static let prominence: Float = 6

    /// More are not kept.
    private static let most = 10_000

    /// Takes the bends of the next cells in.
    mutating func take(_ more: [Float]) {
        bends += more
        let (reach, width) = (ClickFinder.reach, ClickFinder.width)
        guard bends.count > 2 * reach else { return }
        for index in reach..<bends.count - reach where bends[index] >= ClickFinder.least {
            let height = bends[index]
            // Of two that are alike, the first.
            let isTop =
                bends[index - width..<index].allSatisfy { $0 < height }
                && bends[index...index + width].allSatisfy { $0 <= height }
            let before = bends[index - reach..<index - width].max() ?? 0
            let after = bends[index + width + 1...index + reach].max() ?? 0
            guard isTop, max(before, after) * ClickFinder.prominence <= height else { continue }
            guard clicks.count < ClickFinder.most else { break }
            let seconds = (Double(first + index) + 0.5) * Double(SoundCells.length) / 48_000
            clicks.append(.init(seconds: seconds, height: height))
        }
        let done = bends.count - 2 * reach
        bends.removeFirst(done)
        first += done
    }

    /// Looks at the last cells too.
    mutating func finish() { take([Float](repeating: 0, count: ClickFinder.reach)) }
}
