import Foundation

/// Why a language model gave no answer that can be used.
package struct ChatError: Error, Hashable {
    /// What went wrong and what to do, as a sentence.
    package var reason: String

    package init(_ reason: String) { self.reason = reason }
}

extension ChatError {
    /// The body of a failed answer is not shown: it may repeat what was sent.
    static func status(_ status: Int, of name: String) -> ChatError {
        switch status {
        case 401, 403:
            ChatError(
                "The \(name) refused the key (HTTP \(status)); check EXPLAINER_SCRIPT_KEY.")
        case 404:
            ChatError(
                "The \(name) was not found (HTTP 404); check --script-url and --script-model.")
        case 429: ChatError("The \(name) is busy or its quota is used up (HTTP 429).")
        default: ChatError("The \(name) answered with an error (HTTP \(status)).")
        }
    }
}
