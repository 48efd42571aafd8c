/// Finds which part of A's picture B shows, by trying where their small pictures agree best.
///
/// Differences of neighbouring cells are compared, so that levels, bars and soft shadows don't
/// matter; what B shows beyond A's borders is left out.
struct CropSearch {
    /// The part of A that B shows; reaches past the borders where B has bars.
    private(set) var area = PictureArea.all
    /// How well the pictures agree there, -1...1.
    private(set) var score = 0.0
    /// How well they agree as wholes.
    private(set) var wholeScore = 0.0

    private static let width = VideoSignature.width
    private static let height = VideoSignature.height
    private let picturesA: [[Float]]
    private let picturesB: [[Float]]

    /// Compares the frames of `pairs`, at best some well-textured ones.
    ///
    /// - Parameters:
    ///   - a: The whole.
    ///   - b: What may show a part.
    ///   - pairs: Frames that show the same moment.
    ///   - isWide: Whether to look further than around the whole picture.
    init(
        _ a: VideoSignature, _ b: VideoSignature, pairs: [(a: Int, b: Int)], isWide: Bool = false
    ) {
        picturesA = pairs.map { Self.picture(a, $0.a) }
        picturesB = pairs.map { Self.picture(b, $0.b) }
        guard !pairs.isEmpty else { return }
        wholeScore = agreement(.all)
        (area, score) = (.all, wholeScore)
        refine(from: .all)
        guard isWide else { return }
        let starts = starts(a, b).map { ($0, agreement($0, every: 2)) }
            .sorted { $0.1 > $1.1 }
        for start in starts.prefix(4) { refine(from: start.0) }
    }

    private static func picture(_ signature: VideoSignature, _ index: Int) -> [Float] {
        let size = width * height
        return signature.pictures[index * size..<(index + 1) * size].map(Float.init)
    }

    /// Where the search may begin: what is not bars, cuts that keep pixels square, cuts that were
    /// stretched.
    private func starts(_ a: VideoSignature, _ b: VideoSignature) -> [PictureArea] {
        var starts = [Self.area(of: a.activeArea, at: b.activeArea)]
        let shape =
            Double(a.size.width * b.size.height) / Double(max(a.size.height * b.size.width, 1))
        let shares = stride(from: 1, through: 0.6, by: -0.05)
        for share in shares {
            for (wide, high) in [
                (share, share), shape < 1 ? (share, share * shape) : (share / shape, share),
            ] {
                starts += Self.places(wide, high)
            }
        }
        for wide in stride(from: 1, through: 0.75, by: -0.08) {
            for high in stride(from: 1, through: 0.75, by: -0.08) {
                starts += Self.places(wide, high)
            }
        }
        return starts
    }

    private static func places(_ width: Double, _ height: Double) -> [PictureArea] {
        func offsets(_ length: Double) -> [Double] {
            let count = Int(((1 - length) / 0.06).rounded(.up))
            guard count > 0 else { return [(1 - length) / 2] }
            return (0...count).map { (1 - length) * Double($0) / Double(count) }
        }
        return offsets(height).flatMap { y in
            offsets(width).map { PictureArea(x: $0, y: y, width: width, height: height) }
        }
    }

    /// What all of B stands for where its part `active` shows the part `shown` of A.
    private static func area(of shown: PictureArea, at active: PictureArea) -> PictureArea {
        let (width, height) = (shown.width / active.width, shown.height / active.height)
        return PictureArea(
            x: shown.x - active.x * width, y: shown.y - active.y * height, width: width,
            height: height)
    }

    /// Moves the sides, and all of it, in ever smaller steps.
    private mutating func refine(from start: PictureArea) {
        var (best, bestScore) = (start, agreement(start))
        var step = 0.02
        while step > 0.0006 {
            var isBetter = false
            for move in Self.moves {
                let tried = PictureArea(
                    x: best.x + move.x * step, y: best.y + move.y * step,
                    width: best.width + move.z * step, height: best.height + move.w * step)
                let score = agreement(tried)
                if score > bestScore + 1e-5 { (best, bestScore, isBetter) = (tried, score, true) }
            }
            if !isBetter { step /= 2 }
        }
        if bestScore > score { (area, score) = (best, bestScore) }
    }

    /// Changes of x, y, width and height: all of it, one axis, a place, one side.
    private static let moves: [SIMD4<Double>] = {
        let ways: [SIMD4<Double>] = [
            SIMD4(1, 0, -2, 0), SIMD4(0, 1, 0, -2), SIMD4(1, 1, -2, -2), SIMD4(1, 0, 0, 0),
            SIMD4(0, 1, 0, 0), SIMD4(1, 0, -1, 0), SIMD4(0, 1, 0, -1), SIMD4(0, 0, 1, 0),
            SIMD4(0, 0, 0, 1),
        ]
        return ways + ways.map { -$0 }
    }()
}

extension CropSearch {
    /// The mean correlation of the pairs' differences, `every` so many cells.
    private func agreement(_ area: PictureArea, every stride: Int = 1) -> Double {
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
