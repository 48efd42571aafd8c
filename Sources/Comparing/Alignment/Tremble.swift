package import Media

/// How much pans and zooms tremble: what is left of the picture's acceleration without its even
/// part.
package enum Tremble {
    /// The most moving frames that are measured, and frames that are looked at.
    private static let mostMoving = 250
    private static let mostFrames = 1800
    /// Frames on each side over which an even acceleration is taken.
    private static let reach = 4

    /// Measures the film at `path`.
    ///
    /// - Returns: pixels of 1080 lines a frame²; nil where nothing moves as a whole.
    /// - Throws: an error that names the file, the cause and what to do.
    package static func measure(path: String) throws(MediaError) -> Double? {
        let size = try raster(path)
        let scan = try VideoScan(path: path, width: size.width, height: size.height)
        var moves: [PictureMove?] = []
        var previous: (luma: [UInt8], pyramid: GrayPyramid)?
        var moving = 0
        while moves.count < mostFrames, moving < mostMoving, let frame = try scan.next() {
            let pyramid = GrayPyramid(
                luma: frame.luma, width: size.width, height: size.height, count: 4)
            if let previous {
                let move = Self.move(previous.pyramid, pyramid)
                moves.append(move)
                if let move, speed(move, size) > 0.02 { moving += 1 }
            }
            previous = (frame.luma, pyramid)
        }
        return noise(moves, size).map { $0 * 1080 / Double(size.height) }
    }

    /// About 960 pixels wide, both sides even.
    private static func raster(_ path: String) throws(MediaError) -> (width: Int, height: Int) {
        let (width, height) = try FilmInfo.read(path: path).uprightRaster
        let scale = min(960 / Double(max(width, 1)), 1)
        func even(_ side: Int) -> Int { max(Int(Double(side) * scale / 2) * 2, 2) }
        return (even(width), even(height))
    }

    private static func move(_ one: GrayPyramid, _ other: GrayPyramid) -> PictureMove? {
        let level = one.levels[0]
        let tracks = PatchTracker.tracks(PatchTracker.places(one), one, other)
        return PictureMove(tracks, width: level.width, height: level.height)
    }

    /// The root mean square move of the picture's points, in pixels.
    private static func speed(_ move: PictureMove, _ size: (width: Int, height: Int)) -> Double {
        let square = radius(size) * radius(size)
        return ((move.shift * move.shift).sum() + move.growth * move.growth * square).squareRoot()
    }

    /// The root mean square distance of points from the middle.
    private static func radius(_ size: (width: Int, height: Int)) -> Double {
        (Double(size.width * size.width + size.height * size.height) / 12).squareRoot()
    }

    /// The trimmed mean of accelerations, without what neighbours share.
    static func noise(_ moves: [PictureMove?], _ size: (width: Int, height: Int)) -> Double? {
        var noises: [Double] = []
        // What is cut between has no acceleration.
        for stretch in moves.split(separator: nil) {
            let stretch = stretch.compactMap(\.self)
            guard stretch.count > 2 * reach else { continue }
            let changes = zip(stretch.dropFirst(), stretch).map { next, last in
                PictureMove.Change(
                    shift: next.shift - last.shift, growth: next.growth - last.growth)
            }
            for index in changes.indices {
                let near = max(index - reach, 0)...min(index + reach, changes.count - 1)
                let speeds = near.map { speed(stretch[$0], size) }
                guard speeds.reduce(0, +) / Double(speeds.count) > 0.03 else { continue }
                let mean = PictureMove.Change.mean(changes[near])
                let shift = changes[index].shift - mean.shift
                let growth = (changes[index].growth - mean.growth) * radius(size)
                noises.append(((shift * shift).sum() + growth * growth).squareRoot())
            }
        }
        guard noises.count >= 8 else { return nil }
        // Single jerks are faults of their own, not trembling.
        let kept = noises.sorted().prefix(noises.count - noises.count / 20)
        return kept.reduce(0, +) / Double(kept.count)
    }
}

extension PictureMove {
    /// A change of the move from one frame to the next.
    fileprivate struct Change {
        var shift: SIMD2<Double>
        var growth: Double

        static func mean(_ changes: ArraySlice<Change>) -> Change {
            let n = Double(max(changes.count, 1))
            return Change(
                shift: changes.reduce(SIMD2<Double>.zero) { $0 + $1.shift } / n,
                growth: changes.reduce(0) { $0 + $1.growth } / n)
        }
    }
}
