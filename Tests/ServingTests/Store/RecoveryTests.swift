import Foundation
import Testing

@testable import Serving

/// What is there after a server ended, however it did.
@Suite struct RecoveryTests {
    @Test func anEmptyFolderBecomesASoundEmptyStore() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        #expect(try store.integrityCheck().isEmpty)
        let sizes = try store.sizes()
        #expect(sizes.users == 0 && sizes.sessions == 0 && sizes.drafts == 0)
        #expect(sizes.uploads == 0 && sizes.renders.isEmpty)
        #expect(sizes.contentBytes == 0 && sizes.renderBytes == 0 && sizes.databaseBytes > 0)
    }

    @Test func whatIsThereIsCounted() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        try store.add("a", to: session, base: 0)
        try store.add("b", to: session, base: 1)
        _ = try store.ask("1", in: session)
        _ = try store.ask("2", in: session)
        let job = try #require(try store.takeNext()).job
        let file = try store.received([1, 2, 3, 4])
        try store.complete(
            job, file: file, result: RenderedFile(duration: 1, size: 4), now: StoreFixture.now)
        let sizes = try store.sizes()
        #expect(sizes.users == 1 && sizes.sessions == 1 && sizes.drafts == 2)
        #expect(sizes.renders == [.pending: 1, .completed: 1])
        #expect(sizes.renderBytes == 4)
    }

    @Test func aSecondServerOnTheSameFolderIsRefused() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        #expect(refusal { _ = try fixture.open() } == .inUse)
        _ = try store.user()
    }

    @Test func onlyTheOwnerCanReadTheFolder() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        _ = try store.user()
        let root = store.folder.root
        let rights = [
            (root, 0o700), (root.appending(path: "files"), 0o700),
            (root.appending(path: "explainer.sqlite"), 0o600),
            (root.appending(path: "explainer.sqlite-wal"), 0o600),
        ]
        for (file, expected) in rights {
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == expected)
        }
    }

    @Test func aDatabaseOfANewerProgramIsLeftAlone() throws {
        let fixture = try StoreFixture()
        let file = try fixture.open().folder.root.appending(path: "explainer.sqlite")
        // The store is closed again: the names of the changes that it has seen are in the file.
        var bytes = try Data(contentsOf: file)
        let (known, newer) = (Data("1: users".utf8), Data("9: users".utf8))
        while let place = bytes.range(of: known) { bytes.replaceSubrange(place, with: newer) }
        try bytes.write(to: file)
        #expect(refusal { _ = try fixture.open() } == .newer)
    }

    @Test func aFileThatIsNoDatabaseIsAnErrorInWords() throws {
        let fixture = try StoreFixture()
        let data = fixture.root.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data(repeating: 65, count: 9000).write(to: data.appending(path: "explainer.sqlite"))
        #expect(refusal { _ = try fixture.open() } == .database)
    }

    @Test func partsOfUploadsAreGoneAfterANewStart() throws {
        let fixture = try StoreFixture()
        let part = try fixture.open().received([1, 2, 3])
        #expect(FileManager.default.fileExists(atPath: part.path))
        let again = try fixture.open()
        #expect(!FileManager.default.fileExists(atPath: part.path))
        #expect(FileManager.default.fileExists(atPath: again.folder.incoming.path))
    }

    @Test func aRenderThatEndsTheServerThreeTimesIsNotBegunAgain() throws {
        let fixture = try StoreFixture()
        var key = ""
        for attempt in 1...3 {
            let store = try fixture.open()
            if attempt == 1 { _ = try store.ask("r", in: try store.newSession().id) }
            key = try #require(try store.takeNext()).job.key
            // What is put back in good order does not count.
            try store.putBack(try store.job(key: key))
            #expect(try store.takeNext()?.job.key == key)
        }
        let store = try fixture.open()
        #expect(try store.takeNext() == nil)
        let job = try store.job(key: key)
        #expect(job.state == .failed)
        #expect(job.error?.isEmpty == false)
    }

    /// The files as a server leaves them that is killed: copied while it has them open, with the
    /// journal that was not yet brought into the database.
    @Test func allThatWasAnsweredIsThereAfterAKill() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession()
        for number in 0..<50 { try store.add("\(number)", to: session.id, base: number) }
        for id in ["1", "2", "3"] { _ = try store.ask(id, in: session.id) }
        let done = try #require(try store.takeNext()).job
        try store.complete(
            done, file: try store.received([1]), result: RenderedFile(duration: 1, size: 1),
            now: StoreFixture.now)
        let atWork = try #require(try store.takeNext()).job
        _ = try store.report(70, of: atWork)

        let journal = store.folder.root.appending(path: "explainer.sqlite-wal").path
        #expect((DurableContent.size(journal) ?? 0) > 0)
        let copy = fixture.root.appending(path: "copy")
        try FileManager.default.copyItem(at: store.folder.root, to: copy)
        let after = try ServerStore(folder: copy)

        #expect(try after.integrityCheck().isEmpty)
        #expect(try after.draft(of: session.id)?.version == 50)
        #expect(try after.draft(of: session.id)?.text == "49")
        #expect(try after.job(key: done.key).state == .completed)
        let waiting = try after.job(key: atWork.key)
        #expect(waiting.state == .pending && waiting.progress == 0)
        #expect(try after.takeNext()?.job.id == "2")
        #expect(try after.takeNext()?.job.id == "3")
        #expect(try after.takeNext() == nil)
    }
}
