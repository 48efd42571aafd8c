import Foundation
import Running

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// One run of another program that speaks, with a limit to its time and to what it writes.
///
/// All three streams are files in the work folder: no pipe can fill up, and a program that goes
/// away early can't end this one by a signal.
struct EngineRun {
    /// The engine's name, for errors.
    var engine: String

    /// The absolute path of the program.
    var program: String

    var arguments: [String]

    var environment = ProcessInfo.processInfo.environment

    /// What the program reads from its standard input.
    var input = Data()

    /// After so many seconds the program is ended.
    var limit: Double

    /// Past so many bytes in the work folder the program is ended.
    var mostBytes = 800_000_000

    /// The name of the file in the work folder that gets the standard output.
    static let output = "stdout"

    private static let errors = "stderr"

    /// Runs the program to its end; its streams are files in `folder`.
    ///
    /// - Throws: `SpeechError` where it can't be started, fails, crashes, or passes a limit;
    ///   `CancellationError` where the task is cancelled. The program is then gone, with those of
    ///   its children that stayed in its process group.
    func run(in folder: WorkFolder) async throws {
        let child = try start(in: folder)
        let deadline = ContinuousClock.now + .seconds(limit)
        var pause = 5
        while true {
            // Asked first: a busy machine may wake us long after the program was done in time.
            if let ending = child.ending() { return try judge(ending, in: folder) }
            do {
                if ContinuousClock.now > deadline { throw timeOut }
                if folder.size > mostBytes { throw flood }
                try await Task.sleep(for: .milliseconds(pause))
            } catch {
                child.end()
                throw error
            }
            pause = min(pause * 2, 100)
        }
    }

    private var timeOut: SpeechError {
        let seconds = (limit * 10).rounded() / 10
        return SpeechError(engine, "it was not done after \(seconds) s and was ended")
    }

    private var flood: SpeechError {
        SpeechError(engine, "it wrote more than \(mostBytes / 1_000_000) MB and was ended")
    }

    private func start(in folder: WorkFolder) throws(SpeechError) -> Child {
        let source = folder.path("stdin")
        do {
            try input.write(to: URL(filePath: source))
        } catch {
            throw SpeechError(engine, "can't write its text: \(error.localizedDescription)")
        }
        // The system stops a flood at once; asking for the folder's size now and then is too late
        // on a busy machine. POSIX counts in blocks of 512 bytes.
        let guarded = "ulimit -f \(mostBytes / 512 + 1); exec \"$0\" \"$@\""
        let started = Child.start(
            "/bin/sh", ["-c", guarded, program] + arguments, environment: environment,
            streams: Child.Streams(
                input: .file(source), output: .file(folder.path(Self.output)),
                errors: .file(folder.path(Self.errors))))
        switch started {
        case .success(let child): return child
        case .failure(let failure):
            throw SpeechError(engine, "can't start \(program): \(failure.reason)")
        }
    }

    private func judge(_ ending: Child.Ending, in folder: WorkFolder) throws(SpeechError) {
        switch ending {
        case .code(0): return
        // A shell reports a signal of its child as a code.
        case .signal(SIGXFSZ), .code(128 + SIGXFSZ): throw flood
        case .signal(let signal):
            throw SpeechError(engine, "it crashed with signal \(signal)")
        case .code(let code):
            let said = lastError(in: folder).map { ": \($0)" } ?? ""
            throw SpeechError(engine, "it ended with code \(code)\(said)")
        }
    }

    /// The last line that the program wrote to its standard error, cut to a readable length.
    private func lastError(in folder: WorkFolder) -> String? {
        guard let file = FileHandle(forReadingAtPath: folder.path(Self.errors)) else { return nil }
        defer { try? file.close() }
        let end = (try? file.seekToEnd()) ?? 0
        guard (try? file.seek(toOffset: end > 4_096 ? end - 4_096 : 0)) != nil,
            let tail = try? file.readToEnd()
        else { return nil }
        let text = String(decoding: tail, as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).last {
            $0.contains { !$0.isWhitespace }
        }
        return line.map { String($0.prefix(200)).trimmingCharacters(in: .whitespaces) }
    }
}
