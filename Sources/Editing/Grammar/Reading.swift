import Foundation
import Planning

/// What was understood of a sentence.
struct Reading: Hashable, Sendable {
    var operations: [EditOperation] = []

    /// Texts of the parts that were understood.
    var understood: [String] = []

    /// Parts that were not, and the words in them that meant nothing there.
    var strange: [Strange] = []

    struct Strange: Hashable, Sendable {
        var part: String
        var words: [String]

        /// A file that it names and the project does not have.
        var file: String?

        /// Whether it was probably to bring a text, whose words need quotes.
        var isText = false
    }

    var isWhole: Bool { strange.isEmpty && !operations.isEmpty }
}

/// Reads a sentence part by part; see docs/edit.md for the grammar.
struct SentenceReader {
    private var scene: Scene
    private var reading = Reading()

    /// The parts that are joined at most to be read as one: "the first, the second and the third".
    private static let mostJoined = 5

    /// The most parts of a sentence.
    private static let mostParts = 60

    init(scene: Scene) { self.scene = scene }

    /// Returns what `tokens` ask for.
    static func read(_ tokens: [Token], scene: Scene) -> Reading {
        var reader = SentenceReader(scene: scene)
        reader.read(SentenceDivision(tokens).parts)
        return reader.reading
    }

    private mutating func read(_ parts: [SentenceDivision.Part]) {
        guard parts.count <= Self.mostParts else {
            reading.strange.append(.init(part: "…", words: []))
            return
        }
        var index = 0
        var before: Understood?
        while index < parts.count {
            if let (found, count) = longest(parts, from: index, before: before) {
                accept(found, parts[index..<index + count])
                before = found
                index += count
            } else {
                let part = parts[index]
                let clause = Clause(part.tokens)
                reading.strange.append(
                    .init(
                        part: part.text, words: clause.unknownWords, file: clause.strangeFile,
                        isText: clause.namesText))
                before = nil
                index += 1
            }
        }
    }

    /// A part that was read, with what it was about.
    private struct Understood {
        var operations: [EditOperation]
        var tokens: [Token]
        var isImplicit: Bool

        /// How many operations of the part before it says again in full.
        var replaced = 0
    }

    /// Reads the part at `index`, joined with the following ones where it says nothing alone.
    private func longest(
        _ parts: [SentenceDivision.Part], from index: Int, before: Understood?
    ) -> (Understood, Int)? {
        let first = parts[index]
        let isSoft = index + 1 < parts.count && first.joiner == .soft
        if let found = understand(first.tokens) {
            // "fade in and fade out the music": the thing stands behind.
            if isSoft, found.isImplicit, let joined = joined(parts, index, 2), !joined.isImplicit,
                Self.adds(joined, to: found)
            {
                return (joined, 2)
            }
            return (found, 1)
        }
        // A thing that "and" joins to the next belongs there: "the second and the third …".
        let isOpen = isSoft && index > 0 && parts[index - 1].joiner == .hard
        if isOpen, let found = joinedFurther(parts, index) { return found }
        if let before, index > 0 {
            if let found = repeating(before, first.tokens) { return (found, 1) }
            if let found = continuing(before, first.tokens) { return (found, 1) }
        }
        if let found = dividedAtWith(first.tokens) { return (found, 1) }
        return joinedFurther(parts, index)
    }

    /// Reads the part at `index` with the next ones, as few as will do.
    private func joinedFurther(
        _ parts: [SentenceDivision.Part], _ index: Int
    ) -> (Understood, Int)? {
        let most = min(Self.mostJoined, parts.count - index)
        for count in stride(from: 2, through: most, by: 1) {
            if let joined = joined(parts, index, count) { return (joined, count) }
        }
        return nil
    }

    private static func adds(_ joined: Understood, to found: Understood) -> Bool {
        joined.operations.count >= found.operations.count
    }

    private func joined(
        _ parts: [SentenceDivision.Part], _ index: Int, _ count: Int
    ) -> Understood? {
        let run = parts[index..<index + count]
        let tokens = run.enumerated().flatMap { offset, part in
            part.tokens + (offset < count - 1 ? [Token("and", [.and])] : [])
        }
        return understand(Grouping.grouped(Array(tokens)))
    }

