import Foundation

/// The two streams that a command writes to.
enum Console {
    /// Writes a line of results to standard output.
    static func print(_ line: String) {
        write(line + "\n", to: .standardOutput)
    }

    /// Writes a line for people to standard error.
    static func error(_ line: String) {
        write(line + "\n", to: .standardError)
    }

    /// Writes text without a line end to standard error: a progress bar.
    static func status(_ text: String) {
        write(text, to: .standardError)
    }

    /// Writes text as it is to standard output: what a line editor draws.
    static func draw(_ text: String) {
        write(text, to: .standardOutput)
    }

    static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    private static func write(_ text: String, to handle: FileHandle) {
        // A reader that went away is no reason to fail a render.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
