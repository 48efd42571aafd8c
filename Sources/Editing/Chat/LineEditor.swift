/// A line editor without a terminal: keys in, state and events out.
package struct LineEditor: Sendable {
    package private(set) var buffer = LineBuffer()
    package private(set) var history: LineHistory

    /// Whether the last key was Ctrl-C, so that one more leaves.
    private var isLeaving = false

    package init(history: LineHistory = LineHistory()) { self.history = history }

    /// What a key asks the terminal to do.
    package enum Event: Hashable, Sendable {
        /// Draw the line again.
        case draw
        /// The line is done.
        case line(String)
        /// Ctrl-C: the line is dropped; one more leaves.
        case dropped
        /// There will be no more lines.
        case leave
        /// Show what the line could become.
        case choices([String])
        case clearScreen
        case suspend
    }

    /// Takes a key; `completions` returns the lines that could be meant by one that was begun.
    package mutating func take(_ key: Key, completions: (String) -> [String] = { _ in [] }) -> Event
    {
        let wasLeaving = isLeaving
        isLeaving = false
        switch key {
        case .enter: return finish()
        case .interrupt:
            if wasLeaving { return .leave }
            buffer = LineBuffer()
            isLeaving = true
            return .dropped
        case .endOfInput where buffer.isEmpty: return .leave
        case .endOfInput: buffer.take(.delete)
        case .up: replace(history.older(than: buffer.text))
        case .down: replace(history.newer())
        case .tab: return complete(completions)
        case .clearScreen: return .clearScreen
        case .suspend: return .suspend
        default: buffer.take(key)
        }
        return .draw
    }

    private mutating func finish() -> Event {
        let line = buffer.text
        history.add(line.trimmed)
        buffer = LineBuffer()
        return .line(line)
    }

    private mutating func replace(_ line: String?) {
        if let line { buffer = LineBuffer(line) }
    }

    /// Goes on as far as all that could be meant agree, and shows them where that is nowhere.
    private mutating func complete(_ completions: (String) -> [String]) -> Event {
        let head = buffer.head
        let all = completions(head)
        guard let first = all.first else { return .draw }
        let shared = all.dropFirst().reduce(first) { String($0.commonPrefix(with: $1)) }
        guard shared.count > head.count || all.count == 1 else { return .choices(all) }
        let tail = String(buffer.characters[buffer.cursor...])
        var line = LineBuffer(shared)
        tail.forEach { line.take(.text(String($0))) }
        tail.forEach { _ in line.take(.left) }
        buffer = line
        return .draw
    }
}

extension String {
    /// Without spaces at its ends.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }

    fileprivate func commonPrefix(with other: String) -> Substring {
        let count = zip(self, other).prefix { $0 == $1 }.count
        return prefix(count)
    }
}
