import Foundation
import Planning

extension Rule {
    /// Files that come in: `add lake.jpg after the second picture`, `replace the last with lake.jpg`.
    static func files(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        guard clause.first({ if case .file = $0 { true } else { nil } }) != nil else { return nil }
        if let replaced = replacedSource(&clause, scene) { return replaced }
        let files = clause.takeFiles()
        let isAdding =
            clause.takeVerb(.add, .use, .append) != nil || clause.takeVerb(.show, .move) != nil
        guard !files.contains(where: isSound) else {
            return isAdding ? sounds(files, &clause, scene) : nil
        }
        let named = takePlacement(&clause, scene)
        // "lake.jpg as the second picture" needs no verb.
        guard isAdding || named != nil else { return nil }
        let placement = named ?? .end
        let length = clause.takeDuration()
        _ = clause.takePreposition(.lasting)
        _ = clause.takeReference(scene) { $0 == .picture }
        clause.takeAllMeasures()
        clause.takeAll(.whole)
        return [.order(.add(sources: files, at: placement, length: length))]
    }

    private static func sounds(
        _ files: [String], _ clause: inout Clause, _ scene: Scene
    ) -> [EditOperation]? {
        guard files.count == 1,
            let kind = clause.take({
                if case .thing(let kind) = $0, kind.isSound { kind } else { nil }
            })
        else { return nil }
        let start = clause.takeMoment() ?? 0
        switch kind {
        case .soundEffect: return [.addSound(source: files[0], role: .sfx, at: start)]
        case .narration: return [.addSound(source: files[0], role: .voice, at: start)]
        default: return nil
        }
    }

    /// `replace the second picture with lake.jpg`, `change city.jpg to lake.jpg`.
    private static func replacedSource(
        _ clause: inout Clause, _ scene: Scene
    ) -> [EditOperation]? {
        var copy = clause
        let isReplacing =
            copy.takeVerb(.replace) != nil || copy.takeVerb(.swap) != nil
            || copy.hasVerb(.set) && !copy.hasVerb(.add)
            || copy.hasVerb(.use) && copy.takeVerb(.use) != nil
        guard isReplacing else { return nil }
        _ = copy.takeVerb(.use)
        let references = copy.takeReferences(scene) { $0.isPicture }
        var files = copy.takeFiles()
        var target = references.first
        if references.isEmpty, files.count == 2 {
            target = Reference(.picture, .named(TimelineSummary.stem(of: files.removeFirst())))
        }
        guard let target, references.count <= 1, files.count == 1, !isSound(files[0]) else {
            return nil
        }
        clause = copy
        return [.picture(target, .source(files[0]))]
    }

    /// "at the start", "after the second picture", "as the third", "to the end".
    static func takePlacement(_ clause: inout Clause, _ scene: Scene) -> Placement? {
        if let between = betweenPlacement(&clause, scene) { return between }
        if let side = clause.first({ meaning -> Preposition? in
            if case .word(let word) = meaning, [.after, .before].contains(word) {
                word
            } else {
                nil
            }
        }) {
            var copy = clause
            copy.take(at: side.index)
            let range = side.index..<copy.tokens.count
            let behind =
                copy.takeReference(scene, in: range) { $0 == .picture }
                ?? copy.takeStanding(scene, in: range) { $0 == .picture }
            let anywhere = behind ?? copy.takeLastReference(scene, before: side.index)
            if let reference = anywhere {
                clause = copy
                return side.value == .after ? .after(reference) : .before(reference)
            }
        }
        if clause.take(.word(.front)) { return .start }
        if clause.take(.word(.back)) { return .end }
        if let side = clause.take({ meaning -> Placement? in
            switch meaning {
            case .word(.before): .start
            case .word(.after): .end
            default: nil
            }
        }) {
            return side
        }
        return takeOrdinalPlace(&clause)
    }

    /// "between the first and the second".
    private static func betweenPlacement(_ clause: inout Clause, _ scene: Scene) -> Placement? {
        guard clause.has(.word(.between)) else { return nil }
        var copy = clause
        _ = copy.take(.word(.between))
        let named = pictures(&copy, scene)
        guard named.count == 2, case .places(let first) = named[0].choice,
            case .places(let second) = named[1].choice, first.count == 1, second == [first[0] + 1]
        else { return nil }
        clause = copy
        return .after(named[0])
    }

    /// "as the third", "to second place", 第三位.
    private static func takeOrdinalPlace(_ clause: inout Clause) -> Placement? {
        let place = clause.take { if case .ordinal(let place) = $0 { place } else { nil } }
        guard let place else { return nil }
        _ = clause.takeQuality(.position)
        while clause.take({ if case .stand = $0 { true } else { nil } }) != nil {}
        return .place(place)
    }

    /// Moving, swapping, reversing, doubling, keeping, splitting.
    static func order(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        swap(&clause, scene) ?? reverse(&clause, scene) ?? duplicate(&clause, scene)
            ?? keep(&clause, scene) ?? split(&clause, scene) ?? move(&clause, scene)
    }

