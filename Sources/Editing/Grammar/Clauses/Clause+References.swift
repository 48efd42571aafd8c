import Foundation
import Planning

extension Clause {
    /// Takes what the clause is about: each noun of an accepted kind with the words that say which.
    ///
    /// Where there is none, an ordinal alone ("the second one") or a name stands for a picture, or for
    /// a thing of the kind that was spoken of before.
    mutating func takeReferences(
        _ scene: Scene, _ accepts: (Reference.Kind) -> Bool
    ) -> [Reference] {
        var references: [Reference] = []
        while let reference = takeReference(scene, accepts) { references.append(reference) }
        while let reference = takeSentence(scene, accepts) { references.append(reference) }
        if references.isEmpty {
            while let reference = takeStanding(scene, accepts) { references.append(reference) }
        }
        // "in the narration, the third sentence": one thing, told twice.
        let specific = Set(references.filter { $0.choice != .unspecified }.map(\.kind))
        return references.filter { $0.choice != .unspecified || !specific.contains($0.kind) }
    }

    /// The references of the clause, or those of the clause before.
    mutating func takeTargets(
        _ scene: Scene, _ accepts: (Reference.Kind) -> Bool
    ) -> [Reference] {
        let references = takeReferences(scene, accepts)
        guard references.isEmpty else { return references }
        let before = scene.context.filter { accepts($0.kind) }
        guard !before.isEmpty else { return [] }
        takeAll(.pronoun)
        return before
    }

    /// Takes one noun of an accepted kind.
    mutating func takeReference(
        _ scene: Scene, in range: Range<Int>? = nil, _ accepts: (Reference.Kind) -> Bool
    ) -> Reference? {
        let found = first(in: range) { meaning -> Reference.Kind? in
            if case .thing(let kind) = meaning, accepts(kind) { kind } else { nil }
        }
        guard let (noun, kind) = found else { return nil }
        take(at: noun)
        let choice = takeChoice(before: noun, after: noun)
        return Reference(kind, settled(choice, of: kind, word: tokens[noun].text, scene))
    }

    /// Takes "the third sentence" beside a noun: 旁白第三句.
    private mutating func takeSentence(
        _ scene: Scene, _ accepts: (Reference.Kind) -> Bool
    ) -> Reference? {
        guard accepts(scene.sentenceKind),
            let (index, _) = first({ $0 == .stand(.narration) ? true : nil })
        else { return nil }
        var copy = self
        copy.take(at: index)
        let choice = copy.takeChoice(before: index, after: index)
        guard choice != .unspecified else { return nil }
        self = copy
        return Reference(scene.sentenceKind, choice)
    }

    /// Takes "the second one", "the first and the third", 第二张, a name.
    mutating func takeStanding(
        _ scene: Scene, in range: Range<Int>? = nil, _ accepts: (Reference.Kind) -> Bool
    ) -> Reference? {
        if let (index, name) = first(
            in: range, { if case .name(let name) = $0 { name } else { nil } }),
            let kind = scene.kinds[name.lowercased()], accepts(kind)
        {
            take(at: index)
            takeArticles(around: index)
            return Reference(kind, .named(name))
        }
        if let (index, kind) = first(
            in: range,
            { meaning -> Reference.Kind?? in
                if case .stand(let kind) = meaning { .some(kind) } else { nil }
            })
        {
            let resolved =
                (kind == .narration ? scene.sentenceKind : kind) ?? scene.context.first?.kind
                ?? .picture
            var copy = self
            copy.take(at: index)
            let choice = copy.takeChoice(before: index, after: index)
            if accepts(resolved), choice != .unspecified {
                self = copy
                return Reference(resolved, choice)
            }
        }
        let ordinals = (range ?? tokens.indices).filter { index in
            !used[index]
                && tokens[index].meanings.contains {
                    switch $0 {
                    case .ordinal, .places: true
                    default: false
                    }
                }
        }
        let kind = scene.context.first?.kind ?? .picture
        guard let last = ordinals.last, accepts(kind) else { return nil }
        let choice = takeChoice(before: last + 1, after: last)
        return choice == .unspecified ? nil : Reference(kind, choice)
    }

    private static let filmWords: Set<String> = [
        "clip", "clips", "video clip", "video clips", "footage", "片段", "视频片段", "剪辑片段",
    ]
    private static let stillWords: Set<String> = [
        "photo", "photos", "photograph", "photographs", "still", "stills", "照片", "相片", "照",
    ]

    /// "the clip" is the film where there are films and stills, "the photo" the still; "the others"
    /// are those that were not spoken of.
    private func settled(
        _ choice: Reference.Choice, of kind: Reference.Kind, word: String, _ scene: Scene
    ) -> Reference.Choice {
        if choice == .others([]) {
            let spoken = scene.context.filter { $0.kind == kind }.flatMap(\.choice.numbers)
            return spoken.isEmpty ? .all : .others(spoken)
        }
        guard kind == .picture, choice.isOpen, !scene.films.isEmpty, !scene.stills.isEmpty else {
            return choice
        }
        if Self.filmWords.contains(word.lowercased()) { return .places(scene.films) }
        return Self.stillWords.contains(word.lowercased()) ? .places(scene.stills) : choice
    }

