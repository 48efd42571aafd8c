import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
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

    /// Replaces the environment where it is not nil.
    var environment: [String: String]?

    /// What the program reads from its standard input.
    var input = Data()

    /// After so many seconds the program is killed.
    var limit: Double

    /// Past so many bytes in the work folder the program is killed.
    var mostBytes = 800_000_000

    /// The name of the file in the work folder that gets the standard output.
    static let output = "stdout"

    private static let errors = "stderr"

    /// Runs the program in `folder` to its end.
    ///
    /// - Throws: `SpeechError` where it can't be started, fails, crashes, or passes a limit;
    ///   `CancellationError` where the task is cancelled. The program is then gone, with those of
    ///   its children that stayed in its process group.
    func run(in folder: WorkFolder) async throws {
        let process = try start(in: folder)
        let deadline = ContinuousClock.now + .seconds(limit)
        do {
            var pause = 5
            while process.isRunning {
                try await Task.sleep(for: .milliseconds(pause))
                pause = min(pause * 2, 100)
                if ContinuousClock.now > deadline { throw timeOut }
                if folder.size > mostBytes { throw flood }
            }
        } catch {
            kill(process)
            throw error
        }
        try judge(process, in: folder)
    }

    private var timeOut: SpeechError {
        SpeechError(
            engine,
            "it was not done after \(limit.formatted(.number.precision(.fractionLength(0...1)))) s "
                + "and was ended")
    }

    private var flood: SpeechError {
        SpeechError(engine, "it wrote more than \(mostBytes / 1_000_000) MB and was ended")
    }

    private func start(in folder: WorkFolder) throws(SpeechError) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        if let environment { process.environment = environment }
        do {
            let source = folder.url.appending(path: "stdin")
            try input.write(to: source)
            process.standardInput = try FileHandle(forReadingFrom: source)
            process.standardOutput = try Self.newFile(Self.output, in: folder)
            process.standardError = try Self.newFile(Self.errors, in: folder)
            try process.run()
        } catch {
            throw SpeechError(
                engine,
                "can't start \(program): \(error.localizedDescription); "
                    + "is it there, and may it be run?")
        }
        return process
    }

    private static func newFile(_ name: String, in folder: WorkFolder) throws -> FileHandle {
        let url = folder.url.appending(path: name)
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    private func kill(_ process: Process) {
        guard process.isRunning else { return }
        let pid = process.processIdentifier
        _ = getpgid(pid) == pid ? killpg(pid, SIGKILL) : sendSignal(pid)
        process.waitUntilExit()
    }

    private func sendSignal(_ pid: pid_t) -> Int32 {
        #if canImport(Glibc)
            Glibc.kill(pid, SIGKILL)
        #else
            Darwin.kill(pid, SIGKILL)
        #endif
    }

    private func judge(_ process: Process, in folder: WorkFolder) throws(SpeechError) {
        guard process.terminationReason == .exit else {
            throw SpeechError(engine, "it crashed with signal \(process.terminationStatus)")
        }
        guard process.terminationStatus == 0 else {
            let said = lastError(in: folder).map { ": \($0)" } ?? ""
            throw SpeechError(engine, "it ended with code \(process.terminationStatus)\(said)")
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
