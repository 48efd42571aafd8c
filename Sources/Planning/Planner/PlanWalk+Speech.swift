import Foundation

extension PlanWalk {
    /// The gap after a word in which it stays the current one, in milliseconds.
    private static let longestGap = 300

    /// How long a change of colour takes, in milliseconds.
    private static let changeLength = 80

    /// Returns when which word of `text`, as it is shown, lights up; nil without word timings.
    mutating func speech(of timed: TimedSegment, text: String) -> TextSpeech? {
        let segment = timed.segment
        let matches = matches(of: timed, text: text)
        guard !matches.isEmpty else { return nil }
        let isCaption = segment.style?.preset == .caption
        return TextSpeech(
            words: matches.enumerated().map { index, match in
                let next = index + 1 < matches.count ? matches[index + 1].from : nil
                let until = Self.end(of: match, next: next)
                return TextSpeech.Word(
                    start: match.start, from: frames(match.from), until: frames(until))
            },
            highlight: segment.style?.highlight ?? preset(of: segment).highlight,
            dimming: isCaption ? (theme ?? .dusk).captionDimming : 0.34,
            fade: frames(Self.changeLength))
    }

    /// A word is the current one until the next begins, unless a pause lies between.
    private static func end(of match: SpeechAlignment.Match, next: Int?) -> Int {
        guard let next else { return match.until }
        return next - match.until > longestGap ? match.until : max(next, match.from)
    }

    /// Returns the spoken words in the order of the text, which they cover from its start.
    mutating func matches(of timed: TimedSegment, text: String) -> [SpeechAlignment.Match] {
        guard let timings = timed.segment.words, !timings.isEmpty else { return [] }
        let alignment = SpeechAlignment(timings, in: TextTokens(text))
        if alignment.foundCount * 2 < alignment.wantedCount {
            log.notice(
                "most words of wt are not those of the text and light up by guess",
                at: timed.place("wt"))
        }
        var matches = alignment.matches
        if !matches.isEmpty { matches[0].start = 0 }
        return matches
    }
}
