import Foundation

extension Comparer {
    /// How much both tremble, in pixels of 1080 lines a frame².
    static func motion(_ tracks: (a: MotionTrack, b: MotionTrack)) -> Comparison.Motion {
        var motion = Comparison.Motion()
        (motion.tremble_a, motion.tremble_b) = (
            Tremble.noise(tracks.a), Tremble.noise(tracks.b)
        )
        return motion
    }

    /// Says that B trembles where it does so much more than A.
    ///
    /// B has so many `lines`.
    static func tremble(_ motion: Comparison.Motion?, lines: Int) -> [Comparison.Finding] {
        guard let a = motion?.tremble_a, let b = motion?.tremble_b, b > Tremble.bar(lines: lines),
            b > 3 * a
        else { return [] }
        let words = String(format: "B's movement trembles: %.2f px/frame², A's %.2f", b, a)
        return [Comparison.Finding(.tremble, .warning, a: a, b: b, words)]
    }

    /// What picture and sound both say of the time is said once, by the picture.
    ///
    /// A sound that is another one altogether has no value of time, and is told of beside.
    static func together(
        _ picture: [Comparison.Finding], _ others: [Comparison.Finding]
    ) -> [Comparison.Finding] {
        let told = Set(picture.map(\.kind)).intersection([.offset, .drift])
        return picture + others.filter { !told.contains($0.kind) || $0.b == nil }
    }

    /// The gravest first, then in order of time.
    static func ordered(_ findings: [Comparison.Finding]) -> [Comparison.Finding] {
        let ranks: [Comparison.Finding.Severity: Int] = [.error: 0, .warning: 1, .info: 2]
        return findings.sorted {
            (ranks[$0.severity] ?? 3, $0.at_ms ?? 0) < (ranks[$1.severity] ?? 3, $1.at_ms ?? 0)
        }
    }
}
