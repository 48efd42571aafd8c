/// Finds, for frames of B, when A shows the same, between its frames too.
struct MomentSearch {
    let a: VideoSignature
    let b: VideoSignature
    let seriesA: PictureSeries
    let seriesB: PictureSeries

    /// Less motion than this between frames tells no time, in levels².
    static let leastMotion = 0.02

    /// The moments at which the picture moves, at best `count` of them.
    ///
    /// - Parameters:
    ///   - lag: Roughly how late B is, in seconds.
    ///   - reach: How far from it to look, in seconds.
    func moments(lag: Double, reach: Double, count: Int = 300) -> [TimeFit.Moment] {
        guard seriesA.count > 2, seriesB.count > 0 else { return [] }
        let step = max(seriesB.count / count, 1)
        return stride(from: 0, to: seriesB.count, by: step).compactMap {
            moment(of: $0, lag: lag, reach: reach)
        }
    }

    private func moment(of index: Int, lag: Double, reach: Double) -> TimeFit.Moment? {
        let time = b.frames[index].time
        let low = a.nearest(to: time - lag - reach)
        let high = min(a.nearest(to: time - lag + reach), seriesA.count - 1)
        guard low < high else { return nil }
        let distances = (low...high).map { seriesA.distance($0, seriesB, index) }
        guard let least = distances.min(), let most = distances.max(),
            let place = distances.firstIndex(of: least), least < 0.4 * most
        else { return nil }
        let best = low + place
        // At the border the true one may lie outside.
        guard best > 0, best < seriesA.count - 1, best > low, best < high else { return nil }
        let before = seriesA.distance(best, seriesA, best - 1)
        let after = seriesA.distance(best, seriesA, best + 1)
        guard min(before, after) > Self.leastMotion, least < 0.8 * max(before, after) else {
            return nil
        }
        let shown = a.frames[best].time + fraction(index, best, before: before, after: after)
        return (shown, time - shown)
    }

    /// Seconds from A's frame `best` to what B's frame shows.
    private func fraction(_ index: Int, _ best: Int, before: Double, after: Double) -> Double {
        let later = seriesA.share(best, towards: best + 1, of: seriesB, index)
        let earlier = seriesA.share(best, towards: best - 1, of: seriesB, index)
        // At a cut there is nothing between.
        if later > max(earlier, 0.1), later < 0.9, after < 6 * before {
            return later * (a.frames[best + 1].time - a.frames[best].time)
        }
        if earlier > max(later, 0.1), earlier < 0.9, before < 6 * after {
            return -earlier * (a.frames[best].time - a.frames[best - 1].time)
        }
        return 0
    }
}
