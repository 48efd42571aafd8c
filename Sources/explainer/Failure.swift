import ArgumentParser
import Editing
import Foundation
import Media
import Planning

/// The exit codes that scripts may rely on.
enum ExitStatus: Int32 {
    case failed = 1
    case usage = 2
    case input = 3
    /// The network or a video service.
    case cloud = 4
    case interrupted = 130
}

/// An error that already has its words and its exit code.
struct Failure: Error {
    var message: String
    var status: ExitStatus

    init(_ message: String, _ status: ExitStatus) {
        self.message = message
        self.status = status
    }

    /// What `error` means, in words.
    static func words(for error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.message
        case let error as MediaError: "error: \(error)"
        case let error as ProjectError: "error: \(error)"
        case is CancellationError: "interrupted; nothing was written"
        default: Explainer.message(for: error)
        }
    }

    /// Prints what `error` means and ends the process with its code.
    static func end(with error: any Error) -> Never {
        switch error {
        case let failure as Failure: end(failure.message, failure.status)
        case is CancellationError: end("interrupted; nothing was written", .interrupted)
        case let error as MediaError: end("error: \(error)", .failed)
        case let error as ProjectError: end("error: \(error)", status(of: error.kind))
        default: endParsing(error)
        }
    }

    private static func status(of kind: ProjectError.Kind) -> ExitStatus {
        switch kind {
        case .noProject: .usage
        case .occupied, .damaged, .draft, .files: .input
        case .busy, .changedMeanwhile, .noStep, .system: .failed
        }
    }

    /// Usage errors, `--help` and `--version`.
    private static func endParsing(_ error: any Error) -> Never {
        let code = Explainer.exitCode(for: error)
        guard code == .validationFailure else { Explainer.exit(withError: error) }
        end(Explainer.fullMessage(for: error), .usage)
    }

    private static func end(_ message: String, _ status: ExitStatus) -> Never {
        Console.error(message)
        exit(status.rawValue)
    }
}

extension Failure: CustomStringConvertible {
    var description: String { message }
}
