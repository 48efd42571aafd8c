package import Foundation
import GRDB
package import VideoAPI

extension ServerStore {
    /// Returns the live token of the client, or makes one.
    ///
    /// The user behind a client stays the same, whatever becomes of the tokens.
    ///
    /// Tokens are stored as they are, not as a hash: a client that asks again gets its live token
    /// again, since clients keep their id only. The database is its owner's alone to read, and who
    /// can read it can read the drafts as well, so a hash would protect nothing.
    package func grant(clientID: String, now: Date) throws(StoreError) -> TokenGrant {
        try write { db in
            let user = try self.user(ofClient: clientID, db)
            let second = Int(now.timeIntervalSince1970.rounded(.down))
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT token, expires FROM tokens WHERE user = ? AND expires > ?
                    ORDER BY expires DESC
                    """, arguments: [user, second])
            let available = try Int.fetchOne(
                db, sql: "SELECT available FROM users WHERE id = ?", arguments: [user])
            if let row {
                return Self.tokenGrant(row["token"], user, row["expires"], available)
            }
            let token = "nmv_usr_" + RandomText.urlSafe(40)
            let expires = second + self.limits.tokenLife
            try db.execute(sql: "DELETE FROM tokens WHERE user = ?", arguments: [user])
            try db.execute(
                sql: "INSERT INTO tokens (token, user, expires) VALUES (?, ?, ?)",
                arguments: [token, user, expires])
            return Self.tokenGrant(token, user, expires, available)
        }
    }

    /// Returns the id of the user who holds `token`; nil where it is unknown or has expired.
    package func user(ofToken token: String, now: Date) throws(StoreError) -> String? {
        try read { db in
            try String.fetchOne(
                db, sql: "SELECT user FROM tokens WHERE token = ? AND expires > ?",
                arguments: [token, Int(now.timeIntervalSince1970.rounded(.down))])
        }
    }

    private func user(ofClient client: String, _ db: Database) throws -> String {
        let known = try String.fetchOne(
            db, sql: "SELECT id FROM users WHERE client = ?", arguments: [client])
        if let known { return known }
        let user = "anon_" + RandomText.decimal(24)
        try db.execute(
            sql: "INSERT INTO users (id, client, available) VALUES (?, ?, ?)",
            arguments: [user, client, limits.credits])
        return user
    }

    private static func tokenGrant(
        _ token: String, _ user: String, _ expires: Int, _ available: Int?
    ) -> TokenGrant {
        let date = Date(timeIntervalSince1970: Double(expires))
        return TokenGrant(
            token: token, userID: user, expiresAt: date.formatted(.iso8601),
            credits: available ?? 0)
    }
}
