import Foundation
import VideoAPI

@testable import Serving

/// A data folder of a test's own, with a user and a session where asked for.
final class StoreFixture: Sendable {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)

    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory
            .appending(path: "store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func open(_ limits: StoreLimits = StoreLimits()) throws -> ServerStore {
        try ServerStore(folder: root.appending(path: "data"), limits: limits)
    }
}

extension ServerStore {
    func user(_ client: String = "client") throws -> String {
        try grant(clientID: client, now: StoreFixture.now).userID
    }

    func newSession(_ user: String? = nil) throws -> StoredSession {
        let owner = try user ?? self.user()
        return try createSession(
            user: owner, name: "project", language: nil, now: StoreFixture.now)
    }

    /// Commits a draft that was made from `base`.
    @discardableResult
    func add(
        _ text: String, to session: String, base: Int, key: String? = nil
    ) throws -> DraftCommit {
        try commitDraft(
            session: session, base: base, text: text, sentence: "make it \(text)",
            changes: ["it is \(text)"], key: key, now: StoreFixture.now)
    }

    /// A file that has just come in.
    func received(_ bytes: [UInt8]) throws -> URL {
        let file = folder.newIncoming()
        try Data(bytes).write(to: file)
        return file
    }

    func ask(
        _ id: String, in session: String, draft: String = "{}", order: RenderOrder = RenderOrder()
    ) throws -> RenderSubmission {
        try submit(id: id, session: session, draft: draft, order: order, now: StoreFixture.now)
    }
}

/// Runs `work`, and returns the kind of the error that it threw.
func refusal(_ work: () throws -> Void) -> StoreError.Kind? {
    do {
        try work()
        return nil
    } catch {
        return (error as? StoreError)?.kind
    }
}
