import Foundation

/// Lays spoken sentences into a draft, one after the other, and makes room where one is too long.
///
/// The times of all segments must be written.
struct NarrationLayout {
    private(set) var draft: Draft

    /// Where the whole ends.
    private var wholeEnd: Int

    private let open: [UnspokenLine]

    /// The longest pause before the next sentence that is kept when it has to move, in
    /// milliseconds: sentences that run into each other are hard to follow.
    private static let breath = 200

    /// A sentence and what its segment said before.
    struct Placed {
        var place: UnspokenLine
        var line: SpokenLine

        /// `d` as it was written.
        var writtenDuration: Int?
    }

    /// `open` are the sentences whose lengths nobody wrote; they don't count for the whole's.
    init(_ draft: Draft, open: [UnspokenLine]) {
        self.draft = draft
        self.open = open
        var rest = draft
        for place in open {
            rest.tracks[place.track].segments[place.segment].start = nil
            rest.tracks[place.track].segments[place.segment].duration = nil
        }
        wholeEnd = draft.duration ?? rest.contentEnd
    }

    /// Holds what shows at the end until the last of the sentences has ended whose lengths nobody
    /// wrote.
    mutating func coverOpenEnd() {
        guard wholeEnd > 0, let end = open.map({ segment($0).writtenEnd }).max() else { return }
        draft.extendEnd(by: end - wholeEnd, wholeEnd: wholeEnd)
        wholeEnd = max(wholeEnd, end)
    }

    mutating func lay(_ placed: Placed) {
        let span = span(of: placed)
        let caption = caption(of: placed, span)
        let overrun = overrun(of: placed, span)
        draft.insertTime(overrun, at: min(span.oldEnd, wholeEnd), wholeEnd: wholeEnd)
        wholeEnd += overrun
        speak(placed)
        if let caption { follow(caption, placed, span) }
    }

    // MARK: - Room

    /// Where a sentence stood.
    private struct Span {
        var start: Int
        var oldEnd: Int

        /// Where the next sentence begins.
        var next: Int?
    }

    private func span(of placed: Placed) -> Span {
        let start = segment(placed.place).start ?? 0
        let end = start + (placed.writtenDuration ?? placed.line.duration)
        let next = nextStart(after: placed.place, start: start, end: end)
        return Span(start: start, oldEnd: min(end, next ?? end), next: next)
    }

    /// Where the next sentence begins: of the same track, or of another one that is silent until
    /// this one has ended.
    private func nextStart(after place: UnspokenLine, start: Int, end: Int) -> Int? {
        draft.tracks.enumerated().flatMap { index, track -> [Int] in
            let starts = track.segments.filter { track.isSpeech($0) }.compactMap(\.start)
            return index == place.track
                ? starts.filter { $0 > start } : starts.filter { $0 >= end }
        }.min()
    }

    /// By how much the sentence is longer than the room that it has.
    private func overrun(of placed: Placed, _ span: Span) -> Int {
        let isOpenEnd = placed.writtenDuration == nil || span.start >= wholeEnd
        guard span.next != nil || !isOpenEnd else { return 0 }
        let pause = placed.writtenDuration == nil ? 0 : (span.next ?? 0) - span.oldEnd
        let limit = span.next.map { $0 - min(max(pause, 0), Self.breath) } ?? wholeEnd
        return max(span.start + placed.line.duration - limit, 0)
    }

    // MARK: - Words

    private mutating func speak(_ placed: Placed) {
        let (place, line) = (placed.place, placed.line)
        draft.tracks[place.track].segments[place.segment].source = line.source
        draft.tracks[place.track].segments[place.segment].duration = line.duration
        draft.tracks[place.track].segments[place.segment].words = line.words
    }

    /// A caption and what it said before.
    private struct Caption {
        var track: Int
        var segment: Int
        var start: Int
        var duration: Int
    }

    /// The caption that shows the words of a sentence while it is spoken; nil where there is none.
    private func caption(of placed: Placed, _ span: Span) -> Caption? {
        let words = Self.letters(placed.place.text)
        let found = draft.tracks.enumerated().flatMap { index, track -> [Caption] in
            guard track.kind == .text else { return [] }
            return track.segments.enumerated().compactMap { number, segment in
                guard track.isCaption(segment), let start = segment.start,
                    let duration = segment.duration, start < span.oldEnd,
                    start + duration > span.start, Self.letters(segment.text ?? "") == words
                else { return nil }
                return Caption(track: index, segment: number, start: start, duration: duration)
            }
        }
        return found.min { abs($0.start - span.start) < abs($1.start - span.start) }
    }

    /// Lets a caption last as much longer or shorter as its sentence does, at most until the next.
    private mutating func follow(_ caption: Caption, _ placed: Placed, _ span: Span) {
        let track = draft.tracks[caption.track]
        let next = track.segments.compactMap(\.start).filter { $0 > caption.start }.min()
        let wanted =
            placed.writtenDuration.map { caption.duration + placed.line.duration - $0 }
            ?? span.start + placed.line.duration - caption.start
        let room = next.map { $0 - caption.start } ?? wanted
        var segment = track.segments[caption.segment]
        segment.start = caption.start
        segment.duration = max(min(wanted, room), 1)
        if segment.words?.isEmpty == false {
            segment.words = placed.line.words.map { word in
                let start = max(span.start + word.start - caption.start, 0)
                return .init(start: start, duration: word.duration, word: word.word)
            }
        }
        draft.tracks[caption.track].segments[caption.segment] = segment
    }

    private func segment(_ place: UnspokenLine) -> Draft.Segment {
        draft.tracks[place.track].segments[place.segment]
    }

    /// The words without the breaks between them: lines of a caption break anywhere.
    private static func letters(_ text: String) -> String {
        String(text.filter { !$0.isWhitespace })
    }
}

extension Draft.Track {
    /// Whether `segment` is spoken.
    fileprivate func isSpeech(_ segment: Draft.Segment) -> Bool {
        kind == .audio && (role == .voice || segment.text != nil && segment.voice != nil)
    }
}
