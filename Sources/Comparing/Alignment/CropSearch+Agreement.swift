extension CropSearch {
    /// The mean correlation of the pairs' differences, `every` so many cells.
    func agreement(_ area: PictureArea, every stride: Int = 1) -> Double {
        guard area.width > 0.3, area.height > 0.3, area.width < 2.5, area.height < 2.5 else {
            return -1
        }
        let xs = Self.taps(area.x, area.width, Self.width, stride)
        let ys = Self.taps(area.y, area.height, Self.height, stride)
        let least = Double(Self.width * Self.height / stride / stride) * 0.3
        guard Double(xs.count * ys.count) > least, xs.count > 3, ys.count > 3 else { return -1 }
        var sum = 0.0
        for (a, b) in zip(picturesA, picturesB) { sum += Self.correlation(a, b, xs, ys) }
        return sum / Double(picturesA.count)
    }

    private typealias Tap = (here: Int, first: Int, share: Float)

    /// Where B's cells lie in A, without those past its borders.
    private static func taps(_ start: Double, _ length: Double, _ limit: Int, _ stride: Int)
        -> [Tap]
    {
        Swift.stride(from: 0, to: limit, by: stride).compactMap { index in
            let share = start + (Double(index) + 0.5) / Double(limit) * length
            let place = share * Double(limit) - 0.5
            guard place > -0.3, place < Double(limit) - 0.7 else { return nil }
            let first = min(max(Int(place.rounded(.down)), 0), limit - 2)
            return (index, first, Float(min(max(place - Double(first), 0), 1)))
        }
    }

    private static func correlation(_ a: [Float], _ b: [Float], _ xs: [Tap], _ ys: [Tap])
        -> Double
    {
        var sums = Sums()
        var above = [Float](repeating: 0, count: 2 * xs.count)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                xs.withUnsafeBufferPointer { xs in
                    above.withUnsafeMutableBufferPointer { above in
                        for (row, y) in ys.enumerated() {
                            let lines = (y.first * width, y.here * width)
                            sums.add(a, b, lines, y.share, xs, above, isFirst: row == 0)
                        }
                    }
                }
            }
        }
        let square = sums.squareA * sums.squareB
        return square > 1 ? Double(sums.product / square.squareRoot()) : 0
    }

    /// The sums that a correlation is made of.
    private struct Sums {
        var (product, squareA, squareB): (Float, Float, Float) = (0, 0, 0)

        /// Adds a row of B and what lies there in A; `above` holds the row before, first A's.
        ///
        /// Plain numbers in a plain loop: without optimization, all else takes ten times as long.
        mutating func add(
            _ a: UnsafeBufferPointer<Float>, _ b: UnsafeBufferPointer<Float>,
            _ lines: (Int, Int), _ down: Float, _ xs: UnsafeBufferPointer<Tap>,
            _ above: UnsafeMutableBufferPointer<Float>, isFirst: Bool
        ) {
            let columns = xs.count
            var (leftA, leftB): (Float, Float) = (0, 0)
            var column = 0
            while column < columns {
                let x = xs[column]
                let (place, next) = (lines.0 &+ x.first, lines.0 &+ x.first &+ width)
                let upper = a[place] + (a[place &+ 1] - a[place]) * x.share
                let lower = a[next] + (a[next &+ 1] - a[next]) * x.share
                let hereA = upper + (lower - upper) * down
                let hereB = b[lines.1 &+ x.here]
                if !isFirst, column > 0 {
                    let (acrossA, acrossB) = (hereA - leftA, hereB - leftB)
                    let (downA, downB) = (hereA - above[column], hereB - above[columns &+ column])
                    product += acrossA * acrossB + downA * downB
                    squareA += acrossA * acrossA + downA * downA
                    squareB += acrossB * acrossB + downB * downB
                }
                (leftA, leftB) = (hereA, hereB)
                above[column] = hereA
                above[columns &+ column] = hereB
                column &+= 1
            }
        }
    }
}
