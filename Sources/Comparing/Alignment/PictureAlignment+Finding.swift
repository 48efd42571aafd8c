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
}

extension CropSearch {
    /// Whether a part agrees clearly better than the whole.
    var isFound: Bool {
        area.distance(to: .all) > 0.006 && score > 0.6
            && score > wholeScore + max(0.01, 0.3 * (1 - wholeScore))
    }
}
