/// How light is spread over a picture: figures of Y' that count what can be seen.
struct Tones {
    static let binCount = 64

    var brightness = 0.0
    var contrast = 0.0
    var darkShare = 0.0
    var brightShare = 0.0
    /// Shares that sum to 1, or to 0 where nothing can be seen.
    var histogram = [Double](repeating: 0, count: binCount)

    /// `weights` are opacities, one for each value of `luma`.
    init(luma: LumaPlane, weights: [Float]) {
        var (total, sum, squares) = (0.0, 0.0, 0.0)
        for (value, weight) in zip(luma.values, weights) where weight > 0 {
            // Back to what is opaque there: the gray that shows through says nothing.
            let own = (Double(value) - 0.5 * Double(1 - weight)) / Double(weight)
            let luma = min(max(own, 0), 1)
            let weight = Double(weight)
            total += weight
            sum += weight * luma
            squares += weight * luma * luma
            count(luma * 255, weight)
        }
        guard total > 0 else { return }
        brightness = sum / total
        contrast = max(0, squares / total - brightness * brightness).squareRoot()
        darkShare /= total
        brightShare /= total
        for bin in histogram.indices { histogram[bin] /= total }
    }

    /// Borders lie between whole steps, so that a rounding in the last digit moves nothing.
    private mutating func count(_ luma: Double, _ weight: Double) {
        let step = Int(luma.rounded())
        if step < 64 { darkShare += weight }
        if step >= 192 { brightShare += weight }
        histogram[min(Self.binCount - 1, step * Self.binCount / 256)] += weight
    }
}
