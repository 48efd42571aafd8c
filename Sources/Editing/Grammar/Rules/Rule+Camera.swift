import Foundation
import Planning

extension Rule {
    /// Ken Burns: `slow zoom in`, `slower zoom`, `focus on the top left`, `no movement`.
    static func camera(_ clause: inout Clause, _ scene: Scene) -> [EditOperation]? {
        let hasPart = clause.first { $0.isOfCamera ? true : nil } != nil || clause.hasCameraWord
        guard hasPart else { return nil }
        var targets = clause.takeReferences(scene) { $0.isPicture }
        if targets.isEmpty { targets = clause.takeTargets(scene) { $0 == .picture } }
        // 缩小 of a logo is its size, not a move of the view.
        if targets.contains(where: { $0.kind == .overlay }), !clause.has(.zoom), !clause.has(.still)
        {
            return nil
        }
        if let span = clause.takeSpan() {
            guard targets.allSatisfy({ $0.choice.isOpen }) else { return nil }
            targets = [Reference(.picture, .during(span))]
        }
        if targets.isEmpty { targets = [Reference(.picture, .all)] }
        clause.takeAllWords()
        guard let moves = cameraMoves(&clause) else { return nil }
        clause.takeAll(.pronoun)
        clause.takeAll(.whole)
        _ = clause.takeVerb(.add, .use, .loop)
        clause.takeAllMeasures()
        while clause.takeQuality(.effect, .strength, .speed, .direction, .animation) != nil {}
        var operations: [EditOperation] = moves.flatMap { move in
            targets.map { .picture($0, .move(move)) }
        }
        // "zoom in on the first for 4 s".
        if let length = clause.takeLength() {
            operations += targets.map { .picture($0, .length(length)) }
        }
        return operations
    }

    private static func cameraMoves(_ clause: inout Clause) -> [CameraMove]? {
        if clause.takeVerb(.reverse) != nil, clause.takeMoveWords() { return [.reverse] }
        if clause.take(.still) { return clause.takeRestOfStill() ? [.none] : nil }
        if clause.hasMoveWord, clause.hasGone {
            _ = clause.takeNegation()
            _ = clause.takeMoveWords()
            return [.none]
        }
        var moves: [CameraMove] = []
        if let preset = preset(&clause) {
            moves.append(preset)
        } else if let strength = strength(&clause) {
            moves.append(strength)
        }
        if let focus = focus(&clause, hasMove: !moves.isEmpty) { moves.append(focus) }
        return moves.isEmpty ? nil : moves
    }

    /// A named move with the strength that it reaches.
    private static func preset(_ clause: inout Clause) -> CameraMove? {
        var copy = clause
        var found = copy.first { if case .camera(let preset) = $0 { preset } else { nil } }
        if found == nil, copy.has(.pan),
            let way = copy.first(
                in: nil, { if case .direction(let way) = $0 { way } else { nil } }),
            let pan = copy.first({ $0 == .pan ? true : nil })
        {
            copy.take(at: way.index)
            found = (pan.index, way.value.pan)
        }
        if found == nil, copy.hasCameraWord, copy.hasVerb(.move),
            let way = copy.first({ if case .direction(let way) = $0 { way } else { nil } })
        {
            _ = copy.takeVerb(.move)
            found = (way.index, way.value.pan)
        }
        guard let (index, preset) = found else { return nil }
        copy.take(at: index)
        // 推镜慢一点 speaks of the move that is there, 慢慢推进 of one to make.
        if copy.isComparison(after: index) { return nil }
        _ = copy.takeMoveWords()
        var strength: Double?
        if let amount = copy.takeAmount(.factor, .percent) {
            strength = amount.unit == .percent ? amount.value / 100 : amount.value
            guard (1...4).contains(strength ?? 0) else { return nil }
        } else if let scale = copy.takeScale(.strength, .speed) {
            strength = scale.isUp ? 1.25 : 1.06
        } else if let degree = copy.takeDegree() {
            strength = degree == .large ? 1.25 : 1.06
        }
        clause = copy
        return .preset(preset, strength: strength)
    }

