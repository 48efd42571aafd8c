import Foundation
import Planning

/// What changed of the segments of all tracks.
struct ItemComparison {
    let words: Phrasing
    let removed: [Item]
    let added: [Item]
    let pairs: [ItemPair]
    let items: (old: Items, new: Items)
    let canvases: (old: Canvas, new: Canvas)
    let theme: String?

    /// How far what shows with each main picture is carried along, by the picture's identity.
    private let shifts: PictureShifts

    init(words: Phrasing, old: Draft, new: Draft, items: (old: Items, new: Items)) {
        self.words = words
        self.items = items
        canvases = (old: Self.canvas(of: old), new: Self.canvas(of: new))
        theme = new.metadata.theme
        var rest = items.new.all
        var (pairs, removed): ([ItemPair], [Item]) = ([], [])
        for item in items.old.all {
            let twin =
                rest.firstIndex { $0.segment.id == item.segment.id && $0.trackID == item.trackID }
                ?? rest.firstIndex { $0.segment.id == item.segment.id }
            if let twin {
                pairs.append(
                    ItemPair(
                        old: item, new: rest.remove(at: twin), canvases: canvases, theme: theme))
            } else {
                removed.append(item)
            }
        }
        (self.pairs, self.removed, added) = (pairs, removed, rest)
        shifts = PictureShifts(old: items.old.of(.picture), new: items.new.of(.picture))
    }

    private static func canvas(of draft: Draft) -> Canvas {
        Canvas(
            width: draft.metadata.width ?? 1920, height: draft.metadata.height ?? 1080,
            frameRate: draft.metadata.frameRate ?? FrameRate(30))
    }

    var pictureLines: [String] {
        let isPicture: (Item) -> Bool = { $0.kind == .picture || $0.kind == .overlay }
        return presenceLines(where: isPicture) + order + changeLines(where: isPicture, tracks: [])
    }

    /// Returns the lines of all that is neither a picture nor an overlay.
    ///
    /// What changed of whole `tracks` is said with a track's only segment where it has one.
    func otherLines(_ tracks: [(track: Draft.Track, phrases: [String])]) -> [String] {
        let isOther: (Item) -> Bool = { $0.kind != .picture && $0.kind != .overlay }
        let single = tracks.filter { onlyPair(on: $0.track.id).map { isOther($0.old) } ?? false }
        let rest = tracks.filter { row in !single.contains { $0.track.id == row.track.id } }
        return presenceLines(where: isOther)
            + rest.map { words.label(of: $0.track) + words.colon + words.joined($0.phrases) }
            + changeLines(where: isOther, tracks: single)
    }

    /// What stays on a track that has nothing else on it; nil where there is more or other.
    private func onlyPair(on trackID: String) -> ItemPair? {
        guard items.new.all.count(where: { $0.trackID == trackID }) == 1 else { return nil }
        return pairs.first { $0.new.trackID == trackID }
    }

    /// `3 captions moved with their pictures`.
    var summary: [String] {
        let moved = pairs.filter { shifts.carries($0) }.compactMap(\.new.kind)
        let parts = Reference.Kind.allCases.compactMap { kind -> String? in
            let count = moved.count { $0 == kind }
            return count == 0 ? nil : words.some(count, kind)
        }
        guard !parts.isEmpty else { return [] }
        let them = words.enumeration(parts)
        return [
            moved.count == 1
                ? words("\(them) moved with its picture", "\(them)随图片移动")
                : words("\(them) moved with their pictures", "\(them)随图片移动")
        ]
    }

    // MARK: - Order

    private var order: [String] {
        let kept = pairs.filter { $0.old.kind == .picture && $0.new.kind == .picture }
        let before = kept.sorted { $0.old.place < $1.old.place }
        let after = kept.sorted { $0.new.place < $1.new.place }
        guard before.map(\.old.key) != after.map(\.old.key) else { return [] }
        let texts = [before, after].map { row in row.map { name(of: $0.old, among: kept) } }
        let label = words("Pictures: order", "图片：顺序")
        return [words.changed(label, words.list(texts[0]), words.list(texts[1]))]
    }

    /// With its old place where others are called the same.
    private func name(of item: Item, among pairs: [ItemPair]) -> String {
        let isShared = pairs.count { $0.old.name == item.name } > 1
        return isShared ? "\(item.name) \(item.place)" : item.name
    }

    // MARK: - Changes

    private func changeLines(
        where isMeant: (Item) -> Bool, tracks: [(track: Draft.Track, phrases: [String])]
    ) -> [String] {
        let rows = pairs.filter { isMeant($0.old) }.compactMap { pair -> ChangedItem? in
            let whole = tracks.first { $0.track.id == pair.new.trackID }?.phrases ?? []
            let phrases = phrases(pair) + whole
            return phrases.isEmpty ? nil : ChangedItem(pair: pair, phrases: phrases)
        }
        return ChangedItem.lines(rows, words: words)
    }

    private func phrases(_ pair: ItemPair) -> [String] {
        var comparison = Comparison(pair.old.segment, pair.new.segment, words: words)
        let times = [comparison.settle(\.start), comparison.settle(\.duration)]
        comparison.compareAll(pair)
        if pair.old.trackID != pair.new.trackID {
            // Some texts of a track are hidden by moving them to a hidden one.
            comparison.phrases.append(
                pair.old.isHidden != pair.new.isHidden
                    ? pair.new.isHidden ? words("hidden", "已隐藏") : words("shown", "已显示")
                    : words("now on track \(pair.new.trackID)", "移到轨道 \(pair.new.trackID)"))
        }
        return comparison.finished + (times.contains(true) || pair.hasMoved ? timing(pair) : [])
    }

    private func timing(_ pair: ItemPair) -> [String] {
        let (old, new) = (pair.old, pair.new)
        guard pair.hasMoved, !shifts.carries(pair) else { return [] }
        let isMain = old.kind == .picture && new.kind == .picture
        if isMain, shifts.isImplied(pair) {
            guard let before = old.length, let after = new.length, before != after else {
                return old.length == new.length ? [] : [span(old, new)]
            }
            let isClose = words.seconds(before) == words.seconds(after)
            let write = isClose ? words.milliseconds : words.seconds
            return [words.changed(words("length", "时长"), write(before), write(after))]
        }
        return [span(old, new)]
    }

    private func span(_ old: Item, _ new: Item) -> String {
        let label = words("time", "时间")
        let texts = [old, new].map { words.span($0.start, $0.end) }
        if texts[0] != texts[1] { return words.changed(label, texts[0], texts[1]) }
        let exact = [old, new].map { item in
            "\(item.start)-" + (item.end.map(words.milliseconds) ?? "?")
        }
        return words.changed(label, exact[0], exact[1])
    }
}

extension ItemPair {
    var hasMoved: Bool { old.start != new.start || old.end != new.end }
}