    private mutating func takeArticles(around index: Int) {
        if index + 1 < tokens.count, !used[index + 1],
            tokens[index + 1].meanings.contains(where: {
                if case .stand = $0 { true } else { false }
            })
        {
            take(at: index + 1)
        }
    }

    // MARK: - Which

    /// Takes the words before and after a noun that say which of its kind are meant.
    mutating func takeChoice(before: Int, after: Int) -> Reference.Choice {
        var selection = Selection()
        var index = before - 1
        while index >= 0, !used[index], selection.addBefore(tokens[index]) {
            take(at: index)
            index -= 1
        }
        index = after + 1
        while index < tokens.count, !used[index], selection.addAfter(tokens[index]) {
            take(at: index)
            index += 1
        }
        return selection.choice
    }
}

/// The words that say which of a kind are meant, collected outwards from the noun.
private struct Selection {
    private var ordinals: [Int] = []
    private var numbers: [Int] = []
    private var quantity: Quantity?
    private var name: String?
    private var isRange = false
    private var isFirst = false
    private var isLast = false

    /// Returns false where `token` is no such word; then nothing more before it is one.
    mutating func addBefore(_ token: Token) -> Bool {
        if let count = token.place {
            guard ordinals.isEmpty || isRange, numbers.isEmpty else { return false }
            numbers.append(count)
            return true
        }
        for meaning in token.meanings {
            switch meaning {
            case .places(let places):
                guard ordinals.isEmpty, numbers.isEmpty else { return false }
                ordinals = places
                return true
            case .ordinal(let place):
                guard !isFirst || place != 1 else { return false }
                ordinals.insert(place, at: 0)
                return true
            case .quantity(let word) where word != .none && word != .only:
                guard quantity == nil else { return false }
                quantity = word
                return true
            case .name(let word), .quoted(let word):
                guard name == nil, ordinals.isEmpty, numbers.isEmpty else { return false }
                name = word
                return true
            default: continue
            }
        }
        // "from the second picture"; "from 3 s" is another thing.
        if token.meanings.contains(.word(.from)), token.text.lowercased() == "from" { return true }
        if token.text == "前", !numbers.isEmpty {
            isFirst = true
            return true
        }
        if token.text == "后", !numbers.isEmpty {
            isLast = true
            return true
        }
        if token.meanings.contains(where: { if case .stand = $0 { true } else { false } }) {
            return true
        }
        if token.meanings.contains(.word(.through)) || token.meanings.contains(.word(.to)),
            !ordinals.isEmpty, !token.meanings.contains(.verb(.set))
        {
            isRange = true
            return true
        }
        if token.meanings.contains(.and), !ordinals.isEmpty { return true }
        return Self.isArticle(token)
    }

    mutating func addAfter(_ token: Token) -> Bool {
        guard !hasChoice else { return false }
        if let place = token.place {
            ordinals = [place]
            return true
        }
        for meaning in token.meanings {
            switch meaning {
            case .places(let places):
                ordinals = places
                return true
            case .ordinal(let place) where Self.stands(token.text):
                ordinals = [place]
                return true
            default: continue
            }
        }
        return false
    }

    /// Whether an ordinal may stand behind its noun: #2, 图片第二张.
    private static func stands(_ text: String) -> Bool {
        ["#", "第", "倒数"].contains { text.hasPrefix($0) }
    }

    private var hasChoice: Bool {
        !ordinals.isEmpty || !numbers.isEmpty || quantity != nil || name != nil
    }

    private static func isArticle(_ token: Token) -> Bool {
        [
            "the", "a", "an", "my", "of", "your", "的", "那", "这", "those", "these", "that", "this",
            "our", "这个", "那个", "这张", "那张",
        ]
        .contains(token.text.lowercased())
    }

    var choice: Reference.Choice {
        if let name { return .named(name) }
        if let count = numbers.first {
            if isFirst || ordinals == [1] { return .places(Array(1...max(count, 1))) }
            if isLast || ordinals == [-1] {
                return .places((1...max(count, 1)).reversed().map { -$0 })
            }
            if ordinals.isEmpty { return quantity == nil ? .places([count]) : .all }
        }
        if isRange, ordinals.count == 2, ordinals[0] < ordinals[1] {
            return .places(Array(ordinals[0]...ordinals[1]))
        }
        if quantity == .others { return .others(ordinals) }
        if !ordinals.isEmpty { return .places(ordinals) }
        switch quantity {
        case .all, .both: return .all
        default: return .unspecified
        }
    }
}

extension Reference.Choice {
    /// The places that are named.
    fileprivate var numbers: [Int] { if case .places(let places) = self { places } else { [] } }
}
