import Foundation
import Testing

@testable import Serving

@Suite struct SessionTests {
    @Test func aSessionHasNineteenDigitsAndAFolderForItsOwnerAlone() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession()
        #expect(session.id.wholeMatch(of: /[1-9][0-9]{18}/) != nil)
        let folder = store.folder.assets(of: session.id).path
        let attributes = try FileManager.default.attributesOfItem(atPath: folder)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
    }

    @Test func aSessionIsKnownToItsOwnerAlone() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let (owner, stranger) = try (store.user("a"), store.user("b"))
        let session = try store.createSession(
            user: owner, name: "Löwe", language: "zh-CN", now: StoreFixture.now)
        #expect(try store.session(session.id, of: owner) == session)
        #expect(refusal { _ = try store.session(session.id, of: stranger) } == .unknownSession)
        #expect(refusal { _ = try store.session("1", of: owner) } == .unknownSession)
        #expect(try store.sessions(of: stranger).isEmpty)
    }

    @Test func sessionsAreListedTheNewestFirst() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let user = try store.user()
        let ids = try [3, 1, 2].map { seconds in
            try store.createSession(
                user: user, name: "\(seconds)", language: nil,
                now: StoreFixture.now.addingTimeInterval(Double(seconds))
            ).id
        }
        #expect(try store.sessions(of: user).map(\.id) == [ids[0], ids[2], ids[1]])
    }

    @Test func aSessionOfNoUserIsRefused() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        #expect(refusal { _ = try store.newSession("anon_0") } == .database)
    }
}
