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

    static let width = VideoSignature.width
    static let height = VideoSignature.height
    let picturesA: [[Float]]
    let picturesB: [[Float]]

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
