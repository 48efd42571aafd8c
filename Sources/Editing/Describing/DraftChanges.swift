import Foundation
package import Planning

/// The difference of two drafts in words.
///
/// It is read off the drafts alone, never off what was asked for. Tracks and segments are the same
/// where their identities are.
package struct DraftChanges: Sendable {
    private let old: Draft
    private let new: Draft

    package init(from old: Draft, to new: Draft) {
        self.old = old
        self.new = new
    }

    /// Returns one line for each change; none where the drafts are equal.
    ///
    /// Changes of one item share a line, and so does the same change of several items.
    package func lines(in language: EditLanguage) -> [String] {
        guard old != new else { return [] }
        let words = Phrasing(language: language)
        let items = (old: Items(old), new: Items(new))
        let whole = WholeComparison(
            words: words, old: old, new: new,
            lengths: (old.duration ?? items.old.end, new.duration ?? items.new.end))
        let timeline = ItemComparison(words: words, old: old, new: new, items: items)
        let tracks = TrackComparison(words: words, old: old, new: new)
        let transitions = TransitionComparison(
            words: words, old: old, new: new, names: Self.names(items.old, items.new))
        let lines =
            whole.lines + timeline.pictureLines + transitions.lines
            + timeline.otherLines(tracks.phrases) + tracks.lines + timeline.summary
        return lines.isEmpty ? [Self.rewritten(words)] : lines
    }

    private static func names(_ old: Items, _ new: Items) -> [String: String] {
        Dictionary(
            (old.all + new.all).map { ($0.segment.id, $0.name) }, uniquingKeysWith: { $1 })
    }

    /// Said where the drafts differ and mean the same.
    private static func rewritten(_ words: Phrasing) -> String {
        words(
            "Nothing looks or sounds different; the draft is written differently",
            "画面和声音都没有变化，只是草稿的写法不同")
    }
}
