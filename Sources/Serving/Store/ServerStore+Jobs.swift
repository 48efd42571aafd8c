package import Foundation
import GRDB

extension ServerStore {
    /// Puts a render into the queue, unless its id is known.
    ///
    /// Ids are told apart by user, so nobody learns of another's.
    ///
    /// - Throws: `full` where too many wait already; `unknownSession`.
    package func submit(
        id: String, session: String, draft: String, order: RenderOrder, now: Date
    ) throws(StoreError) -> RenderSubmission {
        let options = try Self.text(of: order)
        let hash = DurableContent.digest(of: [session, draft, options])
        return try write { db in
            let owner = try String.fetchOne(
                db, sql: "SELECT user FROM sessions WHERE id = ?", arguments: [session])
            guard let owner else { throw StoreError.noSession }
            let known = try Row.fetchOne(
                db, sql: "SELECT * FROM jobs WHERE user = ? AND id = ?", arguments: [owner, id])
            if let known {
                return known["hash"] == hash ? .existing(self.job(known)) : .conflict
            }
            try self.checkRoom(session, db)
            let row = try Row.fetchOne(
                db,
                sql: """
                    INSERT INTO jobs (key, user, id, session, hash, draft, options, created)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
                    """,
                arguments: [
                    RandomText.urlSafe(24), owner, id, session, hash, draft, options,
                    now.timeIntervalSince1970,
                ])
            guard let row else { throw StoreError.noJob }
            return .new(self.job(row))
        }
    }

    /// Returns a render by the client's id for it.
    ///
    /// - Throws: `unknownJob` where the user has none of this id.
    package func job(_ id: String, of user: String) throws(StoreError) -> RenderJob {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM jobs WHERE user = ? AND id = ?", arguments: [user, id])
            guard let row else { throw StoreError.noJob }
            return self.job(row)
        }
    }

    /// Returns a render by our own name for it.
    ///
    /// - Throws: `unknownJob` where there is none.
    package func job(key: String) throws(StoreError) -> RenderJob {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM jobs WHERE key = ?", arguments: [key])
            guard let row else { throw StoreError.noJob }
            return self.job(row)
        }
    }

    /// Ends a render that waits or is at work; one that is finished stays as it is.
    ///
    /// Who works on it learns it from `report`.
    package func cancel(
        _ id: String, of user: String, now: Date
    ) throws(StoreError) -> RenderJob {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE jobs SET state = 'cancelled', finished = ?
                    WHERE user = ? AND id = ? AND state IN ('pending', 'processing')
                    """, arguments: [now.timeIntervalSince1970, user, id])
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM jobs WHERE user = ? AND id = ?", arguments: [user, id])
            guard let row else { throw StoreError.noJob }
            return self.job(row)
        }
    }

    private func checkRoom(_ session: String, _ db: Database) throws {
        let waiting = "SELECT count(*) FROM jobs WHERE state = 'pending'"
        let own = try Int.fetchOne(db, sql: "\(waiting) AND session = ?", arguments: [session]) ?? 0
        let all = try Int.fetchOne(db, sql: waiting) ?? 0
        guard own < limits.waitingInSession, all < limits.waiting else {
            let count = own < limits.waitingInSession ? all : own
            throw StoreError(
                .full(retryAfter: limits.retryAfter), "\(count) renders are waiting already",
                cure: "Ask again in \(limits.retryAfter) seconds.")
        }
    }

    func job(_ row: Row) -> RenderJob {
        var job = RenderJob(
            key: row["key"], id: row["id"], user: row["user"], session: row["session"],
            state: RenderJob.State(rawValue: row["state"]) ?? .failed, progress: row["progress"],
            error: row["error"], created: Date(timeIntervalSince1970: row["created"]))
        job.finished = (row["finished"] as Double?).map(Date.init(timeIntervalSince1970:))
        if let file: String = row["file"] {
            job.file = folder.renders.appending(path: file)
            job.result = RenderedFile(duration: row["duration"] ?? 0, size: row["size"] ?? 0)
        }
        return job
    }

    private static func text(of order: RenderOrder) throws(StoreError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return String(decoding: try encoder.encode(order), as: UTF8.self)
        } catch {
            throw StoreError(error)
        }
    }
}
