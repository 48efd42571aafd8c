package import Foundation
import GRDB

extension ServerStore {
    /// Takes a file that has come into a session: its bytes are kept once, however often they come.
    ///
    /// The same bytes under the same name in the same session are the upload that is there already.
    ///
    /// - Parameters:
    ///   - session: The session's id.
    ///   - original: The name that the client gave, whatever it holds.
    ///   - facts: What the file is.
    ///   - file: Where it lies, in the `incoming` folder; it is moved away.
    ///   - now: The time.
    /// - Returns: the upload, the earlier one where it came before.
    /// - Throws: `unknownSession`; what the system says about the files.
    package func addUpload(
        session: String, original: String, facts: ExaminedFile, file: URL, now: Date
    ) throws(StoreError) -> StoredUpload {
        try check(session)
        let (hash, size) = try keep(file)
        let name = try link(hash, as: original, in: session)
        let upload = StoredUpload(
            id: "file_" + RandomText.decimal(19), session: session, hash: hash, size: size,
            name: name, original: original, facts: facts, created: now)
        let kept = try write { db in
            if let known = try Self.known(upload, db) { return known }
            try Self.insert(upload, db)
            return upload
        }
        if kept.name != name { try remove(folder.assets(of: session).appending(path: name)) }
        return kept
    }

    /// Returns what was uploaded into a session, in the order it came.
    package func uploads(of session: String) throws(StoreError) -> [StoredUpload] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM uploads WHERE session = ? ORDER BY number",
                arguments: [session]
            ).map(Self.upload)
        }
    }

    /// Returns the upload with this id; nil where there is none.
    package func upload(_ id: String) throws(StoreError) -> StoredUpload? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM uploads WHERE id = ?", arguments: [id])
                .map(Self.upload)
        }
    }

    /// What is no session's id must not become part of a path.
    private func check(_ session: String) throws(StoreError) {
        let isKnown = try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT count(*) FROM sessions WHERE id = ?", arguments: [session])
        }
        guard isKnown == true else { throw StoreError.noSession }
    }

    /// Moves a file to the place that its content has.
    private func keep(_ file: URL) throws(StoreError) -> (hash: String, size: Int) {
        let (hash, size) = try DurableContent.digest(file.path)
        let place = folder.content(hash)
        let shelf = place.deletingLastPathComponent()
        if DurableContent.size(shelf.path) == nil {
            try StoreFolder.make(shelf)
            try DurableContent.sync(folder.files.path)
        }
        if DurableContent.size(place.path) == size {
            try remove(file)
        } else {
            try DurableContent.move(file, to: place)
        }
        return (hash, size)
    }

    /// Shows the content in the session's assets under a name that nothing else has there.
    private func link(
        _ hash: String, as original: String, in session: String
    ) throws(StoreError) -> String {
        let assets = folder.assets(of: session)
        let wanted = AssetName(original)
        var number = 1
        while true {
            let taken: Set<String>
            do {
                // Names that differ in case alone are the same on some disks.
                taken = Set(
                    try FileManager.default.contentsOfDirectory(atPath: assets.path)
                        .map { $0.lowercased() })
            } catch {
                throw StoreError(error)
            }
            while taken.contains(wanted.numbered(number).lowercased()) { number += 1 }
            let name = wanted.numbered(number)
            if try DurableContent.link(folder.content(hash), as: assets.appending(path: name)) {
                try DurableContent.sync(assets.path)
                return name
            }
        }
    }

    private func remove(_ file: URL) throws(StoreError) {
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            throw StoreError(error)
        }
    }

    /// The same bytes that came under the same name before.
    private static func known(_ upload: StoredUpload, _ db: Database) throws -> StoredUpload? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM uploads WHERE session = ? AND hash = ? AND original = ?",
            arguments: [upload.session, upload.hash, upload.original]
        ).map(Self.upload)
    }

    private static func insert(_ upload: StoredUpload, _ db: Database) throws {
        let facts = upload.facts
        try db.execute(
            sql: """
                INSERT INTO uploads (id, session, hash, size, name, original, kind, duration,
                  width, height, fps, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                upload.id, upload.session, upload.hash, upload.size, upload.name, upload.original,
                facts.kind.rawValue, facts.duration, facts.width, facts.height,
                facts.framesPerSecond, upload.created.timeIntervalSince1970,
            ])
    }

    private static func upload(_ row: Row) -> StoredUpload {
        var facts = ExaminedFile(ExaminedFile.Kind(rawValue: row["kind"]) ?? .video)
        facts.duration = row["duration"]
        facts.width = row["width"]
        facts.height = row["height"]
        facts.framesPerSecond = row["fps"]
        return StoredUpload(
            id: row["id"], session: row["session"], hash: row["hash"], size: row["size"],
            name: row["name"], original: row["original"], facts: facts,
            created: Date(timeIntervalSince1970: row["created"]))
    }
}
