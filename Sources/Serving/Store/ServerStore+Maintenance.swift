import Foundation
import GRDB

extension ServerStore {
    /// Reads the whole database and returns what is wrong with it; empty where it is sound.
    package func integrityCheck() throws(StoreError) -> [String] {
        try read { db in
            let words = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
            return words + orphans.map { "a row of \($0[0] as String) refers to nothing" }
        }
    }

    /// Counts what is there.
    package func sizes() throws(StoreError) -> StoreSizes {
        let database = ["", "-wal", "-shm"].reduce(0) { sum, ending in
            sum + (DurableContent.size(folder.database.path + ending) ?? 0)
        }
        return try read { db in
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            let states = try Row.fetchAll(
                db, sql: "SELECT state, count(*) AS many FROM jobs GROUP BY state")
            var renders: [RenderJob.State: Int] = [:]
            for row in states {
                if let state = RenderJob.State(rawValue: row["state"]) {
                    renders[state] = row["many"]
                }
            }
            return StoreSizes(
                users: try number("SELECT count(*) FROM users"),
                sessions: try number("SELECT count(*) FROM sessions"),
                drafts: try number("SELECT count(text) FROM steps"),
                uploads: try number("SELECT count(*) FROM uploads"), renders: renders,
                databaseBytes: database,
                contentBytes: try number(
                    "SELECT sum(size) FROM (SELECT DISTINCT hash, size FROM uploads)"),
                renderBytes: try number("SELECT sum(size) FROM jobs"))
        }
    }
}
