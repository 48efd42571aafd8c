import Editing
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// Lines that are typed on a terminal, with an editor, a history and completion.
final class TerminalLines: LineSource {
    private var editor: LineEditor
    private var decoder = KeyDecoder()

    /// Keys that came behind the end of a line.
    private var waiting: [Key] = []

    /// The row of the drawn line in which the cursor stands.
    private var row = 0

    private let file: ChatHistoryFile

    /// Nil where standard input or output is no terminal that can move its cursor.
    init?(history file: ChatHistoryFile) {
        let name = ProcessInfo.processInfo.environment["TERM"] ?? "dumb"
        guard isatty(STDIN_FILENO) == 1, Console.isOutputTerminal, name != "dumb", name != "",
            TerminalMode.prepare()
        else { return nil }
        self.file = file
        editor = LineEditor(history: LineHistory(file.read()))
    }

    deinit { TerminalMode.restore() }

    func next(prompt: String, completions: (String) -> [String]) -> String? {
        TerminalMode.type()
        defer { TerminalMode.work() }
        row = 0
        draw(prompt)
        while true {
            while !waiting.isEmpty {
                let event = editor.take(waiting.removeFirst(), completions: completions)
                switch event {
                case .line(let line):
                    end(prompt, showing: line)
                    file.write(editor.history.lines)
                    return line
                case .leave:
                    end(prompt, showing: editor.buffer.text)
                    return nil
                default: show(event, prompt)
                }
            }
            guard read(prompt) else { return nil }
        }
    }

    private func show(_ event: LineEditor.Event, _ prompt: String) {
        switch event {
        case .dropped: note("(Ctrl-C once more, or Ctrl-D, leaves)", prompt)
        case .choices(let lines): note(Self.list(lines), prompt)
        case .clearScreen:
            Console.draw("\u{1B}[H\u{1B}[2J")
            row = 0
            draw(prompt)
        case .suspend:
            TerminalMode.suspend()
            TerminalMode.type()
            row = 0
            draw(prompt)
        case .draw where waiting.isEmpty: draw(prompt)
        default: break
        }
    }

    // MARK: - Drawing

    private func draw(_ prompt: String, _ buffer: LineBuffer? = nil) {
        let size = TerminalMode.size
        let view = LineView(
            prompt: prompt, buffer: buffer ?? editor.buffer, columns: size.columns,
            height: size.rows - 1)
        Console.draw(view.drawing(over: row))
        row = view.cursorRow
    }

    /// Leaves the line as it is and goes below it.
    private func end(_ prompt: String, showing line: String) {
        draw(prompt, LineBuffer(line))
        Console.draw("\r\n")
        row = 0
    }

    /// Writes `text` below the line, and the line again below that.
    private func note(_ text: String, _ prompt: String) {
        Console.draw("\r\n\u{1B}[J" + text.replacing("\n", with: "\r\n") + "\r\n")
        row = 0
        draw(prompt)
    }

    private static func list(_ lines: [String]) -> String {
        let most = 12
        let more = lines.count > most ? ["  … and \(lines.count - most) more"] : []
        return (lines.prefix(most).map { "  " + ReportText.printable($0) } + more)
            .joined(separator: "\n")
    }

    // MARK: - Keys

    /// Waits for keys; false where the terminal is gone.
    private func read(_ prompt: String) -> Bool {
        var place = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        // What follows an Escape that is no key of its own comes at once.
        let ready = poll(&place, 1, decoder.isWaiting ? 50 : -1)
        if ready == 0 {
            decoder.giveUp()
            return true
        }
        guard ready > 0 else {
            guard errno == EINTR else { return false }
            // The window may have another size.
            draw(prompt)
            return true
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(STDIN_FILENO, &bytes, bytes.count)
        guard count > 0 else { return count < 0 && errno == EINTR }
        waiting = decoder.keys(Array(bytes[..<count]))
        return true
    }
}
