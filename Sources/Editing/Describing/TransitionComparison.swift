import Foundation
import Planning

/// What changed of the transitions.
struct TransitionComparison {
    let words: Phrasing
    let old: Draft
    let new: Draft
    /// What the segments are called, by identity.
    let names: [String: String]

    /// One line for each, or one for all where all changed alike.
    var lines: [String] {
        let pairs = Self.pairs(old.transitions, new.transitions)
        let rows = pairs.map { (pair: $0, phrases: phrases($0)) }
        if let first = rows.first, rows.count > 1, !first.phrases.isEmpty,
            rows.allSatisfy({ $0.phrases == first.phrases })
        {
            let label = words(
                rows.count == 2 ? "Both transitions" : "All \(rows.count) transitions",
                "全部 \(rows.count) 个转场")
            return [label + words.colon + words.joined(first.phrases)]
        }
        return rows.filter { !$0.phrases.isEmpty }.map {
            label(of: $0.pair) + words.colon + words.joined($0.phrases)
        }
    }

    private struct Pair {
        var old: Draft.Transition?
        var new: Draft.Transition?
    }

    /// Those of the same two segments belong together.
    private static func pairs(_ old: [Draft.Transition], _ new: [Draft.Transition]) -> [Pair] {
        var rest = new
        let kept = old.map { before in
            let index = rest.firstIndex { $0.from == before.from && $0.to == before.to }
            return Pair(old: before, new: index.map { rest.remove(at: $0) })
        }
        return kept + rest.map { Pair(old: nil, new: $0) }
    }

    private func label(of pair: Pair) -> String {
        guard let any = pair.new ?? pair.old else { return "" }
        let ends = [any.from, any.to].map { names[$0] ?? $0 }
        return words("Transition", "转场") + " " + ends.joined(separator: " → ")
    }

    private func phrases(_ pair: Pair) -> [String] {
        switch (pair.old, pair.new) {
        case (let old?, let new?):
            var comparison = Comparison(old, new, words: words)
            comparison.compareFields()
            return comparison.finished
        case (nil, let new?): return [words.added(words.text(of: new))]
        case (let old?, nil): return [words.removed(words.text(of: old))]
        case (nil, nil): return []
        }
    }
}

extension Comparison where Owner == Draft.Transition {
    fileprivate mutating func compareFields() {
        let words = words
        compare(\.kind, "", [{ words.name($0.kind) }])
        compare(
            \.duration, "",
            [{ words.seconds($0.duration ?? 500) }, { words.milliseconds($0.duration ?? 500) }])
        compareObject(\.unknown)
    }
}

extension Phrasing {
    func joined(_ phrases: [String]) -> String { phrases.joined(separator: comma) }

    fileprivate func text(of transition: Draft.Transition) -> String {
        "\(name(transition.kind)) \(seconds(transition.duration ?? 500))"
    }

    func name(_ kind: Draft.Transition.Kind) -> String {
        switch kind {
        case .fade: self("fade", "淡化")
        case .fadeblack: self("fade through black", "黑场过渡")
        case .fadewhite: self("fade through white", "白场过渡")
        case .dissolve: self("dissolve", "溶解")
        case .wipeleft: self("wipe left", "向左擦除")
        case .wiperight: self("wipe right", "向右擦除")
        case .wipeup: self("wipe up", "向上擦除")
        case .wipedown: self("wipe down", "向下擦除")
        case .slideleft: self("slide left", "向左滑动")
        case .slideright: self("slide right", "向右滑动")
        case .slideup: self("slide up", "向上滑动")
        case .slidedown: self("slide down", "向下滑动")
        case .smoothleft: self("smooth left", "向左平滑")
        case .smoothright: self("smooth right", "向右平滑")
        case .circleopen: self("circle open", "圆形展开")
        case .circleclose: self("circle close", "圆形收缩")
        case .radial: self("radial", "时钟擦除")
        case .pixelize: self("pixelize", "像素化")
        case .zoomin: self("zoom", "缩放")
        case .hblur: self("blur", "模糊")
        case .distance: self("distance", "距离")
        }
    }
}