    private func understand(_ tokens: [Token]) -> Understood? {
        let clause = Clause(tokens)
        guard !clause.isStatement else { return nil }
        for rule in Rule.all {
            var copy = clause
            guard let operations = rule.read(&copy, scene), !operations.isEmpty, copy.isSpent,
                !operations.contradict
            else { continue }
            let isImplicit =
                clause.first { meaning in
                    switch meaning {
                    case .thing, .whole, .stand, .name: true
                    default: nil
                    }
                } == nil
            return Understood(operations: operations, tokens: tokens, isImplicit: isImplicit)
        }
        return nil
    }

    /// "square with the title in gold": two parts that "with" joins.
    private func dividedAtWith(_ tokens: [Token]) -> Understood? {
        for index in tokens.indices where tokens[index].text.lowercased() == "with" {
            guard let left = understand(Array(tokens[..<index])),
                let right = understand(Array(tokens[(index + 1)...])), !right.isImplicit
            else { continue }
            return Understood(
                operations: left.operations + right.operations, tokens: tokens, isImplicit: false)
        }
        return nil
    }

    /// "dissolve between all pictures, 1 second": what belongs to the part before.
    private func continuing(_ before: Understood, _ tokens: [Token]) -> Understood? {
        guard var whole = understand(before.tokens + tokens) else { return nil }
        whole.replaced = before.operations.count
        return whole
    }

    /// "remove the title and the music": the part before says what is done with another thing.
    private func repeating(_ before: Understood, _ tokens: [Token]) -> Understood? {
        var nouns = Clause(tokens)
        let references = nouns.takeReferences(scene) { _ in true }
        guard !references.isEmpty, nouns.isSpent else { return nil }
        var rest = Clause(before.tokens)
        _ = rest.takeReferences(scene) { _ in true }
        let deed = zip(rest.tokens, rest.used).filter { !$1 }.map(\.0)
        guard
            deed.contains(where: {
                !$0.isSoft || $0.meanings.contains { if case .verb = $0 { true } else { false } }
            })
        else { return nil }
        return understand(deed + tokens)
    }

    private mutating func accept(
        _ found: Understood, _ parts: ArraySlice<SentenceDivision.Part>
    ) {
        reading.operations.removeLast(min(found.replaced, reading.operations.count))
        reading.operations += found.operations
        reading.understood.append(parts.map(\.text).joined(separator: " "))
        let subjects = found.operations.compactMap(\.subject)
        if !subjects.isEmpty { scene.context = Self.distinct(subjects) }
        scene.isAboutWhole = found.operations.allSatisfy {
            if case .whole = $0 { true } else { false }
        }
    }

    private static func distinct(_ references: [Reference]) -> [Reference] {
        var seen: Set<Reference> = []
        return references.filter { seen.insert($0).inserted }
    }
}

extension Clause {
    /// "the title is yellow" tells; "the title is too small" asks for something.
    fileprivate var isStatement: Bool {
        let texts = tokens.map { $0.text.lowercased() }
        guard let verb = texts.firstIndex(where: { ["is", "are"].contains($0) }) else {
            return false
        }
        let isRelative = verb > 0 && ["that", "which"].contains(texts[verb - 1])
        let wishes: Set<String> = [
            "too", "enough", "want", "i want", "like", "i would like", "i'd like", "please", "sure",
            "should", "need", "i need", "let", "wish", "prefer", "so that", "must",
        ]
        return !isRelative && !texts.contains { wishes.contains($0) }
    }

    fileprivate var strangeFile: String? {
        first { if case .strangeFile(let name) = $0 { name } else { nil } }?.value
    }

    fileprivate var namesText: Bool {
        let hasText =
            first { if case .thing(let kind) = $0, kind.isText { true } else { nil } } != nil
        let hasWords = hasVerb(.add) || !unknownWords.isEmpty
        return hasText && hasWords && first { if case .quoted = $0 { true } else { nil } } == nil
    }

    /// Words that neither language knows.
    var unknownWords: [String] {
        tokens.filter(\.meanings.isEmpty).map(\.text)
    }
}

extension EditOperation {
    /// What the next part may speak of as "it".
    var subject: Reference? {
        switch self {
        case .picture(let reference, _), .text(let reference, _), .sound(let reference, _),
            .fade(let reference, _, _), .timing(let reference, _, _), .hide(let reference, _):
            reference
        case .addText(let text): Reference(text.kind, .named(text.words))
        case .music: Reference(.music)
        case .order(.add(let sources, _, _)):
            sources.last.map { Reference(.picture, .named(TimelineSummary.stem(of: $0))) }
        default: nil
        }
    }
}
