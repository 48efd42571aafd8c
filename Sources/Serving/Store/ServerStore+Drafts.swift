package import Foundation
import GRDB

extension ServerStore {
    /// Returns the draft of a session as it stands; nil before there is one.
    package func draft(of session: String) throws(StoreError) -> StoredDraft? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT s.version, d.text, d.sentence, d.changes, d.depth, tip.depth AS most
                    FROM sessions s
                    JOIN steps d ON d.session = s.id AND d.number = s.position
                    JOIN steps tip ON tip.session = s.id AND tip.number = s.tip
                    WHERE s.id = ?
                    """, arguments: [session])
            return try row.map { row in
                let (depth, most): (Int, Int) = (row["depth"], row["most"])
                return StoredDraft(
                    version: row["version"], text: row["text"], sentence: row["sentence"],
                    changes: try StepChanges.decode(row["changes"]), undoCount: depth,
                    redoCount: most - depth)
            }
        }
    }

    /// Returns what the request with this key did to the draft; nil where it is new.
    package func commit(
        ofKey key: String, in session: String
    ) throws(StoreError) -> DraftCommit? {
        try read { db in try Self.repeated(key, session, db) }
    }

    /// Makes `text` the draft of a session, as the version behind `base`.
    ///
    /// What was undone before can't be redone after it.
    ///
    /// - Parameters:
    ///   - session: The session's id.
    ///   - base: The version that the change was made from; 0 for the first.
    ///   - text: The whole draft, as JSON.
    ///   - sentence: What was asked.
    ///   - changes: What changed by it, in words.
    ///   - key: A name for the request: one that is known does nothing a second time.
    ///   - now: The time.
    /// - Returns: the new version, or what the same request came to before.
    /// - Throws: `stale` where the draft has changed since `base`; `unknownSession`.
    package func commitDraft(
        session: String, base: Int, text: String, sentence: String, changes: [String],
        key: String? = nil, now: Date
    ) throws(StoreError) -> DraftCommit {
        let step = DraftStep(kind: .edit, sentence: sentence, changes: changes, key: key, now: now)
        return try take(step, session, base: base) { _, _ in .draft(text) }
    }

    /// Goes `distance` steps forward along the history, back where it is negative.
    ///
    /// - Parameters:
    ///   - session: The session's id.
    ///   - distance: How many steps; not 0.
    ///   - base: The version that the request was made from.
    ///   - sentence: What was asked.
    ///   - changes: What changes by it, in words.
    ///   - key: A name for the request, as for a commit.
    ///   - now: The time.
    /// - Returns: the new version, or what the same request came to before.
    /// - Throws: `noStep` where there are not as many; `stale`; `unknownSession`.
    package func walk(
        session: String, by distance: Int, base: Int, sentence: String, changes: [String] = [],
        key: String? = nil, now: Date
    ) throws(StoreError) -> DraftCommit {
        let kind: DraftStep.Kind = distance < 0 ? .undo : .redo
        let step = DraftStep(kind: kind, sentence: sentence, changes: changes, key: key, now: now)
        return try take(step, session, base: base) { db, place in
            let depth = try place.depth(db) + distance
            guard distance != 0, let target = try place.step(at: depth, db) else {
                throw Self.noStep(kind)
            }
            return .walk(target)
        }
    }

    /// Makes the first draft of a session its draft again; that can be undone.
    ///
    /// - Parameters:
    ///   - session: The session's id.
    ///   - base: The version that the request was made from.
    ///   - sentence: What was asked.
    ///   - changes: What changes by it, in words.
    ///   - key: A name for the request, as for a commit.
    ///   - now: The time.
    /// - Returns: the new version, or what the same request came to before.
    /// - Throws: `noStep` where there is no draft; `stale`; `unknownSession`.
    package func startOver(
        session: String, base: Int, sentence: String, changes: [String] = [], key: String? = nil,
        now: Date
    ) throws(StoreError) -> DraftCommit {
        let step = DraftStep(
            kind: .startOver, sentence: sentence, changes: changes, key: key, now: now)
        return try take(step, session, base: base) { db, place in
            let first = try String.fetchOne(
                db, sql: "SELECT text FROM steps WHERE session = ? AND number = 1",
                arguments: [place.session])
            guard let first else { throw Self.noStep(.startOver) }
            return .draft(first)
        }
    }

    private func take(
        _ step: DraftStep, _ session: String, base: Int,
        result: (Database, DraftPlace) throws -> DraftStep.Result
    ) throws(StoreError) -> DraftCommit {
        try write { db in
            guard let place = try DraftPlace(session, db) else { throw StoreError.noSession }
            if let key = step.key, let known = try Self.repeated(key, session, db) { return known }
            guard place.version == base else {
                throw StoreError(
                    .stale(version: place.version),
                    "the draft has changed: it stands at version \(place.version), not \(base)",
                    cure: "Read the state and ask again.")
            }
            try place.take(step, result(db, place), db)
            return DraftCommit(
                version: place.version + 1, isRepeated: false, sentence: step.sentence,
                changes: step.changes)
        }
    }

    private static func repeated(
        _ key: String, _ session: String, _ db: Database
    ) throws -> DraftCommit? {
        try Row.fetchOne(
            db, sql: "SELECT number, sentence, changes FROM steps WHERE session = ? AND key = ?",
            arguments: [session, key]
        ).map { row in
            DraftCommit(
                version: row["number"], isRepeated: true, sentence: row["sentence"],
                changes: try StepChanges.decode(row["changes"]))
        }
    }

    private static func noStep(_ kind: DraftStep.Kind) -> StoreError {
        switch kind {
        case .undo: StoreError(.noStep, "there are not as many changes to take back")
        case .redo: StoreError(.noStep, "there are not as many changes to do again")
        case .edit, .startOver: StoreError(.noStep, "there is no draft to go back to")
        }
    }
}
