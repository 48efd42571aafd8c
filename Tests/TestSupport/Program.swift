package import Foundation

/// The built command line, run as users run it: as a process.
package enum Program {
    /// The product beside the test bundle.
    package static let path: String = {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let beside = bundles + [URL(filePath: CommandLine.arguments[0]).absoluteURL]
        let folders =
            beside.map { $0.deletingLastPathComponent() }
            + [Fixtures.checkout.appending(path: ".build/debug")]
        let candidates = folders.map { $0.appending(path: "explainer").path }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? candidates[candidates.count - 1]
    }()

    /// What a run came to.
    package struct Run: Sendable {
        /// The exit code; 128 and more for a death by signal, as in shells, but negated.
        package var status: Int32
        package var output: String
        package var errors: String
    }

    /// Runs the program in `folder` to its end; one that hangs is killed.
    ///
    /// `wrapper` is a command that starts the program, with its first arguments; `program` another
    /// one that is run, such as a shell around this one.
    package static func run(
        _ arguments: [String], in folder: URL, wrapper: [String] = [], program: String = path
    ) throws -> Run {
        try Running(arguments, in: folder, wrapper: wrapper, program: program).finish()
    }
}

/// A program that was started.
package final class Running {
    private let process = Process()
    private let folder: TemporaryFolder

    /// No run of these tests takes longer, even on a busy machine.
    private static let patience = 120.0

    package init(
        _ arguments: [String], in place: URL, wrapper: [String] = [], program: String = Program.path
    ) throws {
        folder = try TemporaryFolder()
        let command = wrapper + [program] + arguments
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = place
        process.standardInput = FileHandle.nullDevice
        // Files and not pipes: a sister process may inherit a pipe's end and keep it open.
        process.standardOutput = try Self.file(folder.path("output"))
        process.standardError = try Self.file(folder.path("errors"))
        try process.run()
    }

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    package var isRunning: Bool { process.isRunning }

    package var processIdentifier: Int32 { process.processIdentifier }

    package func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// What it has written so far.
    package func written(_ name: String = "output") -> String {
        String(
            decoding: FileManager.default.contents(atPath: folder.path(name)) ?? Data(),
            as: UTF8.self)
    }

    /// Waits until `condition` holds or the program has ended.
    package func wait(until condition: () -> Bool) {
        let end = Date(timeIntervalSinceNow: Self.patience)
        while process.isRunning, !condition(), Date() < end { usleep(5_000) }
    }

    /// Waits for the end.
    package func finish() -> Program.Run {
        wait { false }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        let status = process.terminationStatus
        return Program.Run(
            status: process.terminationReason == .exit ? status : -128 - status,
            output: written(), errors: written("errors"))
    }
}
