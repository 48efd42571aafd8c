/// A line that is being typed, and where its cursor stands.
package struct LineBuffer: Hashable, Sendable {
    package private(set) var characters: [Character]

    /// How many characters stand before it.
    package private(set) var cursor: Int

    /// The most characters; more are left out.
    private static let longest = 100_000

    /// Starts with `text` and the cursor behind it.
    package init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    package var text: String { String(characters) }

    /// What stands before the cursor.
    package var head: String { String(characters[..<cursor]) }

    package var isEmpty: Bool { characters.isEmpty }

    /// Takes a key that edits or moves; others change nothing.
    package mutating func take(_ key: Key) {
        switch key {
        case .text(let text): insert(text)
        case .paste(let text): insert(Self.line(text))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .home: cursor = 0
        case .end: cursor = characters.count
        case .backspace: remove(max(0, cursor - 1)..<cursor)
        case .delete: remove(cursor..<min(characters.count, cursor + 1))
        case .deleteWord: remove(wordStart..<cursor)
        case .killToEnd: remove(cursor..<characters.count)
        case .killToStart: remove(0..<cursor)
        default: break
        }
    }

    private mutating func insert(_ text: String) {
        guard characters.count + text.count <= Self.longest else { return }
        // A mark may join the character before it.
        let head = head + text
        characters = Array(head + String(characters[cursor...]))
        cursor = min(head.count, characters.count)
    }

    private mutating func remove(_ range: Range<Int>) {
        characters.removeSubrange(range)
        cursor = range.lowerBound
    }

    private var wordStart: Int {
        var index = cursor
        while index > 0, characters[index - 1].isWhitespace { index -= 1 }
        while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        while index < characters.count, !characters[index].isWhitespace { index += 1 }
        return index
    }

    /// A paste on one line: its line ends are spaces, and nothing in it steers the terminal.
    private static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.properties.generalCategory == .control
                || scalar == "\u{2028}" || scalar == "\u{2029}" ? " " : scalar
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let line = String(view)
        guard let end = line.lastIndex(where: { $0 != " " }) else { return "" }
        return text.last?.isNewline == true ? String(line[...end]) : line
    }
}
