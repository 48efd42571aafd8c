extension PictureAlignment {
    /// What differs in time, rate, size and place, in words.
    func findings(_ a: VideoSignature, _ b: VideoSignature) -> [Comparison.Finding] {
        [
            sizeFinding(a, b), rateFinding(a, b), offsetFinding(a), driftFinding(a),
            cropFinding(a), barFinding(b), endFinding(a, b),
        ]
        .compactMap(\.self)
    }

    private func sizeFinding(_ a: VideoSignature, _ b: VideoSignature) -> Comparison.Finding? {
        guard a.size != b.size else { return nil }
        return .init(
            .size, .warning, a: Double(a.size.height), b: Double(b.size.height),
            "A has \(a.size.width)x\(a.size.height) pixels, B \(b.size.width)x\(b.size.height)")
    }

    private func rateFinding(_ a: VideoSignature, _ b: VideoSignature) -> Comparison.Finding? {
        guard a.frames.count > 2, b.frames.count > 2, a.frameRate > 0 else { return nil }
        let ratio = b.frameRate / a.frameRate
        // The same frames at a slower clock are drift; containers round times.
        guard abs(ratio - 1) > 6e-4, abs(ratio * (1 + drift * 1e-6) - 1) > 4e-4 else {
            return nil
        }
        return .init(
            .fps, .warning, a: a.frameRate, b: b.frameRate,
            "A has \(a.frameRate.rounded(toParts: 1000)) frames a second, "
                + "B \(b.frameRate.rounded(toParts: 1000))")
    }

    private func offsetFinding(_ a: VideoSignature) -> Comparison.Finding? {
        // Less than half a frame may be an encoder that lets slow motion lag.
        let least = max(0.01, a.frameRate > 0 ? 0.5 / a.frameRate - 0.001 : 0)
        guard isSameContent, isTimed, abs(offset) > least else { return nil }
        return .init(
            .offset, .error, at_ms: 0, a: 0, b: offset * 1000,
            "B's picture is \(milliseconds(abs(offset))) \(offset > 0 ? "late" : "early")")
    }

    private func driftFinding(_ a: VideoSignature) -> Comparison.Finding? {
        let sum = abs(drift) * 1e-6 * a.end
        guard isSameContent, isTimed, abs(drift) > 100, sum > 0.002 else { return nil }
        return .init(
            .drift, sum > 0.04 ? .error : .warning, a: 0, b: drift,
            "B runs \(drift.rounded()) ppm slow: \(milliseconds(sum)) at the end")
    }

    private func cropFinding(_ a: VideoSignature) -> Comparison.Finding? {
        guard isSameContent, let crop else { return nil }
        let share = (crop.width * crop.height * 1000).rounded() / 10
        let part = crop.pixels(width: a.size.width, height: a.size.height)
        return .init(
            .crop, .error, a: 100, b: share,
            "B shows \(share) % of A's picture: \(part.width)x\(part.height) at"
                + " \(part.x),\(part.y)")
    }

    private func barFinding(_ b: VideoSignature) -> Comparison.Finding? {
        guard isSameContent, isPadded else { return nil }
        let part = placeInB.pixels(width: b.size.width, height: b.size.height)
        return .init(
            .crop, .error, a: 100, b: (placeInB.width * placeInB.height * 1000).rounded() / 10,
            "B shows A's picture at \(part.width)x\(part.height) of"
                + " \(b.size.width)x\(b.size.height) pixels, at \(part.x),\(part.y)")
    }

    /// Seconds by which the pictures' ends may lie apart: an offset moves the end, too.
    private static let mostMissing = 0.25

    private func endFinding(_ a: VideoSignature, _ b: VideoSignature) -> Comparison.Finding? {
        guard isSameContent, a.frameRate > 0 else { return nil }
        let end = timeInA(b.end)
        let missing = a.end - end
        guard abs(missing) > Self.mostMissing else { return nil }
        let frames = (abs(missing) * a.frameRate).rounded()
        return missing > 0
            ? .init(
                .dropped, .error, at_ms: end * 1000, a: 0, b: frames,
                "B's picture ends \(milliseconds(missing)) before A's:"
                    + " the last \(Int(frames)) frames are missing")
            : .init(
                .container, .warning, at_ms: a.end * 1000, a: 0, b: frames,
                "B's picture goes on for \(milliseconds(-missing)) after A's end")
    }
}

extension Comparison.Alignment {
    /// Adds what the pictures tell; the offset of other content says nothing.
    mutating func add(
        _ found: PictureAlignment, _ signatures: (a: VideoSignature, b: VideoSignature)
    ) {
        same_picture = found.isSameContent
        offset_ms = found.isSameContent ? (found.offset * 1000).rounded(toParts: 10) : 0
        drift_ppm = found.isSameContent ? found.drift.rounded(toParts: 1) : 0
        // Times of some containers are not exact.
        (fps_a, fps_b) = (
            signatures.a.frameRate.rounded(toParts: 1e6),
            signatures.b.frameRate.rounded(toParts: 1e6)
        )
        (size_a, size_b) = (signatures.a.size, signatures.b.size)
        crop = found.crop?.pixels(
            width: signatures.a.size.width, height: signatures.a.size.height)
    }
}
