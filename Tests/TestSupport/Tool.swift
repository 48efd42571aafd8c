package import Foundation

/// Another program that judges our output: ffprobe, ffmpeg, hb-shape.
package enum Tool {
    /// Returns the path of `name`, nil (with a printed reason) where it is not installed.
    package static func find(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        if found == nil { print("skipped: \(name) is not installed") }
        return found
    }

    package struct Output: Sendable {
        package var status: Int32
        package var standardOutput: Data
        package var standardError: String
        package var text: String { String(decoding: standardOutput, as: UTF8.self) }
    }

    /// Runs the program at `path` to its end and returns all that it wrote.
    package static func run(_ path: String, _ arguments: [String]) throws -> Output {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let folder = try TemporaryFolder()
        let errors = folder.path("stderr")
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let said = try String(contentsOf: URL(filePath: errors), encoding: .utf8)
        return Output(
            status: process.terminationStatus, standardOutput: output, standardError: said)
    }

    /// Makes a program of a shell script at `path`.
    ///
    /// Another process writes it: a child that some other test starts meanwhile could inherit the
    /// open file from this one, and the system runs no program that somebody may write to.
    package static func makeScript(_ text: String, at path: String) throws {
        let writing = "printf %s \"$1\" >\"$2\" && chmod 755 \"$2\""
        _ = try run("/bin/sh", ["-c", writing, "sh", text, path])
    }
}
