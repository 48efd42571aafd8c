package import Foundation
import GRDB

extension ServerStore {
    /// Takes the next render to do it; nil where none waits.
    ///
    /// It is the oldest of the session from which the last was taken longest ago, so a session with
    /// many renders does not keep the others waiting.
    package func takeNext() throws(StoreError) -> RenderTask? {
        try write { db in
            let next = try Row.fetchOne(
                db,
                sql: """
                    SELECT j.number, j.session FROM jobs j JOIN sessions s ON s.id = j.session
                    WHERE j.state = 'pending' ORDER BY s.served, j.number LIMIT 1
                    """)
            guard let next else { return nil }
            let (number, session): (Int, String) = (next["number"], next["session"])
            try db.execute(
                sql: """
                    UPDATE sessions SET served = (SELECT max(served) FROM sessions) + 1
                    WHERE id = ?
                    """, arguments: [session])
            let row = try Row.fetchOne(
                db,
                sql: """
                    UPDATE jobs SET state = 'processing', run = ?, attempts = attempts + 1
                    WHERE number = ? RETURNING *
                    """, arguments: [self.run, number])
            return try row.map { row in
                RenderTask(
                    job: self.job(row), draft: row["draft"],
                    order: try JSONDecoder().decode(
                        RenderOrder.self, from: Data((row["options"] as String).utf8)))
            }
        }
    }

    /// Where the file of a render is written while it is not whole.
    package func workingFile(of job: RenderJob) -> URL {
        folder.incoming.appending(path: "\(job.key).mp4")
    }

    /// Says how far a render is, 0...100.
    ///
    /// - Returns: false where it is no longer wanted, so work on it should end.
    package func report(_ progress: Int, of job: RenderJob) throws(StoreError) -> Bool {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE jobs SET progress = max(progress, ?)
                    WHERE key = ? AND state = 'processing' AND run = ?
                    """, arguments: [min(max(progress, 0), 100), job.key, self.run])
            return db.changesCount == 1
        }
    }

    /// Takes over the finished file of a render, and then says that it is done.
    ///
    /// - Parameters:
    ///   - job: A render that this process has taken.
    ///   - file: The whole video, in the data folder; it is moved away.
    ///   - result: What it is.
    ///   - now: The time.
    /// - Throws: `notProcessing` where it was cancelled meanwhile; the file is removed then.
    package func complete(
        _ job: RenderJob, file: URL, result: RenderedFile, now: Date
    ) throws(StoreError) {
        let name = "\(job.key).mp4"
        let place = folder.renders.appending(path: name)
        try DurableContent.move(file, to: place)
        do {
            try finish(
                job, "state = 'completed', progress = 100, file = ?, duration = ?, size = ?",
                [name, result.duration, result.size], now)
        } catch {
            do {
                try FileManager.default.removeItem(at: place)
            } catch let other {
                throw StoreError(other)
            }
            throw error
        }
    }

    /// Says that a render failed, and why, in words for people.
    ///
    /// - Throws: `notProcessing` where it was cancelled meanwhile.
    package func fail(_ job: RenderJob, _ words: String, now: Date) throws(StoreError) {
        try finish(job, "state = 'failed', error = ?", [words], now)
    }

    /// Lets a render wait again that is given up since the server is asked to end.
    ///
    /// - Throws: `notProcessing` where it was cancelled meanwhile.
    package func putBack(_ job: RenderJob) throws(StoreError) {
        try change(job, "state = 'pending', progress = 0, run = NULL, attempts = attempts - 1", [])
    }

    private func finish(
        _ job: RenderJob, _ columns: String, _ values: StatementArguments, _ now: Date
    ) throws(StoreError) {
        try change(job, "\(columns), finished = ?", values + [now.timeIntervalSince1970])
    }

    private func change(
        _ job: RenderJob, _ columns: String, _ values: StatementArguments
    ) throws(StoreError) {
        try write { db in
            try db.execute(
                sql:
                    "UPDATE jobs SET \(columns) WHERE key = ? AND state = 'processing' AND run = ?",
                arguments: values + [job.key, self.run])
            guard db.changesCount == 1 else {
                throw StoreError(.notProcessing, "this render is not being worked on")
            }
        }
    }
}
