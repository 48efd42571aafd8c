import Foundation
import Planning

extension Comparison where Owner == Draft.Segment {
    /// Effects by kind; where a kind stands twice, or the order alone changed, the lists as a whole.
    mutating func compareEffects() {
        guard settle(\.effects) else { return }
        let kinds = (old.effects.map(\.kind), new.effects.map(\.kind))
        let common = (kinds.0.filter(kinds.1.contains), kinds.1.filter(kinds.0.contains))
        guard Set(kinds.0).count == kinds.0.count, Set(kinds.1).count == kinds.1.count,
            common.0 == common.1
        else {
            let lists = [old, new].map { words.list($0.effects.map(words.text)) }
            phrases.append(words.changed(words("effects", "特效"), lists[0], lists[1]))
            return
        }
        for effect in old.effects where !kinds.1.contains(effect.kind) {
            phrases.append(words.removed(words.text(of: effect)))
        }
        for effect in new.effects { compare(effect, with: old.effects) }
    }

    private mutating func compare(_ effect: Draft.Effect, with others: [Draft.Effect]) {
        guard let other = others.first(where: { $0.kind == effect.kind }) else {
            phrases.append(words.added(words.text(of: effect)))
            return
        }
        let differences = words.differences(other.settings, effect.settings)
        guard !differences.isEmpty else { return }
        phrases.append(words.name(effect.kind) + " " + words.list(differences))
    }
}

extension Phrasing {
    /// `blur (to 12)`.
    fileprivate func text(of effect: Draft.Effect) -> String {
        let settings = effect.settings.keys.compactMap { key in
            effect.settings[key].map { "\(key) \($0.summary)" }
        }
        return name(effect.kind) + (settings.isEmpty ? "" : inBrackets(list(settings)))
    }

    func name(_ effect: Draft.Effect.Kind) -> String {
        switch effect {
        case .diffuse: self("diffusion", "扩散")
        case .pixelate: self("pixelation", "像素化")
        case .blur: self("blur", "模糊")
        case .gray: self("black and white", "黑白")
        case .dim: self("dimming", "变暗")
        case .vignette: self("vignette", "暗角")
        case .grid: self("grid", "网格")
        case .spotlight: self("spotlight", "聚光")
        case .adjust: self("adjustment", "调色")
        case .lut: self("colour table", "色彩表")
        }
    }
}