    private static func attempt(
        _ clause: inout Clause, _ read: (inout Clause) -> OrderChange?
    ) -> [EditOperation]? {
        var copy = clause
        guard let change = read(&copy), copy.isSpent else { return nil }
        clause = copy
        return [.order(change)]
    }

    private static func swap(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        attempt(&clause) { clause in
            guard clause.takeVerb(.swap) != nil else { return nil }
            let references = pictures(&clause, scene)
            _ = clause.takeQuality(.position, .order)
            guard references.count == 2 else { return nil }
            return .swap(references[0], references[1])
        }
    }

    /// All pictures that are named, one by one.
    private static func pictures(_ clause: inout Clause, _ scene: Scene) -> [Reference] {
        var references = clause.takeReferences(scene) { $0 == .picture }
        while let reference = clause.takeStanding(scene, { $0 == .picture }) {
            references.append(reference)
        }
        return references.flatMap { reference -> [Reference] in
            guard case .places(let places) = reference.choice, places.count == 2 else {
                return [reference]
            }
            return places.map { Reference(.picture, .places([$0])) }
        }
    }

    private static func reverse(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        attempt(&clause) { clause in
            guard clause.takeVerb(.reverse) != nil else { return nil }
            let isOrder = clause.takeQuality(.order) != nil
            let pictures = clause.takeReference(scene) { $0 == .picture }
            clause.takeAllWords()
            guard isOrder || pictures?.choice.isOpen == true else { return nil }
            clause.takeAll(.whole)
            return .reverse
        }
    }

    private static func duplicate(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        attempt(&clause) { clause in
            guard clause.takeVerb(.duplicate) != nil,
                let reference = clause.takeReferences(scene, { $0 == .picture }).first
            else { return nil }
            return .duplicate(reference)
        }
    }

    private static func keep(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        attempt(&clause) { clause in
            guard clause.has(.quantity(.only)), clause.takeVerb(.keep, .use, .show) != nil else {
                return nil
            }
            clause.takeAll(.quantity(.only))
            guard
                let reference = clause.takeReferences(scene, { $0 == .picture }).first
            else { return nil }
            return .keep(reference)
        }
    }

    private static func split(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        attempt(&clause) { clause in
            guard clause.takeVerb(.split) != nil,
                let time = clause.takeMoment() ?? clause.takeDuration()
            else { return nil }
            _ = clause.takeReference(scene) { $0 == .picture }
            clause.takeAll(.whole)
            clause.takeAll(.pronoun)
            return .split(at: time)
        }
    }

    /// "move the last picture before the first", 把最后一张移到最前面.
    private static func move(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        attempt(&clause) { clause in
            guard clause.takeVerb(.move, .add, .show, .reverse) != nil else { return nil }
            var copy = clause
            // The thing that moves is named first.
            let moved = copy.takeReference(scene) { $0 == .picture }
            if let moved, moved.choice != .unspecified,
                let placement = takePlacement(&copy, scene) ?? shift(&copy)
            {
                clause = copy
                return .move(moved, to: placement)
            }
            guard let first = clause.takeFirstStanding(scene),
                let placement = takePlacement(&clause, scene) ?? shift(&clause)
            else { return nil }
            return .move(first, to: placement)
        }
    }

    /// "one place earlier".
    private static func shift(_ clause: inout Clause) -> Placement? {
        guard let scale = clause.takeScale(.start) else { return nil }
        let count = clause.takeAmount(.plain)?.value ?? 1
        _ = clause.takeQuality(.position)
        return .shift(scale.isUp ? Int(count) : -Int(count))
    }
}

extension Clause {
    /// Takes the picture that is named last before `index`.
    mutating func takeLastReference(_ scene: Scene, before index: Int) -> Reference? {
        var found: Reference?
        var best = self
        for start in stride(from: index - 1, through: 0, by: -1) where !used[start] {
            var copy = self
            let range = start..<index
            let reference =
                copy.takeReference(scene, in: range) { $0 == .picture }
                ?? copy.takeStanding(scene, in: range) { $0 == .picture }
            if let reference, reference.choice != .unspecified {
                (found, best) = (reference, copy)
                break
            }
        }
        if found != nil { self = best }
        return found
    }

    /// Takes the first ordinal or name as a picture: "move the last one to the front".
    mutating func takeFirstStanding(_ scene: Scene) -> Reference? {
        for end in tokens.indices where !used[end] {
            var copy = self
            if let reference = copy.takeStanding(scene, in: 0..<(end + 1), { $0 == .picture }) {
                if end + 1 < tokens.count, !copy.used[end + 1],
                    tokens[end + 1].meanings.contains(where: {
                        if case .stand = $0 { true } else { false }
                    })
                {
                    copy.take(at: end + 1)
                }
                self = copy
                return reference
            }
        }
        return nil
    }
}
