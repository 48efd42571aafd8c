import ArgumentParser
import Comparing
import Foundation
import Media

struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Says what differs between two videos, and which is the better one.",
        discussion: """
            Picture, motion, sound, text and file are compared after both were aligned in time. \
            Exit codes: 0 compared, 1 a bar of --fail-under is not kept, 2 bad usage, 3 a file \
            can't be compared.

            Bars of --fail-under, with a comma between: \(Self.keys).
            """)

    @Argument(help: "The video A, such as the local export.")
    var local: String

    @Argument(help: "The video B, such as the cloud's export.")
    var cloud: String

    @Option(help: "Also write a report to look at, one HTML page.")
    var report: String?

    @Flag(help: "Print one JSON object, as docs/compare.md describes it.")
    var json = false

    @Option(help: "Fail where a value is worse: ssim=0.97,loudness=1.")
    var failUnder: String?

    private static let keys = Thresholds.Key.allCases
        .map { "\($0.rawValue) (\($0.meaning))" }.joined(separator: ", ")

    func validate() throws { _ = try thresholds() }

    func run() async throws {
        let thresholds = try thresholds()
        let place = try report.map(ReportFile.init(name:))
        try place?.check(isNoneOf: [local, cloud])
        let (comparison, input) = try await Interruption.stopping { try await compare() }
        if let place { try place.write(input, local: local, cloud: cloud) }
        if json {
            Console.print(try comparison.json())
        } else {
            Console.print(ComparisonText(comparison).text)
            if let report { Console.print("\nReport: \(report)") }
        }
        let missed = thresholds.failures(of: comparison).map(\.message)
        for message in missed { Console.error("--fail-under: \(message)") }
        let lacks = ComparisonText.lacks(of: comparison)
        for lack in lacks { Console.error("error: \(lack)") }
        if !lacks.isEmpty { throw ExitCode(ExitStatus.input.rawValue) }
        if !missed.isEmpty { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    private func thresholds() throws -> Thresholds {
        do {
            return try failUnder.map { try Thresholds(parsing: $0) } ?? Thresholds()
        } catch {
            throw ValidationError("--fail-under: \(error)")
        }
    }

    /// What is wrong with a file is wrong with the input; the other one's facts are still said.
    private func compare() async throws -> (comparison: Comparison, input: ReportInput) {
        let reporter = ProgressReporter(!json && Console.isErrorTerminal ? .auto : .none)
        defer { reporter.clear() }
        do {
            return try await Comparer.run(local, cloud) { reporter.step($0, share: $1) }
        } catch let error as MediaError {
            let other = error.path == local ? cloud : local
            let facts = try? FileFacts.read(path: other)
            let rest = facts.map { "\n\nOnly \(other) can be read:\n" + ComparisonText.text($0) }
            throw Failure("error: \(error)\(rest ?? "")", .input)
        }
    }
}
