import Foundation
import Planning

extension Restyling {
    /// Returns what does for dark words what `dim` does for light ones, and the other way round.
    ///
    /// `dim` to a factor b is a veil of black over a picture, so that light words can be read.
    /// Dark words need a veil of white: v becomes 1 - b/2 + v·b/2, which is `adjust` with the
    /// contrast b/2 and the brightness that keeps white white. It lets half as much of the picture
    /// through, since dark words lose more to what is under them. Only an effect that holds is
    /// turned: one that runs is a motion and no veil.
    func veil(_ effect: Draft.Effect) -> Draft.Effect {
        switch effect.kind {
        case .dim where new.isLight: lightVeil(effect)
        case .adjust where old.isLight: darkVeil(effect)
        default: effect
        }
    }

    private func lightVeil(_ effect: Draft.Effect) -> Draft.Effect {
        let from = effect.number("from") ?? effect.number("to") ?? 0.5
        guard from == effect.number("to") ?? from else { return effect }
        var veil = Draft.Effect(.adjust)
        veil.set("contrast", from / 2)
        veil.set("brightness", Self.brightness(contrast: from / 2))
        return veil
    }

    private func darkVeil(_ effect: Draft.Effect) -> Draft.Effect {
        guard let contrast = effect.number("contrast"), contrast <= 0.5,
            let brightness = effect.number("brightness"), effect.number("saturation") == nil,
            abs(brightness - Self.brightness(contrast: contrast)) < 1e-6
        else { return effect }
        var veil = Draft.Effect(.dim)
        veil.set("from", contrast * 2)
        veil.set("to", contrast * 2)
        return veil
    }

    /// What keeps white white: (1 - 0.5) · contrast + 0.5 + brightness = 1.
    private static func brightness(contrast: Double) -> Double { (1 - contrast) / 2 }
}

extension Draft.Effect {
    fileprivate func number(_ key: String) -> Double? {
        guard case .number(let number)? = settings[key]?.value else { return nil }
        return number.double
    }

    fileprivate mutating func set(_ key: String, _ value: Double) {
        settings.set(key, JSONNode(.number(JSONNumber((value * 1e6).rounded() / 1e6))))
    }
}
