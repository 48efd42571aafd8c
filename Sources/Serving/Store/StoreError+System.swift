import Foundation
import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

extension StoreError {
    /// What the system said about `path`.
    static func system(_ path: String, _ attempt: String, _ number: Int32) -> StoreError {
        let cure =
            switch number {
            case EACCES, EPERM, EROFS: "Check who may write in this folder."
            case ENOSPC, EDQUOT: "Make room on this disk."
            default: ""
            }
        return StoreError(
            .system, "\(path): \(attempt): \(String(cString: strerror(number)))", cure: cure)
    }

    /// Any error of a transaction as one of ours.
    init(_ error: any Error) {
        switch error {
        case let own as StoreError:
            self = own
        case let error as DatabaseError:
            self = Self.database(error)
        default:
            self.init(.system, error.localizedDescription)
        }
    }

    private static func database(_ error: DatabaseError) -> StoreError {
        let cure =
            switch error.resultCode {
            case .SQLITE_FULL: "Make room on this disk."
            case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                "Stop the server and put back a copy of its data folder."
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
                "Check who may write in the data folder."
            default: ""
            }
        // Not the whole description: it can hold the arguments, and a token may be among them.
        return StoreError(
            .database, "the database: \(error.message ?? "\(error.resultCode)")", cure: cure)
    }

    static let noSession = StoreError(
        .unknownSession, "there is no such session", cure: "Create another one.")
    static let noJob = StoreError(.unknownJob, "there is no such render")
}