    /// "slower zoom", "zoom twice as strong".
    private static func strength(_ clause: inout Clause) -> CameraMove? {
        var copy = clause
        guard copy.takeMoveWords() || copy.takeCameraNoun() else { return nil }
        let scale = copy.takeScale(.strength, .speed, .size)
        if let factor = copy.takeFactor(scale) {
            clause = copy
            return .strength(factor)
        }
        guard let scale, case .multiply(let factor) = scale.multiplied(.strength) else {
            return nil
        }
        clause = copy
        return .strength(factor)
    }

    private static func focus(_ clause: inout Clause, hasMove: Bool) -> CameraMove? {
        let isNamed = clause.takeVerb(.focus) != nil || clause.takeQuality(.focus) != nil
        guard isNamed || hasMove else { return nil }
        var copy = clause
        if let x = copy.takeAmount(.percent), let y = copy.takeAmount(.percent) {
            clause = copy
            return .focus(x: x.value / 100, y: y.value / 100)
        }
        guard let place = clause.takePlace() else { return nil }
        return .focus(x: place.column.share, y: place.row.share)
    }
}

extension Optional where Wrapped == TextPlace.Row {
    /// A quarter from the edge.
    fileprivate var share: Double {
        switch self {
        case .top: 0.25
        case .bottom: 0.75
        default: 0.5
        }
    }
}

extension Optional where Wrapped == TextPlace.Column {
    fileprivate var share: Double {
        switch self {
        case .left: 0.25
        case .right: 0.75
        default: 0.5
        }
    }
}

extension Direction {
    fileprivate var pan: Draft.KenBurns.Preset {
        switch self {
        case .left: .panLeft
        case .right: .panRight
        case .up: .panUp
        case .down: .panDown
        }
    }
}

extension Meaning {
    fileprivate var isOfCamera: Bool {
        switch self {
        case .camera, .zoom, .pan, .still, .verb(.focus), .quality(.focus): true
        default: false
        }
    }
}

extension Clause {
    fileprivate var hasCameraWord: Bool {
        tokens.contains { ["镜头", "camera", "view", "the camera"].contains($0.text.lowercased()) }
    }

    fileprivate var hasMoveWord: Bool { has(.zoom) || has(.pan) }

    fileprivate var hasGone: Bool { hasVerb(.remove) || has(.quantity(.none)) || has(.not) }

    /// Takes "zoom", "movement" and the like.
    fileprivate mutating func takeMoveWords() -> Bool {
        var isFound = takeAll(.zoom)
        if takeAll(.pan) { isFound = true }
        if isFound { while takeQuality(.strength, .effect) != nil {} }
        return isFound
    }

    /// "zoom in" as the name of what is there: "make the zoom in slower".
    fileprivate mutating func takeCameraNoun() -> Bool {
        let isFound = take { if case .camera = $0 { true } else { nil } } != nil
        if isFound { while take({ if case .camera = $0 { true } else { nil } }) != nil {} }
        return isFound
    }

    fileprivate mutating func takeRestOfStill() -> Bool {
        while take(.still) || take(.zoom) || take(.pan) {}
        _ = takeNegation()
        return true
    }

    private static let comparatives: Set<String> = [
        "slower", "faster", "stronger", "weaker", "gentler", "subtler", "calmer", "quicker",
        "more subtle",
        "more gentle", "more dramatic", "less dramatic", "milder", "heavier", "bigger", "smaller",
        "larger", "slow down", "speed up", "more", "less", "more intense", "less intense",
        "increase",
        "reduce", "half", "twice", "double",
    ]

    /// Whether a word behind the move at `index`, or a comparative anywhere, compares it.
    fileprivate func isComparison(after index: Int) -> Bool {
        for (place, token) in tokens.enumerated() where !used[place] {
            let isScale = token.meanings.contains(where: \.isScale)
            let isFactor = token.meanings.contains { if case .factor = $0 { true } else { false } }
            guard isScale || isFactor else { continue }
            if Self.comparatives.contains(token.text.lowercased()) { return true }
            let isChinese = token.text.unicodeScalars.contains(where: \.properties.isIdeographic)
            if isChinese, place > index, isScale { return true }
        }
        return false
    }
}
