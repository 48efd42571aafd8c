import Foundation
import VideoAPI

/// The service that commands ask, as the environment names it.
enum CloudAccess {
    /// Runs `work` with a client, and turns what goes wrong into words and an exit code.
    static func run(
        _ work: @escaping @Sendable (VideoAPIClient) async throws -> Void
    ) async throws {
        do {
            let client = try client()
            try await Interruption.stopping { try await work(client) }
        } catch let problem as ClientProblem {
            throw Failure("error: " + ReportText.printable(problem.words), problem.status)
        } catch is CancellationError {
            throw Failure(
                "interrupted; what the service was asked to do goes on there", .interrupted)
        }
    }

    private static func client() throws -> VideoAPIClient { try client(isPassing: false) }

    /// A client in a session of its own, which is not kept; the token is.
    static func passingClient() throws -> VideoAPIClient { try client(isPassing: true) }

    private static func client(isPassing: Bool) throws -> VideoAPIClient {
        let environment = ProcessInfo.processInfo.environment
        let named = environment["NEMO_API_URL"].flatMap { $0.isEmpty ? nil : $0 }
        let server = try ServerAddress(named ?? ServerAddress.usual)
        let store = CredentialStore()
        let stored = try store.load(for: server)
        var first = stored
        if isPassing { first.sessionID = nil }
        return VideoAPIClient(
            server: server, attribution: attribution(environment["SKILL_SOURCE"]),
            credentials: first,
            keep: { new in
                var kept = new
                if isPassing { (kept.sessionID, kept.taskID) = (stored.sessionID, stored.taskID) }
                try store.save(kept, for: server)
            },
            tell: { Console.error(ReportText.printable($0.words)) })
    }

    /// What could end a header is left out of it.
    private static func attribution(_ platform: String?) -> Attribution {
        let plain = (platform ?? "").filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
        }
        return Attribution(
            source: "explainer", version: Version.current,
            platform: plain.isEmpty ? "unknown" : String(plain.prefix(64)))
    }
}

extension ClientProblem {
    var status: ExitStatus {
        switch self {
        case .refused, .unsent, .unreachable, .lost, .tooLong, .renderFailed, .renderUnfinished:
            .cloud
        case .address: .usage
        case .file, .nothingToExport: .input
        case .local: .failed
        }
    }
}
