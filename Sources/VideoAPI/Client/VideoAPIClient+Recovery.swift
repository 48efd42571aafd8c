import Foundation
import Networking

extension VideoAPIClient {
    /// Sends `call` and recovers from what passes.
    ///
    /// - Throws: a `ClientProblem`, or where it was cancelled.
    func perform(_ call: Call) async throws -> Reply {
        var attempts = Attempts()
        while true {
            try await prepare(call)
            do {
                return try await sendOnce(call)
            } catch let failure as APIFailure {
                try await recover(from: failure, of: call, &attempts)
            } catch let fault as TransportFault {
                if fault.isCancelled { throw CancellationError() }
                try await waitToRepeat(Self.pause(after: fault, of: call, &attempts), fault.words) {
                    fault.isUnsent ? .unsent(fault.words) : .unreachable(fault.words)
                }
            }
        }
    }

    /// A service that is not there is not waited for as long as one that fails.
    private static func pause(
        after fault: TransportFault, of call: Call, _ attempts: inout Attempts
    ) -> Duration? {
        guard call.care == .repeatable, let pause = attempts.nextPause() else { return nil }
        return fault.isUnsent ? min(pause, .seconds(3)) : pause
    }

    /// Sends `call` and returns the fields of its answer.
    func fields(of call: Call) async throws -> Envelope.Fields {
        guard case .fields(let fields) = try await perform(call) else {
            throw ClientProblem.refused(
                APIFailure(.failed, "the service answers with a stream where none is due"))
        }
        return fields
    }

    /// Gets what the call needs and is not there yet.
    private func prepare(_ call: Call) async throws {
        guard !call.isAnonymous else { return }
        if credentials.token == nil { try await anonymousToken() }
        if call.needsSession, credentials.sessionID == nil { try await session() }
    }

    private func recover(
        from failure: APIFailure, of call: Call, _ attempts: inout Attempts
    ) async throws {
        let refusal = ClientProblem.refused(named(failure))
        if failure.isAboutToken {
            guard !call.isAnonymous, !attempts.hasRenewed, !credentials.isGivenToken else {
                throw refusal
            }
            attempts.hasRenewed = true
            try await anonymousToken()
            tell(.renewedToken)
        } else if failure.isAboutSession {
            guard call.needsSession, !attempts.hasReopened else { throw refusal }
            attempts.hasReopened = true
            try await session()
            tell(.newSession)
        } else if failure.known == .tooMany {
            let wait = failure.retryAfter ?? 30
            guard !attempts.hasWaited, wait <= Self.longestWait else { throw refusal }
            attempts.hasWaited = true
            try await waitToRepeat(.seconds(max(wait, 1)), "the service is asked too often") {
                refusal
            }
        } else {
            let isPassing = (500..<600).contains(failure.code) && call.care == .repeatable
            try await waitToRepeat(isPassing ? attempts.nextPause() : nil, failure.message) {
                refusal
            }
        }
    }

    /// Seconds; a service that asks for more is not waited for.
    private static let longestWait = 300

    private func waitToRepeat(
        _ pause: Duration?, _ reason: String, orThrow problem: () -> ClientProblem
    ) async throws {
        guard let pause else { throw problem() }
        tell(.waiting(pause, reason))
        try await time.pause(pause)
    }

    /// The failure with the user's id, which a registration link names.
    func named(_ failure: APIFailure) -> APIFailure {
        var failure = failure
        if failure.bindID == nil, !credentials.userID.isEmpty {
            failure.bindID = credentials.userID
        }
        return failure
    }
}

extension APIFailure {
    var isAboutToken: Bool { code == APICode.badToken.rawValue || code == 401 }

    /// A service may say it in words alone, with the status 404.
    var isAboutSession: Bool {
        code == APICode.unknownSession.rawValue
            || (code == 404 && message.lowercased().contains("session"))
    }
}
