/// The main colours of a picture, by k-means in OKLab over its cells.
///
/// Nothing is random: the first centre is the mean, each next one the cell farthest from all.
struct Palette {
    /// The largest share first, at most six.
    let swatches: [PictureMeasures.Swatch]

    private static let most = 6
    private static let rounds = 12
    /// Colours nearer than this are the same to people.
    private static let closest = 0.03

    private struct Cluster {
        var center: OKLab
        var weight: Double
    }

    /// Colours added up by their weights.
    private struct Sum {
        private var weight = 0.0
        private var lightness = 0.0
        private var a = 0.0
        private var b = 0.0

        mutating func add(_ point: Cluster) {
            weight += point.weight
            lightness += point.weight * point.center.lightness
            a += point.weight * point.center.a
            b += point.weight * point.center.b
        }

        /// nil where nothing was added.
        var mean: Cluster? {
            guard weight > 0 else { return nil }
            let center = OKLab(lightness: lightness / weight, a: a / weight, b: b / weight)
            return Cluster(center: center, weight: weight)
        }
    }

    init(_ cells: CellGrid) {
        let points = cells.cells.filter { $0.weight > 0 }.map {
            Cluster(center: $0.color, weight: $0.weight)
        }
        let total = points.reduce(0) { $0 + $1.weight }
        swatches = Self.merged(Self.clusters(of: points))
            .sorted { ($1.weight, $0.center.lightness) < ($0.weight, $1.center.lightness) }
            .map { PictureMeasures.Swatch($0.center, share: $0.weight / total) }
    }

    private static func clusters(of points: [Cluster]) -> [Cluster] {
        guard var clusters = mean(of: points).map({ [$0] }) else { return [] }
        while clusters.count < most, let next = farthest(points, from: clusters) {
            clusters.append(next)
        }
        for _ in 0..<rounds {
            var sums = [Sum](repeating: Sum(), count: clusters.count)
            for point in points { sums[nearest(point.center, in: clusters).index].add(point) }
            clusters = sums.compactMap(\.mean)
        }
        return clusters
    }

    private static func mean(of points: [Cluster]) -> Cluster? {
        var sum = Sum()
        for point in points { sum.add(point) }
        return sum.mean
    }

    /// The point farthest from its nearest cluster; nil where all points are centres.
    private static func farthest(_ points: [Cluster], from clusters: [Cluster]) -> Cluster? {
        var (best, most) = (nil as Cluster?, 1e-9)
        for point in points {
            let distance = nearest(point.center, in: clusters).distance
            if distance > most { (best, most) = (point, distance) }
        }
        return best
    }

    private static func nearest(
        _ color: OKLab, in clusters: [Cluster]
    ) -> (index: Int, distance: Double) {
        var (best, least) = (0, Double.infinity)
        for index in clusters.indices {
            let distance = color.squaredDistance(to: clusters[index].center)
            if distance < least { (best, least) = (index, distance) }
        }
        return (best, least)
    }

    /// Joins the closest pair until all are far enough apart.
    private static func merged(_ clusters: [Cluster]) -> [Cluster] {
        var clusters = clusters
        while let pair = closestPair(of: clusters) {
            let joined = mean(of: [clusters[pair.0], clusters[pair.1]])
            clusters.remove(at: pair.1)
            if let joined { clusters[pair.0] = joined }
        }
        return clusters
    }

    /// The two clusters closest to each other, the lower index first; nil where all are apart.
    private static func closestPair(of clusters: [Cluster]) -> (Int, Int)? {
        var (best, least) = (nil as (Int, Int)?, closest * closest)
        for second in clusters.indices {
            for first in 0..<second {
                let distance = clusters[first].center.squaredDistance(
                    to: clusters[second].center)
                if distance < least { (best, least) = ((first, second), distance) }
            }
        }
        return best
    }
}

extension PictureMeasures.Swatch {
    init(_ color: OKLab, share: Double) {
        let bytes = color.bytes
        let name = ColorName(color)
        self.init(
            red: bytes.red, green: bytes.green, blue: bytes.blue, share: share,
            name: name.english, chineseName: name.chinese, chroma: color.chroma)
    }
}
