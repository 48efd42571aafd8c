import Foundation

/// The codes of the API's envelope.
package enum APICode: Int, Hashable, Sendable, CaseIterable {
    case ok = 0
    /// The token is bad or has expired.
    case badToken = 1001
    /// The session is not known.
    case unknownSession = 1002
    case noCredits = 2001
    /// A file of a kind that is not taken.
    case fileType = 4001
    /// A file that is too large.
    case fileSize = 4002
    /// A request that can't be understood.
    case badRequest = 400
    /// Attribution headers are missing, or the plan does not export.
    case exportBlocked = 402
    case notFound = 404
    case conflict = 409
    case tooMany = 429
    case failed = 500

    /// The HTTP status that goes with the code.
    package var status: Int {
        switch self {
        case .ok: 200
        case .badToken: 401
        case .unknownSession: 404
        case .noCredits: 403
        case .fileType: 415
        case .fileSize: 413
        case .badRequest: 400
        case .exportBlocked: 402
        case .notFound: 404
        case .conflict: 409
        case .tooMany: 429
        case .failed: 500
        }
    }
}

/// An answer that is no success.
package struct APIFailure: Error, Hashable, Sendable {
    /// The envelope's code; the HTTP status where the body had none.
    package var code: Int
    package var message: String
    /// Seconds to wait, where the server said so.
    package var retryAfter: Int?
    /// `bind_id`: what a registration link names.
    package var bindID: String?

    package init(code: Int, message: String, retryAfter: Int? = nil, bindID: String? = nil) {
        self.code = code
        self.message = message
        self.retryAfter = retryAfter
        self.bindID = bindID
    }

    package init(_ code: APICode, _ message: String, retryAfter: Int? = nil) {
        self.init(code: code.rawValue, message: message, retryAfter: retryAfter)
    }

    package var known: APICode? { APICode(rawValue: code) }
}
