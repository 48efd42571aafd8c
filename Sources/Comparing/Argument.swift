/// Something that speaks against one of the two videos.
struct Argument: Hashable, Sendable {
    enum Side: Hashable, Sendable { case a, b }

    var speaksAgainst: Side

    /// How much: a warning is 1, an error 3; values without a finding are less.
    var weight: Double

    /// What is wrong, as a clause without its subject: "is blurred".
    var clause: String

    /// Returns all arguments that the findings and values of `comparison` give.
    static func all(of comparison: Comparison) -> [Argument] {
        let found = comparison.findings.compactMap { argument($0, comparison) }
        let kinds = Set(comparison.findings.filter { $0.severity != .info }.map(\.kind))
        return found + values(of: comparison, except: kinds)
    }

    /// Findings that say only how two differ speak against neither.
    private static func argument(
        _ finding: Comparison.Finding, _ comparison: Comparison
    ) -> Argument? {
        guard finding.severity != .info, let clause = finding.kind.clause else { return nil }
        guard let side = side(finding, comparison) else { return nil }
        return Argument(
            speaksAgainst: side, weight: finding.severity == .error ? 3 : 1, clause: clause)
    }

    private static func side(
        _ finding: Comparison.Finding, _ comparison: Comparison
    ) -> Side? {
        switch finding.kind {
        case .blur:
            guard let ratio = comparison.picture?.sharpness_ratio else { return .b }
            return ratio == 1 ? nil : ratio < 1 ? .b : .a
        case .loudness:
            guard let a = finding.a ?? comparison.sound?.lufs_a,
                let b = finding.b ?? comparison.sound?.lufs_b
            else { return nil }
            return larger(abs(a - loudness), abs(b - loudness), by: 0.3)
        case .size: return larger(finding.b, finding.a, by: 0)
        case .container:
            let file = comparison.file
            return larger(Double(file.a.notes.count), Double(file.b.notes.count), by: 0)
        case .matrix, .range:
            // A is the measure: what B looks like is said, whatever the values are.
            return .b
        case .textMissing, .cutTail, .crop:
            // More is better: text that is read, seconds that are heard, picture that is seen.
            guard let a = finding.a, let b = finding.b else { return .b }
            return larger(b, a, by: 0)
        default:
            guard finding.a != nil || finding.b != nil else { return .b }
            return larger(finding.a ?? 0, finding.b ?? 0, by: 0)
        }
    }

    /// Differences too small for a finding, which still tell equals apart.
    private static func values(
        of comparison: Comparison, except kinds: Set<Comparison.Finding.Kind>
    ) -> [Argument] {
        let (picture, motion, sound) = (comparison.picture, comparison.motion, comparison.sound)
        var arguments: [Argument] = []
        func add(_ kind: Comparison.Finding.Kind, _ side: Side?, _ clause: String) {
            guard let side, !kinds.contains(kind) else { return }
            arguments.append(Argument(speaksAgainst: side, weight: 0.5, clause: clause))
        }
        if let ratio = picture?.sharpness_ratio, abs(ratio - 1) > 0.03 {
            add(.blur, ratio < 1 ? .b : .a, "is a little softer")
        }
        add(
            .banding, larger(picture?.banding_a, picture?.banding_b, by: 0.1),
            "has more banding")
        add(
            .tremble, larger(motion?.tremble_a, motion?.tremble_b, by: 0.02),
            "moves less smoothly")
        add(
            .loudness,
            larger(
                sound?.lufs_a.map { abs($0 - loudness) }, sound?.lufs_b.map { abs($0 - loudness) },
                by: 0.5), "is further from −14 LUFS")
        add(
            .clipping, larger(sound?.peak_a, sound?.peak_b, by: 0.5, above: -1),
            "peaks above −1 dBTP")
        return arguments
    }

    /// The loudness that platforms play at, LUFS.
    private static let loudness = -14.0

    /// The side of the larger value, where it is larger by more than `by` and above `above`.
    private static func larger(
        _ a: Double?, _ b: Double?, by margin: Double, above: Double = -.infinity
    ) -> Side? {
        guard let a, let b, abs(a - b) > margin, max(a, b) > above else { return nil }
        return a > b ? .a : .b
    }
}
