extension PictureAlignment {
    /// Finds how `b` lies against `a`.
    ///
    /// - Parameters:
    ///   - a: The film that tells time and place.
    ///   - b: The film that may be late, cut or framed.
    ///   - soundOffset: Seconds by which B's sound is late; decides where the picture can't.
    /// - Returns: what fits best, also where both show something else: see `isSameContent`.
    package static func find(
        _ a: VideoSignature, _ b: VideoSignature, soundOffset: Double? = nil
    ) -> PictureAlignment {
        guard a.pictureCount > 0, b.pictureCount > 0 else { return PictureAlignment() }
        let seen = PictureAlignment(a, b, .init(expected: soundOffset))
        let expected = soundOffset ?? 0
        guard !seen.isExact, abs(expected) <= OffsetSearch.reach,
            abs(seen.roughOffset - expected) > 0.1
        else { return seen }
        // A part of a zoom looks like the whole at another moment: what is heard decides then.
        let heard = PictureAlignment(a, b, .init(expected: expected, isCertain: true))
        return 1 - seen.likeness < Self.muchLess * (1 - heard.likeness) ? seen : heard
    }

    /// Whether all of B looks as all of A does but for the encoder's noise.
    private var isExact: Bool { isWhole && likeness > 0.9995 }

    /// How much of what is unlike must go away for pictures to be believed against their sound, or
    /// to be late where there is none.
    private static let muchLess = 0.5

    private init(_ a: VideoSignature, _ b: VideoSignature, _ guess: OffsetSearch.Guess) {
        self.init()
        place(a, b, guess)
        // A zoom looks like a crop a moment earlier: as wholes they are tried first.
        for _ in 0..<2 {
            var crop = CropSearch(a, b, pairs: texturedPairs(a, b, count: 6))
            if crop.wholeScore < 0.9, isWhole {
                var rough = self
                (rough.offset, rough.drift) = (roughOffset, 0)
                crop = CropSearch(a, b, pairs: rough.textured(a, b, count: 6), isWide: true)
            }
            guard crop.isFound else { break }
            (shownOfA, placeInB) = crop.area.clipped
            place(a, b, guess)
        }
    }

    private var isWhole: Bool { shownOfA == .all && placeInB == .all }

    /// Finds the time, given the place.
    private mutating func place(
        _ a: VideoSignature, _ b: VideoSignature, _ guess: OffsetSearch.Guess
    ) {
        let seriesA = PictureSeries(a, area: shownOfA)
        var seriesB = PictureSeries(b, area: placeInB)
        let (coarseA, coarseB) =
            isWhole
            ? (PictureSeries(a, area: a.activeArea), PictureSeries(b, area: b.activeArea))
            : (seriesA, seriesB)
        let search = OffsetSearch(a, coarseA.coarse, b, coarseB.coarse, guess)
        (offset, drift, roughOffset, isTimed) = (search.lag, 0, search.lag, false)
        let fit = LevelFit(seriesA, seriesB, pairs: textured(a, b, count: 24))
        (levelGain, levelBias) = (fit.gain, fit.bias)
        seriesB = seriesB.mapped(gain: fit.gain, bias: fit.bias)
        time(MomentSearch(a: a, b: b, seriesA: seriesA, seriesB: seriesB), search)
        judge(a, b, seriesA, seriesB)
        path = FrameTracker(a: a, b: b, seriesA: seriesA, seriesB: seriesB).path(self)
        pairs = onePairEach(a, b)
    }

    private mutating func time(_ moments: MomentSearch, _ search: OffsetSearch) {
        let a = moments.a
        let frame = 1 / max(min(a.frameRate, moments.b.frameRate), 1)
        let reach = 4 * frame + 0.002 * max(a.end, moments.b.end)
        let found = moments.moments(lag: search.lag, reach: reach)
        // Slow motion may tell its time though all of it looks alike.
        guard found.list.count >= (search.isClear ? 4 : 12) else { return }
        let fit = TimeFit(
            found.list, otherwise: search.lag, frame: frame,
            leastDrift: found.areWhole ? 0.001 : frame / 2)
        (offset, drift) = (fit.offset, fit.drift * 1e6)
        isTimed = true
    }

    /// Some of the tracked pairs, evenly over the film.
    private func texturedPairs(_ a: VideoSignature, _ b: VideoSignature, count: Int) -> [(
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

    /// Sets how sure it is that both show the same: by how alike frames are, wherever they are not
    /// flat.
    private mutating func judge(
        _ a: VideoSignature, _ b: VideoSignature, _ seriesA: PictureSeries,
        _ seriesB: PictureSeries
    ) {
        let likeness = textured(a, b, count: 40).map { seriesA.likeness($0.a, seriesB, $0.b) }
        self.likeness = likeness.median ?? 0
        guard let middle = likeness.median else {
            // Nothing but flat pictures: their levels are all there is.
            let (one, other) = (a.frames.map(\.luma).median, b.frames.map(\.luma).median)
            confidence = abs((one ?? 0) - (other ?? 255)) < 24 ? 0.6 : 0
            return
        }
        confidence = min(max((middle - 0.4) / 0.5, 0), 1)
    }

    /// Each frame once, and those that are nearest in time.
    private func onePairEach(_ a: VideoSignature, _ b: VideoSignature) -> [(a: Int, b: Int)] {
        var best: [Int: (b: Int, distance: Double)] = [:]
        for (index, shown) in path.enumerated() where shown >= 0 {
            let distance = abs(timeInA(b.frames[index].time) - a.frames[shown].time)
            if let other = best[shown], other.distance <= distance { continue }
            best[shown] = (index, distance)
        }
        return best.map { (a: $0.key, b: $0.value.b) }.sorted { $0.a < $1.a }
    }
}

extension CropSearch {
    /// Whether a part agrees clearly better than the whole.
    var isFound: Bool {
        area.distance(to: .all) > 0.006 && score > 0.6
            && score > wholeScore + max(0.01, 0.3 * (1 - wholeScore))
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
