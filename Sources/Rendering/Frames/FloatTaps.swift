import Foundation

/// Filter weights in single precision for the one-time pre-scale of a picture.
///
/// The source does not repeat: weights that reach over an edge are added to the edge sample's,
/// which is the same.
struct FloatTaps {
    /// A multiple of 8, the kernel's vector.
    let taps: Int
    private(set) var first: [Int32]
    private(set) var weights: [Float]

    /// - Parameters:
    ///   - sourceCount: samples of the source line.
    ///   - length: how much of the source the output covers from its start, in source samples.
    ///   - count: output samples.
    ///   - lobes: 8 to keep everything up to the new grid's own limit, 3 to avoid ringing.
    init(sourceCount: Int, length: Double, count: Int, lobes: Double) {
        let step = length / Double(count)
        let widening = max(step, 1)
        let radius = lobes * widening
        // The same positions for every sample: no filter is wider than one tap.
        let isCopy = step == 1
        let taps = (isCopy ? 1 : Int(ceil(2 * radius)) + 1).roundedUp(to: 8)
        self.taps = taps
        first = [Int32](repeating: 0, count: count)
        weights = [Float](repeating: 0, count: count * taps)
        for i in 0..<count {
            let centre = (Double(i) + 0.5) * step - 0.5
            let start = min(max(Int(floor(centre - radius)) + 1, 0), max(sourceCount - taps, 0))
            if isCopy {
                let index = min(i, sourceCount - 1)
                first[i] = Int32(min(index, max(sourceCount - taps, 0)))
                weights[i * taps + index - Int(first[i])] = 1
                continue
            }
            first[i] = Int32(start)
            let reached = Int(floor(centre - radius)) + 1...Int(floor(centre + radius))
            let raw = reached.map { Lanczos.value((Double($0) - centre) / widening, lobes: lobes) }
            let sum = raw.reduce(0, +)
            for (index, weight) in zip(reached, raw) {
                let clamped = min(max(index, 0), sourceCount - 1)
                weights[i * taps + clamped - start] += Float(weight / sum)
            }
        }
    }
}
