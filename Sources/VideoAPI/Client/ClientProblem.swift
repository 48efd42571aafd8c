import Foundation

/// Why a call of the client came to nothing.
package enum ClientProblem: Error, Hashable, Sendable {
    /// The service said no.
    case refused(APIFailure)
    /// The service could not be reached, so that nothing was sent.
    case unsent(String)
    /// No answer, also after the retries that the call may have.
    case unreachable(String)
    /// An edit whose answer was lost, and whose work did not show in five looks at the state.
    case lost(String)
    /// The agent worked for longer than is waited, in minutes.
    case tooLong(minutes: Int)
    case address(String)
    /// A file that the service would not take, found before it was sent.
    case file(APICode, String)
    /// The timeline holds nothing that could be exported.
    case nothingToExport
    case renderFailed(id: String, String)
    /// A render that is not done after ten minutes; it goes on at the service.
    case renderUnfinished(id: String)
    /// A file of this machine that can't be read or written.
    case local(String)
}

extension ClientProblem {
    /// What went wrong and what to do, for people.
    package var words: String {
        switch self {
        case .refused(let failure): failure.advice
        case .unsent(let words), .unreachable(let words):
            "the video service can't be reached: \(words); check the network and NEMO_API_URL"
        case .lost(let words):
            "the connection broke (\(words)) and the timeline did not change in five looks; "
                + "nothing was sent again: look with \"explainer cloud state\", then say it again"
        case .tooLong(let minutes):
            "the agent was not done after \(minutes) minutes; nothing was sent again: look later "
                + "with \"explainer cloud state\""
        case .address(let words), .local(let words), .file(_, let words): words
        case .nothingToExport:
            "the timeline is empty: upload something or say what to make, then export"
        case .renderFailed(let id, let words): "the render \(id) failed: \(words)"
        case .renderUnfinished(let id):
            "the render \(id) is not done after 10 minutes and goes on: "
                + "\"explainer cloud export --resume \(id)\" looks again"
        }
    }
}

extension APIFailure {
    /// What went wrong and what to do.
    package var advice: String {
        switch known {
        case .badToken?:
            "the service does not take the token: run \"explainer cloud login\", or set a valid "
                + "NEMO_TOKEN"
        case .unknownSession?:
            "the service no longer knows the session: run \"explainer cloud session\""
        case .noCredits?: "no credits are left: \(registering ?? "top up the account")"
        case .fileType?: "the service does not take this kind of file; \(FileLimits.list)"
        case .fileSize?: "the file is too large for the service: compress or trim it"
        case .exportBlocked?:
            "the plan does not export: \(registering ?? "register or change the plan")"
        case .tooMany?: "the service is asked too often: wait a while, then try again"
        default: "the service refuses: \(message) (code \(code))"
        }
    }

    /// A link for those who have no account yet; nil for those who have.
    private var registering: String? {
        guard let bindID, bindID.hasPrefix("anon_") else { return nil }
        return "register at https://nemovideo.com/register?bind=\(ServerAddress.escape(bindID)) "
            + "to go on with this project"
    }
}
