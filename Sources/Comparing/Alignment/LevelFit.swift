/// The line that maps B's levels to A's, so that wrong ranges and matrices don't hide motion.
struct LevelFit {
    private(set) var gain = 1.0
    private(set) var bias = 0.0

    init(_ a: PictureSeries, _ b: PictureSeries, pairs: [(a: Int, b: Int)]) {
        var (n, sumA, sumB, square, product) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for pair in pairs {
            for x in 0..<a.size {
                let one = Double(a.values[pair.a * a.size + x]) / 16
                let other = Double(b.values[pair.b * a.size + x]) / 16
                n += 1
                sumA += one
                sumB += other
                square += other * other
                product += one * other
            }
        }
        guard n > 0 else { return }
        let variance = square / n - sumB / n * sumB / n
        guard variance > 4 else { return }
        let slope = (product / n - sumA / n * sumB / n) / variance
        // Other content has no line; levels that are this far off are no mistake of one.
        guard slope > 0.6, slope < 1.6 else { return }
        gain = slope
        bias = sumA / n - slope * sumB / n
    }
}
