import Foundation
import Running
import TestSupport
import Testing

@Suite struct ChildTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func start(_ script: String, input: Child.Stream = .file("/dev/null")) throws -> Child {
        try Child.start(
            "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"],
            streams: Child.Streams(
                input: input, output: .file(folder.path("out")), errors: .file("/dev/null"))
        ).get()
    }

    private func ending(of child: Child) async throws -> Child.Ending {
        for _ in 0..<1_000 {
            if let ending = child.ending() { return ending }
            try await Task.sleep(for: .milliseconds(10))
        }
        child.end()
        throw CancellationError()
    }

    @Test func codesAndSignalsAreToldApart() async throws {
        #expect(try await ending(of: try start("exit 7")) == .code(7))
        #expect(try await ending(of: try start("kill -TERM $$")) == .signal(SIGTERM))
    }

    @Test func whatCanNotBeStartedIsSaid() {
        let started = Child.start(
            "/none", [], environment: [:],
            streams: Child.Streams(
                input: .file("/dev/null"), output: .file("/dev/null"), errors: .file("/dev/null")))
        guard case .failure(let failure) = started else {
            Issue.record("/none was started")
            return
        }
        #expect(failure.reason.contains("no such file"))
    }

    /// More than any buffer holds comes through whole.
    @Test func aProgramReadsWhatItIsFed() async throws {
        let input = try #require(ChildInput())
        let child = try input.feed { stream in Result { try start("cat", input: stream) } }.get()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        #expect(bytes.withUnsafeBytes { input.write($0, patience: 30) })
        input.finish()
        #expect(try await ending(of: child) == .code(0))
        #expect(try Data(contentsOf: URL(filePath: folder.path("out"))) == Data(bytes))
    }

    /// To write to one that is gone fails: this process is not ended by a signal.
    @Test func aProgramThatIsGoneTakesNothing() async throws {
        let input = try #require(ChildInput())
        let child = try input.feed { stream in Result { try start("exit 0", input: stream) } }.get()
        _ = try await ending(of: child)
        let bytes = [UInt8](repeating: 1, count: 3_000_000)
        #expect(!bytes.withUnsafeBytes { input.write($0, patience: 30) })
    }

    @Test func programsAreFoundOnThePathOrByTheirPlace() throws {
        let program = folder.path("tool")
        try Tool.makeScript("#!/bin/sh\n", at: program)
        let place = URL(filePath: program).deletingLastPathComponent().path
        #expect(Executable.find("tool", path: "/none:\(place)") == program)
        #expect(Executable.find(program, path: "") == program)
        #expect(Executable.find("tool", path: "/none") == nil)
        #expect(Executable.find(place, path: "") == nil)
    }
}
