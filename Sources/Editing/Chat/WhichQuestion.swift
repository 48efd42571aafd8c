package import Planning

/// A question that lists things of a kind, and the sentence that waits for one of them.
package struct WhichQuestion: Sendable {
    /// What is asked about.
    package let kind: Reference.Kind

    private let operations: [EditOperation]
    private let language: EditLanguage

    /// Returns the question that `reply` asks; nil where it asks something else.
    ///
    /// - Parameters:
    ///   - reply: the answer to a sentence.
    ///   - language: that of the sentence.
    package init?(in reply: EditReply, language: EditLanguage) {
        // What such a question offers first is "the first title".
        guard reply.question != nil, let offer = reply.suggestions.first,
            case .remove(let reference)? = Self.operation(removing: offer, language),
            reference.choice == .places([1])
        else { return nil }
        let open = reply.operations.contains {
            $0.choosing(.all, of: reference.kind) != $0
        }
        guard open else { return nil }
        (kind, operations, self.language) = (reference.kind, reply.operations, language)
    }

    /// Returns which things `answer` means: "2", "the second", "the last title", "all".
    ///
    /// - Returns: nil where it says something else.
    package func choice(in answer: String) -> Reference.Choice? {
        let text = answer.trimmed
        if let number = Int(text), number > 0 { return .places([number]) }
        let words = Phrasing(language: language)
        let bare = text.hasSuffix(" one") ? String(text.dropLast(4)) : text
        let space = words(" ", "")
        let sentences = [
            text, bare + space + words.lowercase(kind), bare + space + words.plainPlural(kind),
        ]
        for sentence in sentences {
            guard case .remove(let reference)? = Self.operation(removing: sentence, language),
                reference.kind == kind, reference.choice != .unspecified
            else { continue }
            // A plural alone says nothing: "hello" is not "all".
            return reference.choice != .all || Self.saysAll(text) ? reference.choice : nil
        }
        return text.lowercased() == "both" ? .all : nil
    }

    private static func saysAll(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        return words.contains { ["all", "both", "every", "each"].contains($0) }
            || ["所有", "全部", "都", "每", "两个"].contains { text.contains($0) }
    }

    /// Returns what the sentence does to `draft`, now that it is said which things are meant.
    package func reply(
        choosing choice: Reference.Choice, draft: Draft, engine: EditEngine
    ) -> EditReply {
        engine.reply(
            doing: operations.map { $0.choosing(choice, of: kind) }, draft: draft,
            language: language)
    }

    /// Reads the name of things by the grammar itself: as what could be removed.
    private static func operation(
        removing words: String, _ language: EditLanguage
    ) -> EditOperation? {
        let sentence = (language == .english ? "remove " : "删除") + words
        let draft = Draft(id: "")
        let tokens = Lexer.tokens(of: sentence, names: NameTable(draft: draft, files: []))
        let reading = SentenceReader.read(tokens, scene: Scene(draft, material: NoMaterial()))
        guard reading.isWhole, reading.operations.count == 1 else { return nil }
        return reading.operations[0]
    }
}

extension EditOperation {
    /// Returns the operation with `choice` where nothing was said about which of `kind` it means.
    fileprivate func choosing(_ choice: Reference.Choice, of kind: Reference.Kind) -> Self {
        func chosen(_ reference: Reference) -> Reference {
            reference == Reference(kind) ? Reference(kind, choice) : reference
        }
        switch self {
        case .picture(let what, let change): return .picture(chosen(what), change)
        case .text(let what, let change): return .text(chosen(what), change)
        case .sound(let what, let change): return .sound(chosen(what), change)
        case .remove(let what): return .remove(chosen(what))
        case .fade(let what, let entrance, let exit):
            return .fade(chosen(what), in: entrance, out: exit)
        case .timing(let what, let start, let length):
            return .timing(chosen(what), start: start, length: length)
        case .hide(let what, let isHidden): return .hide(chosen(what), isHidden)
        case .order(.move(let what, let place)): return .order(.move(chosen(what), to: place))
        case .order(.duplicate(let what)): return .order(.duplicate(chosen(what)))
        case .order(.keep(let what)): return .order(.keep(chosen(what)))
        default: return self
        }
    }
}
