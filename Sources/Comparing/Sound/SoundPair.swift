import Foundation
import Media

/// Two sounds of which one is laid on the other, and what is wrong with the second.
struct SoundPair {
    let a: SoundAnalysis
    let b: SoundAnalysis

    /// Where A's times lie in B.
    let line: SoundAlignment

    /// What nobody notices and codecs leave behind: 25 ms, more than a frame of AAC.
    private static let mostOffset = 25.0

    /// The same of drifts: 100 ppm, if it comes to 2 ms.
    private static let mostDrift = 100.0

    /// Says where B's sound is not where it belongs.
    ///
    /// `found` is nil where there is no telling; `pictureOffset` is in milliseconds.
    func timing(_ found: SoundAlignment?, pictureOffset: Double?) -> [Comparison.Finding] {
        guard let found else { return [] }
        guard found.confidence >= SoundAlignment.alike else {
            return [
                Comparison.Finding(
                    .offset, .error,
                    "the sounds are not alike (correlation \(found.confidence.text(2))): "
                        + "no offset, drift, click or gap can be told")
            ]
        }
        var findings: [Comparison.Finding] = []
        let offset = found.offset * 1_000
        let late = offset - (pictureOffset ?? 0)
        if abs(late) > Self.mostOffset {
            let what = late > 0 ? "late" : "early"
            let against = pictureOffset == nil ? "" : " against its picture"
            findings.append(
                Comparison.Finding(
                    .offset, abs(late) > 100 ? .error : .warning, at_ms: 0, a: 0,
                    b: offset, "B's sound is \(abs(late).text(1)) ms too \(what)\(against)"))
        }
        let drift = found.drift * 1e6
        if abs(drift) > Self.mostDrift, abs(found.drift) * a.seconds > 0.002 {
            let what = drift > 0 ? "slow" : "fast"
            findings.append(
                Comparison.Finding(
                    .drift, .warning, a: 0, b: drift,
                    "B's sound runs \(abs(drift).text(0)) ppm too \(what)"))
        }
        return findings
    }

    /// Differences in loudness that are heard, in LU.
    private static let mostLoudness = 0.7

    /// Says where B is louder or softer than A.
    func loudness() -> [Comparison.Finding] {
        let (first, second) = (a.loudness.integrated, b.loudness.integrated)
        guard let first, let second else {
            guard first != nil || second != nil else { return [] }
            let silent = first == nil ? "A" : "B"
            return [
                Comparison.Finding(
                    .loudness, .error, a: first, b: second,
                    "\(silent) is silent, or nearly; the other has \((first ?? second ?? 0).text(1)) LUFS"
                )
            ]
        }
        let louder = second - first
        guard abs(louder) > Self.mostLoudness else { return [] }
        return [
            Comparison.Finding(
                .loudness, abs(louder) > 3 ? .error : .warning, a: first, b: second,
                "B is \(abs(louder).text(1)) LU \(louder > 0 ? "louder" : "softer"): "
                    + "\(second.text(1)) instead of \(first.text(1)) LUFS")
        ]
    }

    /// Samples at full scale in 10 ms that may come of coding, and all together (2 ms).
    private static let fewClipped = 6
    private static let mostClipped = 96

    /// Says where B stands at full scale and A does not.
    func clipping() -> Comparison.Finding? {
        var (more, first, second) = (0, 0, 0)
        var start: Double?
        for (index, clipped) in b.clipped.enumerated() {
            second += clipped
            let seconds = line.inA((Double(index) + 0.5) * SoundAnalysis.frame)
            let centre = Int((seconds / SoundAnalysis.frame).rounded(.down))
            // Nothing of A lies near where it has ended, or not begun.
            let near = (centre - 2..<centre + 3).clamped(to: a.clipped.indices)
            let known = a.clipped[near].max() ?? 0
            guard clipped > 2 * known + Self.fewClipped else { continue }
            more += clipped
            start = start ?? seconds
        }
        first = a.clipped.reduce(0, +)
        guard more >= Self.mostClipped, second > 2 * first else { return nil }
        let (had, has) = (Double(first) / 48, Double(second) / 48)
        return Comparison.Finding(
            .clipping, .error, at_ms: start.map { max($0 * 1_000, 0) }, a: had, b: has,
            "B is clipped for \(has.text(1)) ms (A for \(had.text(1)) ms)")
    }
}

extension Double {
    /// The number with so many digits behind the point.
    func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}
