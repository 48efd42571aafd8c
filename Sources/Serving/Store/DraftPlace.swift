import Foundation
import GRDB

/// Where a session's draft stands in its history.
///
/// The steps that can be walked are the forebears of `tip`, and `position` is one of them.
struct DraftPlace {
    let session: String
    let version: Int
    private let position: Int
    private let tip: Int

    init?(_ session: String, _ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT version, position, tip FROM sessions WHERE id = ?",
            arguments: [session])
        guard let row else { return nil }
        self.session = session
        version = row["version"]
        position = row["position"]
        tip = row["tip"]
    }

    /// How many steps lie before the current one; -1 where there is none.
    func depth(_ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT depth FROM steps WHERE session = ? AND number = ?",
            arguments: [session, position]) ?? -1
    }

    /// The number of the step of the path that has `depth` steps before it.
    func step(at depth: Int, _ db: Database) throws -> Int? {
        try Int.fetchOne(
            db,
            sql: """
                WITH RECURSIVE path(number, parent, depth) AS (
                  SELECT number, parent, depth FROM steps WHERE session = ?1 AND number = ?2
                  UNION ALL
                  SELECT s.number, s.parent, s.depth FROM path
                  JOIN steps s ON s.session = ?1 AND s.number = path.parent
                )
                SELECT number FROM path WHERE depth = ?3 LIMIT 1
                """, arguments: [session, tip, depth])
    }

    /// Writes the step behind the newest, and moves the session there.
    func take(_ step: DraftStep, _ result: DraftStep.Result, _ db: Database) throws {
        let number = version + 1
        var (target, parent, text): (Int?, Int?, String?) = (nil, nil, nil)
        var depth: Int?
        switch result {
        case .draft(let draft):
            text = draft
            parent = position == 0 ? nil : position
            depth = try self.depth(db) + 1
        case .walk(let number):
            target = number
        }
        try db.execute(
            sql: """
                INSERT INTO steps (session, number, kind, target, parent, depth, text, sentence,
                  changes, key, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                session, number, step.kind.rawValue, target, parent, depth, text, step.sentence,
                try StepChanges.encode(step.changes), step.key, step.now.timeIntervalSince1970,
            ])
        try db.execute(
            sql: "UPDATE sessions SET version = ?, position = ?, tip = ? WHERE id = ?",
            arguments: [number, target ?? number, target == nil ? number : tip, session])
    }
}
