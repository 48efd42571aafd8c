import Foundation
import Planning

/// Shows a draft in the terminal and follows its file.
struct TerminalPreview {
    private let input: DraftArguments
    private let start: TimePoint?

    /// - Parameters:
    ///   - input: the draft.
    ///   - start: the frame that shows first; the first one where nil, at most the last one.
    init(_ input: DraftArguments, at start: TimePoint? = nil) {
        self.input = input
        self.start = start
    }

    /// Runs until somebody leaves.
    ///
    /// - Throws: where there is no terminal, or no draft.
    @MainActor func run() async throws {
        let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
        guard isatty(STDIN_FILENO) == 1, Console.isOutputTerminal, !["", "dumb"].contains(name)
        else {
            throw Failure(
                "error: preview --terminal needs a terminal that can move its cursor; "
                    + "elsewhere, explainer frame --at 3.5s -o frame.png writes a picture",
                .usage)
        }
        // A draft that is broken may be mended; one that isn't there is a wrong name.
        _ = try DraftFile.bytes(at: input.url, name: input.name)
        guard TerminalMode.prepare() else {
            throw Failure("error: the terminal's mode can't be read", .failed)
        }
        TerminalMode.look()
        defer { TerminalMode.restore() }
        await PreviewSession(input, at: start).run()
    }
}
