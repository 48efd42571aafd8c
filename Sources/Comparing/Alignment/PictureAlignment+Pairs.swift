extension PictureAlignment {
    /// Some of the tracked pairs, evenly over the film.
    func texturedPairs(_ a: VideoSignature, _ b: VideoSignature, count: Int) -> [(
        a: Int, b: Int
    )] {
        let good = pairs.filter {
            $0.a < a.pictureCount && $0.b < b.pictureCount && a.frames[$0.a].spread > 3
                && b.frames[$0.b].spread > 3
        }
        let step = max(Double(good.count) / Double(count), 1)
        return stride(from: step / 2, to: Double(good.count), by: step).map { good[Int($0)] }
    }

    /// Pairs of frames by time alone, evenly over both films, those with texture first.
    func textured(_ a: VideoSignature, _ b: VideoSignature, count: Int) -> [(a: Int, b: Int)] {
        guard let first = a.frames.first else { return [] }
        let start = max(first.time, timeInA(b.frames[0].time))
        let end = min(
            a.frames[a.pictureCount - 1].time, timeInA(b.frames[b.pictureCount - 1].time))
        guard end >= start else { return [] }
        let tries = 4 * count
        let pairs = (0..<tries).map { index in
            let time = start + (Double(index) + 0.5) / Double(tries) * (end - start)
            return (a: a.nearest(to: time), b: b.nearest(to: timeInB(time)))
        }
        .filter { $0.a < a.pictureCount && $0.b < b.pictureCount }
        // The best of each stretch, so that all of the film has a say.
        return stride(from: 0, to: pairs.count, by: 4).compactMap { start in
            pairs[start..<min(start + 4, pairs.count)].max {
                min(a.frames[$0.a].spread, b.frames[$0.b].spread)
                    < min(a.frames[$1.a].spread, b.frames[$1.b].spread)
            }
        }
        .filter { a.frames[$0.a].spread > 3 && b.frames[$0.b].spread > 3 }
    }

    /// Each frame once, and those that are nearest in time.
    func onePairEach(_ a: VideoSignature, _ b: VideoSignature) -> [(a: Int, b: Int)] {
        var best: [Int: (b: Int, distance: Double)] = [:]
        for (index, shown) in path.enumerated() where shown >= 0 {
            let distance = abs(timeInA(b.frames[index].time) - a.frames[shown].time)
            if let other = best[shown], other.distance <= distance { continue }
            best[shown] = (index, distance)
        }
        return best.map { (a: $0.key, b: $0.value.b) }.sorted { $0.a < $1.a }
    }
}

extension PictureSeries {
    /// The correlation of two frames, -1...1; 0 where one is flat.
    func likeness(_ index: Int, _ other: PictureSeries, _ otherIndex: Int) -> Double {
        var (sumA, sumB, squareA, squareB, product) = (0, 0, 0, 0, 0)
        for x in 0..<size {
            let one = Int(values[index * size + x])
            let two = Int(other.values[otherIndex * size + x])
            sumA &+= one
            sumB &+= two
            squareA &+= one &* one
            squareB &+= two &* two
            product &+= one &* two
        }
        let n = Double(size)
        let (a, b) = (Double(sumA) / n, Double(sumB) / n)
        let (varianceA, varianceB) = (Double(squareA) / n - a * a, Double(squareB) / n - b * b)
        guard varianceA > 1, varianceB > 1 else { return 0 }
        return (Double(product) / n - a * b) / (varianceA * varianceB).squareRoot()
    }
}
