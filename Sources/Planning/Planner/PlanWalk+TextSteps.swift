import Foundation

extension PlanWalk {
    /// Returns the pieces in which `text` comes or goes; nil for an animation without pieces.
    ///
    /// Their pace follows the text, so that the whole takes at most `share` of the segment: `d`
    /// says only how long a word fades.
    func steps(
        _ kind: TextAnimation.Kind, of timed: TimedSegment, text: String, share: Double,
        fade: Double
    ) -> TextSteps? {
        let available = frames(timed.duration) * share
        func steps(_ starts: [Int], each: Double, fade: Double) -> TextSteps {
            let last = Double(max(starts.count - 1, 1))
            return TextSteps(
                starts: starts, interval: min(each, max(available - fade, 0) / last), fade: fade)
        }
        switch kind {
        case .typewriter:
            let count = text.prefix(Self.mostPieces).count
            return steps(Array(0..<max(count, 1)), each: milliseconds(45), fade: 0)
        case .word:
            let starts = TextTokens(text).starts.dropFirst()
            return steps([0] + starts, each: milliseconds(180), fade: min(fade, available / 2))
        case .none, .fade, .slideUp, .slideLeft, .pop, .blur, .reveal: return nil
        }
    }

    /// As much of a text as is ever set.
    private static let mostPieces = 20_000

    private func milliseconds(_ count: Int) -> Double { frames(count) }
}
