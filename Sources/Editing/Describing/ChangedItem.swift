import Foundation
import Planning

/// A item and what changed of it.
struct ChangedItem {
    let pair: ItemPair
    let phrases: [String]

    private var kind: Reference.Kind? { pair.new.kind }

    /// Whether its name is among what changed, so that the label does without.
    private var isRenamed: Bool { pair.old.name != pair.new.name }

    /// What has no kind can't be named together.
    private func isLike(_ other: ChangedItem) -> Bool {
        kind != nil && kind == other.kind && phrases == other.phrases
    }

    /// One line for each item, and one for several of a kind that changed alike.
    static func lines(_ rows: [ChangedItem], words: Phrasing) -> [String] {
        var done: Set<Int> = []
        return rows.indices.compactMap { index in
            guard !done.contains(index) else { return nil }
            let alike = rows.indices.filter { rows[$0].isLike(rows[index]) || $0 == index }
            done.formUnion(alike)
            let group = alike.map { rows[$0] }
            return label(of: group, words: words) + words.colon + words.joined(group[0].phrases)
        }
    }

    private static func label(of group: [ChangedItem], words: Phrasing) -> String {
        let first = group[0]
        guard group.count > 1, let kind = first.kind else {
            return words.label(of: first.pair.new, named: !first.isRenamed)
        }
        if group.count == first.pair.new.count { return words.all(group.count, kind) }
        return words.several(group.map(\.pair.new.place).sorted(), kind)
    }
}
