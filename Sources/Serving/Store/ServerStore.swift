package import Foundation
import GRDB

/// The server's memory: users, sessions, drafts, uploads and renders, kept on disk.
///
/// Calls are short and block their thread; they can be made from any task, at once. What a call has
/// returned survives the death of the process; a loss of power can take the last moments along, but
/// leaves the database whole.
package final class ServerStore: Sendable {
    package let folder: StoreFolder
    package let limits: StoreLimits

    /// The name of this process' work: renders taken under another one were left by a dead server.
    let run = RandomText.urlSafe(12)

    let pool: DatabasePool
    private let lock: StoreLock

    /// Opens the data folder, which is made where it is missing.
    ///
    /// What an earlier server left is taken up: renders that it was at wait again, unless they were
    /// tried too often, and the credits that it held are free.
    ///
    /// - Parameters:
    ///   - folder: The data folder.
    ///   - limits: How much is taken.
    /// - Throws: where another server has the folder, or it can't be read or written.
    package init(folder: URL, limits: StoreLimits = StoreLimits()) throws(StoreError) {
        self.folder = StoreFolder(folder.absoluteURL)
        self.limits = limits
        try self.folder.make()
        lock = try StoreLock(folder)
        pool = try Self.open(self.folder.database)
        try self.folder.emptyIncoming()
        try recover()
    }

    private static func open(_ file: URL) throws(StoreError) -> DatabasePool {
        do {
            try DurableContent.touch(file.path)
            var configuration = Configuration()
            configuration.foreignKeysEnabled = true
            configuration.busyMode = .timeout(5)
            let pool = try DatabasePool(path: file.path, configuration: configuration)
            let migrator = StoreSchema.migrator
            guard try !pool.read(migrator.hasBeenSuperseded) else {
                throw StoreError(
                    .newer, "\(file.path): a newer version of this program wrote it",
                    cure: "Use the newer version, or another data folder.")
            }
            try migrator.migrate(pool)
            return pool
        } catch {
            throw StoreError(error)
        }
    }

    private func recover() throws(StoreError) {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE jobs SET state = 'failed', run = NULL,
                      error = 'the server ended each time it worked on this render'
                    WHERE state = 'processing' AND attempts >= \(self.limits.attempts);
                    UPDATE jobs SET state = 'pending', progress = 0, run = NULL
                    WHERE state = 'processing';
                    UPDATE users SET available = available + frozen, frozen = 0 WHERE frozen > 0;
                    DELETE FROM reservations;
                    """)
        }
    }

    func read<Value>(_ value: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool.read(value)
        } catch {
            throw StoreError(error)
        }
    }

    /// Runs `change` as one transaction: all of it is kept, or nothing where it throws.
    func write<Value>(_ change: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool.write(change)
        } catch {
            throw StoreError(error)
        }
    }
}
