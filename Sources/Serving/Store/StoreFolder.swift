package import Foundation

/// Where things lie in the data folder.
package struct StoreFolder: Hashable, Sendable {
    package let root: URL

    var database: URL { root.appending(path: "explainer.sqlite") }
    var files: URL { root.appending(path: "files") }
    var sessions: URL { root.appending(path: "sessions") }
    var renders: URL { root.appending(path: "renders") }

    /// What is not whole yet; emptied when a server starts.
    package var incoming: URL { root.appending(path: "incoming") }

    init(_ root: URL) { self.root = root }

    /// The folder that the sources of a session's draft count from.
    ///
    /// The id must be one that the store gave, not one that a client named.
    package func session(_ id: String) -> URL { sessions.appending(path: id) }

    /// The media of a session's draft.
    package func assets(of session: String) -> URL {
        self.session(session).appending(path: "assets")
    }

    /// Where the content with this SHA-256 lies: `files/ab/cdef…`.
    func content(_ hash: String) -> URL {
        files.appending(path: String(hash.prefix(2))).appending(path: String(hash.dropFirst(2)))
    }

    /// A new name for a file that is being written; nothing is there yet.
    package func newIncoming(ending: String = "part") -> URL {
        incoming.appending(path: "\(RandomText.decimal(19)).\(ending)")
    }

    /// Makes the folders, for the owner alone.
    func make() throws(StoreError) {
        for folder in [root, files, sessions, renders, incoming] { try Self.make(folder) }
    }

    /// Removes what an earlier server left unfinished.
    func emptyIncoming() throws(StoreError) {
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: incoming.path) {
                try FileManager.default.removeItem(at: incoming.appending(path: name))
            }
        } catch {
            throw StoreError(error)
        }
    }

    static func make(_ folder: URL) throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError(error)
        }
    }
}
