/// How a whole picture moves from one frame to the next: shift and growth around its middle.
struct PictureMove: Hashable, Sendable {
    /// Pixels.
    var shift: SIMD2<Double>
    /// A share a frame.
    var growth: Double
    /// The share of patches that moves like this.
    var share: Double

    init(shift: SIMD2<Double>, growth: Double, share: Double = 1) {
        (self.shift, self.growth, self.share) = (shift, growth, share)
    }

    /// Fits the tracks, without those that move otherwise; nil for too few.
    init?(_ tracks: [PatchTracker.Track], width: Int, height: Int) {
        guard tracks.count >= 6 else { return nil }
        let middle = SIMD2(Double(width), Double(height)) / 2
        let points = tracks.map { track in
            (
                place: SIMD2<Double>(track.place) - middle, move: SIMD2<Double>(track.move)
            )
        }
        // A start that a third of strays can't spoil.
        let shiftX = points.map(\.move.x).median ?? 0
        let shiftY = points.map(\.move.y).median ?? 0
        (shift, growth, share) = (SIMD2(shiftX, shiftY), Self.growth(points), 0)
        for turn in 0..<6 {
            let rests = points.map { length($0.move - shift - $0.place * growth) }
            let usual = 1.4826 * (rests.median ?? 0)
            let limit = max(2.5 * usual, turn < 2 ? 0.3 : 0.05)
            let near = zip(points, rests).filter { $0.1 <= limit }.map(\.0)
            guard near.count >= 5 else { return nil }
            fit(near)
        }
        let rests = points.map { length($0.move - shift - $0.place * growth) }
        share = Double(rests.count { $0 < 0.5 }) / Double(points.count)
        guard share > 0.5 else { return nil }
    }

    private typealias Point = (place: SIMD2<Double>, move: SIMD2<Double>)

    /// The median growth between pairs of patches that lie far apart.
    private static func growth(_ points: [Point]) -> Double {
        let half = points.count / 2
        let growths = (0..<points.count).compactMap { index -> Double? in
            let (one, other) = (points[index], points[(index + half) % points.count])
            let apart = other.place - one.place
            let square = (apart * apart).sum()
            return square > 2500 ? (apart * (other.move - one.move)).sum() / square : nil
        }
        return growths.median ?? 0
    }

    private mutating func fit(_ points: [Point]) {
        let n = Double(points.count)
        let place = points.reduce(SIMD2<Double>.zero) { $0 + $1.place } / n
        let move = points.reduce(SIMD2<Double>.zero) { $0 + $1.move } / n
        var (along, square) = (0.0, 0.0)
        for point in points {
            along += ((point.place - place) * (point.move - move)).sum()
            square += ((point.place - place) * (point.place - place)).sum()
        }
        growth = square > 1 ? along / square : 0
        shift = move - place * growth
    }
}

func length(_ vector: SIMD2<Double>) -> Double { (vector * vector).sum().squareRoot() }
