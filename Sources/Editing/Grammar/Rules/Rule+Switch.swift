import Foundation

extension Rule {
    /// "turn off the music", "captions on": sound is muted, what is seen is hidden; nothing goes.
    static func switched(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let isOn = clause.take { if case .switched(let isOn) = $0 { isOn } else { nil } }
        guard let isOn else { return nil }
        let targets = clause.takeTargets(scene) { $0 != .picture }
        guard !targets.isEmpty else { return nil }
        clause.takeAllWords()
        clause.takeAll(.switched(on: isOn))
        return targets.map { target in
            target.kind.isSound ? .sound(target, .mute(!isOn)) : .hide(target, !isOn)
        }
    }
}
