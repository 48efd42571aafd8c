extension OffsetSearch {
    /// Pictures without their mean level.
    struct Features {
        let start: Double
        let end: Double
        let size: Int
        var values: [Int16]
        var energy: [Int] = []
        private let places: [Int32]
        private static let rate = 100.0

        init(_ signature: VideoSignature, _ series: PictureSeries) {
            size = series.size
            let frames = signature.frames.prefix(series.count)
            start = frames.first?.time ?? 0
            end = frames.last.map { $0.time + $0.duration } ?? start
            let (start, end) = (start, end)
            places = (0...max(Int((end - start) * Self.rate), 0)).map {
                let time = start + Double($0) / Self.rate + 1e-4
                return Int32(min(signature.index(at: time), max(series.count - 1, 0)))
            }
            values = series.values
            removeMeans(series.count)
        }

        /// Whether what changes over the film is more than noise: half a level.
        private(set) var moves = false

        func frame(at time: Double) -> Int {
            Int(places[min(max(Int((time - start) * Self.rate), 0), places.count - 1)])
        }

        private mutating func removeMeans(_ count: Int) {
            for frame in 0..<count {
                let range = frame * size..<(frame + 1) * size
                let mean = range.reduce(0) { $0 &+ Int(values[$1]) } / max(size, 1)
                var sum = 0
                for index in range {
                    values[index] -= Int16(mean)
                    sum &+= Int(values[index]) &* Int(values[index])
                }
                energy.append(sum)
            }
            guard count > 0 else { return }
            let lasting = sums(Array(0..<count))
            let all = Double(energy.reduce(0, +)) - lasting.product(lasting) / Double(count)
            moves = all / Double(count * size) > 64
        }

        /// The sum of the frames `indices`, cell by cell.
        func sums(_ indices: [Int]) -> [Int] {
            var sums = [Int](repeating: 0, count: size)
            values.withUnsafeBufferPointer { values in
                sums.withUnsafeMutableBufferPointer { sums in
                    for frame in indices {
                        for x in 0..<size { sums[x] &+= Int(values[frame * size + x]) }
                    }
                }
            }
            return sums
        }

        func product(_ index: Int, _ other: Features, _ otherIndex: Int) -> Int {
            values.withUnsafeBufferPointer { mine in
                other.values.withUnsafeBufferPointer { its in
                    var sum = 0
                    let (start, otherStart) = (index * size, otherIndex * size)
                    for x in 0..<size {
                        sum &+= Int(Int32(mine[start + x]) &* Int32(its[otherStart + x]))
                    }
                    return sum
                }
            }
        }
    }
}

extension [Int] {
    func product(_ other: [Int]) -> Double {
        zip(self, other).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
}
