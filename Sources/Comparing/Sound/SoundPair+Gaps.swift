import Foundation
import Media

extension SoundPair {
    /// A stretch that B has lost.
    struct Lost {
        /// In B, in seconds.
        var range: Range<Double>

        /// How much of it sounds in A.
        var milliseconds: Double

        var finding: Comparison.Finding
    }

    /// Less of a silence than this that sounds in A is none, in milliseconds.
    private static let shortest = 200.0

    /// Returns where B is silent and A is not, but for B's end.
    func silences() -> [Lost] {
        guard let tail = b.tail else { return wholeSilence() }
        return b.silences.compactMap { silence in
            guard silence.lowerBound < tail.end else { return nil }
            var lost = 0.0
            var heard = 0.0
            var at: Double?
            for index in 0..<Int((silence.upperBound - silence.lowerBound) / SoundAnalysis.frame) {
                let seconds = line.inA(
                    silence.lowerBound + Double(index) * SoundAnalysis.frame)
                guard seconds >= 0,
                    let power = a.power(from: seconds, to: seconds + SoundAnalysis.frame)
                else { continue }
                if power >= SoundAnalysis.silent { lost += SoundAnalysis.frame * 1_000 }
                if power >= SoundAnalysis.heard {
                    heard += SoundAnalysis.frame * 1_000
                    at = at ?? seconds
                }
            }
            guard heard >= Self.shortest else { return nil }
            return Self.lost(silence, lost, at: at)
        }
    }

    private static func lost(_ range: Range<Double>, _ length: Double, at: Double?) -> Lost {
        Lost(
            range: range, milliseconds: length,
            finding: Comparison.Finding(
                .silence, .error, at_ms: at.map { $0 * 1_000 }, a: 0, b: length,
                "B is silent for \(length.text(0)) ms where A sounds"))
    }

    private func wholeSilence() -> [Lost] {
        let sounding = a.powers.filter { $0 >= SoundAnalysis.heard }.count
        let length = Double(sounding) * SoundAnalysis.frame * 1_000
        guard length >= Self.shortest else { return [] }
        let first = a.powers.firstIndex { $0 >= SoundAnalysis.heard } ?? 0
        return [
            Self.lost(0..<b.seconds, length, at: Double(first) * SoundAnalysis.frame)
        ]
    }

    /// The mean square of −45 dBFS: a sound that is cut off there, one hears.
    private static let cut: Float = 3.2e-5

    /// Says where B ends more than 30 ms before A, which is still loud there.
    func cutTail() -> Comparison.Finding? {
        guard let tail = b.tail, let last = a.powers.lastIndex(where: { $0 >= Self.cut }) else {
            return nil
        }
        let end = line.inA(tail.end)
        let missing = Double(last + 1) * SoundAnalysis.frame - end
        guard missing > 0.03, (a.power(from: end, to: end + missing) ?? 0) >= Self.cut else {
            return nil
        }
        return Comparison.Finding(
            .cutTail, .error, at_ms: end * 1_000, a: Double(last + 1) * SoundAnalysis.frame * 1_000,
            b: end * 1_000, "B ends \((missing * 1_000).text(0)) ms before A's sound does")
    }
}
