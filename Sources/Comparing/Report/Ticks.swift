import Foundation

/// Round numbers on an axis.
struct Ticks {
    let values: [Double]
    let digits: Int

    var first: Double { values.first ?? 0 }
    var last: Double { values.last ?? 1 }

    /// About `count` steps of 1, 2 or 5 times a power of ten, around `range`.
    init(_ range: ClosedRange<Double>, count: Int) {
        let rough = (range.upperBound - range.lowerBound) / Double(count)
        let power = pow(10, floor(log10(max(rough, 1e-9))))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
        let from = (range.lowerBound / step + 1e-6).rounded(.down)
        let to = (range.upperBound / step - 1e-6).rounded(.up)
        values = stride(from: from, through: max(to, from + 1), by: 1).map { $0 * step }
        digits = max(0, -Int(floor(log10(step) + 1e-9)))
    }
}
