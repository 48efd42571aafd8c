/// Finds, for frames of B, when A shows the same, between its frames too.
struct MomentSearch {
    let a: VideoSignature
    let b: VideoSignature
    let seriesA: PictureSeries
    let seriesB: PictureSeries

    /// Less motion than this between frames tells no time, in levels².
    static let leastMotion = 0.01

    /// The moments at which the picture moves, at best `count` of them.
    ///
    /// - Parameters:
    ///   - lag: Roughly how late B is, in seconds.
    ///   - reach: How far from it to look, in seconds.
    ///   - count: See above.
    /// - Returns: them in order, and whether B shows A's frames rather than what lies between them.
    func moments(
        lag: Double, reach: Double, count: Int = 300
    ) -> (list: [TimeFit.Moment], areWhole: Bool) {
        guard seriesA.count > 2, seriesB.count > 0 else { return ([], true) }
        let step = max(seriesB.count / count, 1)
        let found = stride(from: 0, to: seriesB.count, by: step).compactMap {
            moment(of: $0, lag: lag, reach: reach)
        }
        // Encoders let slow motion lag by less and by more; what truly lies between frames lies at
        // an even place, or moves on evenly.
        let fractions = found.map(\.fraction)
        let middle = fractions.median ?? 0
        let usual = fractions.map { abs($0 - middle) }.median ?? 0
        let isExact = abs(middle) < 0.1 || usual > 0.05
        let list = found.map { moment in
            let shown = moment.shown + (isExact ? 0 : moment.fraction * moment.frame)
            return TimeFit.Moment(shown, moment.time - shown)
        }
        return (list, isExact)
    }

    /// A frame of B at `time`: A's frame at `shown` and a fraction of the frames' distance.
    private struct Match {
        var time: Double
        var shown: Double
        var fraction: Double
        var frame: Double
    }

    private func moment(of index: Int, lag: Double, reach: Double) -> Match? {
        let time = b.frames[index].time
        let low = a.nearest(to: time - lag - reach)
        let high = min(a.nearest(to: time - lag + reach), seriesA.count - 1)
        guard low < high else { return nil }
        let distances = (low...high).map { seriesA.distance($0, seriesB, index) }
        guard let least = distances.min(), let most = distances.max(),
            let place = distances.firstIndex(of: least), least < 0.4 * most
        else { return nil }
        let best = low + place
        // At the border the true one may lie outside; slow motion shows over several frames only.
        guard best > low, best < high, most > 5 * Self.leastMotion,
            let step = [1, 2, 4].first(where: { isMoving(best, $0) })
        else { return nil }
        let before = seriesA.distance(best, seriesA, best - step)
        let after = seriesA.distance(best, seriesA, best + step)
        guard least < 0.8 * max(before, after) else { return nil }
        let fraction = fraction(index, best, step, before: before, after: after)
        let other = fraction < 0 ? best - 1 : best + 1
        return Match(
            time: time, shown: a.frames[best].time, fraction: fraction,
            frame: abs(a.frames[other].time - a.frames[best].time))
    }

    /// Whether the picture moves from `step` frames before one of A's to as many after it.
    private func isMoving(_ index: Int, _ step: Int) -> Bool {
        guard index >= step, index + step < seriesA.count else { return false }
        let least = 5 * Self.leastMotion
        return seriesA.distance(index, seriesA, index - step) > least
            && seriesA.distance(index, seriesA, index + step) > least
    }

    /// How far what B's frame shows lies from A's frame `best`, in frames.
    private func fraction(
        _ index: Int, _ best: Int, _ step: Int, before: Double, after: Double
    ) -> Double {
        let later = seriesA.share(best, towards: best + step, of: seriesB, index)
        let earlier = seriesA.share(best, towards: best - step, of: seriesB, index)
        let frames = Double(step)
        // At a cut there is nothing between.
        if later > max(earlier, 0), after < 6 * before { return min(later * frames, 0.9) }
        if earlier > max(later, 0), before < 6 * after { return -min(earlier * frames, 0.9) }
        return 0
    }
}
