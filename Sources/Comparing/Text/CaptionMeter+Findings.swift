import Foundation

extension CaptionMeter {
    /// The findings, and the median delay in milliseconds; nil where no text is late or early.
    func report() -> (offset: Double?, findings: [Comparison.Finding]) {
        let (delays, missing) = finish()
        // A frame or two is how frames of other rates meet.
        let late = delays.filter { 0.08...1.5 ~= abs($0.delay) }
        var findings: [Comparison.Finding] = []
        let sorted = late.map(\.delay).sorted()
        let median = sorted.isEmpty ? nil : sorted[sorted.count / 2]
        if let median, let first = late.first {
            let milliseconds = (median * 1000).rounded()
            let words = milliseconds > 0 ? "late" : "early"
            findings.append(
                Comparison.Finding(
                    .caption, .warning, at_ms: (first.time * 1000).rounded(), a: 0,
                    b: milliseconds,
                    "text in B is \(Int(abs(milliseconds))) ms \(words) "
                        + "(\(late.count) \(late.count == 1 ? "change" : "changes"))"))
        }
        for time in missing {
            findings.append(
                Comparison.Finding(
                    .textMissing, .warning, at_ms: (time * 1000).rounded(),
                    "a text of A is not in B"))
        }
        return (median.map { ($0 * 1000).rounded() }, findings)
    }
}
