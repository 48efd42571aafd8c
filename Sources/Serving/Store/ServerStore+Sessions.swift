package import Foundation
import GRDB

extension ServerStore {
    /// Makes a session and its folder.
    package func createSession(
        user: String, name: String, language: String?, now: Date
    ) throws(StoreError) -> StoredSession {
        let id = RandomText.decimal(19)
        // Before the row: a session without its folder can't be used, a folder alone does no harm.
        try StoreFolder.make(folder.session(id))
        try StoreFolder.make(folder.assets(of: id))
        let session = StoredSession(
            id: id, user: user, task: "task_" + RandomText.decimal(19), name: name,
            language: language, created: now, version: 0)
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO sessions (id, user, task, name, language, created)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [id, user, session.task, name, language, now.timeIntervalSince1970])
        }
        return session
    }

    /// Returns a session of `user`.
    ///
    /// - Throws: `unknownSession` where there is none, and where it is somebody else's.
    package func session(_ id: String, of user: String) throws(StoreError) -> StoredSession {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM sessions WHERE id = ? AND user = ?", arguments: [id, user])
            guard let row else { throw StoreError.noSession }
            return Self.session(row)
        }
    }

    /// Returns the sessions of `user`, the newest first.
    package func sessions(of user: String) throws(StoreError) -> [StoredSession] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM sessions WHERE user = ? ORDER BY created DESC, rowid DESC",
                arguments: [user]
            ).map(Self.session)
        }
    }

    private static func session(_ row: Row) -> StoredSession {
        StoredSession(
            id: row["id"], user: row["user"], task: row["task"], name: row["name"],
            language: row["language"], created: Date(timeIntervalSince1970: row["created"]),
            version: row["version"])
    }
}
