import Foundation
import Planning

extension ItemComparison {
    /// What came and what went, a line for each, or one where all of a kind went.
    func presenceLines(where isMeant: (Item) -> Bool) -> [String] {
        let gone = removed.filter(isMeant)
        let wholeKinds = Reference.Kind.allCases.filter { kind in
            let count = gone.count { $0.kind == kind }
            return count > 1 && count == items.old.of(kind).count
        }
        let together = wholeKinds.map { kind in
            let count = items.old.of(kind).count
            return words("\(words.all(count, kind)) removed", "\(words.all(count, kind))已删除")
        }
        let single = gone.filter { item in !wholeKinds.contains { $0 == item.kind } }.map {
            words("\(words.label(of: $0)) removed", "\(words.label(of: $0))已删除")
        }
        return together + single + added.filter(isMeant).map(addedLine)
    }

    private func addedLine(_ item: Item) -> String {
        let level = item.trackKind == .audio && item.gain != 1 ? [words.percent(item.gain)] : []
        let notes = [words.span(item.start, item.end)] + level + look(of: item)
        let label = words.bareLabel(of: item)
        let place = item.kind == .picture ? place(of: item) : nil
        let line =
            place.map { words("\(label) added \($0)", "\(label)已添加\($0)") }
            ?? words("\(label) added", "\(label)已添加")
        return line + words.inBrackets(words.joined(notes))
    }

    /// What is special about the look of a text that came.
    private func look(of item: Item) -> [String] {
        guard item.trackKind == .text else { return [] }
        var plain = item
        plain.segment = Draft.Segment(id: item.segment.id)
        plain.segment.style = item.segment.style.map { Draft.TextStyle($0.preset) }
        var words = words
        words.saysNewOnly = true
        let pair = ItemPair(old: plain, new: item, canvases: canvases, theme: theme)
        var comparison = Comparison(plain.segment, item.segment, words: words)
        comparison.compareStyle(pair)
        comparison.comparePlace(pair)
        return comparison.phrases
    }

    /// `after "robot"`.
    private func place(of picture: Item) -> String? {
        guard items.new.of(.picture).count > 1 else { return nil }
        guard let before = items.new.of(.picture).last(where: { $0.place < picture.place }) else {
            return words("at the start", "到开头")
        }
        let name = words.quoted(before.name)
        return words("after \(name)", "在\(name)之后")
    }
}
