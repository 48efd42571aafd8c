import Foundation
import Testing

@testable import Serving

@Suite struct UploadTests {
    /// SHA-256 of "abc" (FIPS 180-4, example 1).
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    private static func add(
        _ bytes: String, _ name: String, to session: String, _ store: ServerStore
    ) throws -> StoredUpload {
        try store.addUpload(
            session: session, original: name, facts: ExaminedFile(.image),
            file: try store.received(Array(bytes.utf8)), now: StoreFixture.now)
    }

    @Test func aFileLiesUnderItsHashAndInTheSessionsAssets() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        let upload = try Self.add("abc", "cat.png", to: session, store)
        #expect(upload.hash == Self.abc)
        #expect(upload.size == 3)
        #expect(upload.source == "assets/cat.png")
        let content = store.folder.root.appending(
            path: "files/ba/\(Self.abc.dropFirst(2))")
        let asset = store.folder.session(session).appending(path: upload.source)
        for file in [content, asset] {
            #expect(try Data(contentsOf: file) == Data("abc".utf8))
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: store.folder.incoming.path).isEmpty)
    }

    @Test func factsAndOrderComeBackAsTheyWereGiven() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        var facts = ExaminedFile(.video)
        (facts.duration, facts.width, facts.height) = (1.5, 640, 360)
        facts.framesPerSecond = 29.97
        let first = try store.addUpload(
            session: session, original: "b.mp4", facts: facts, file: try store.received([1]),
            now: StoreFixture.now)
        let second = try Self.add("abc", "a.png", to: session, store)
        #expect(first.facts == facts)
        #expect(try store.uploads(of: session) == [first, second])
        #expect(try store.upload(second.id) == second)
        #expect(try store.upload("file_0") == nil)
        #expect(try store.uploads(of: try store.newSession().id).isEmpty)
    }

    @Test func theSameContentIsStoredOnce() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let (one, two) = try (store.newSession().id, store.newSession().id)
        let first = try Self.add("abc", "cat.png", to: one, store)
        #expect(try Self.add("abc", "cat.png", to: one, store) == first)
        #expect(try Self.add("abc", "other.png", to: one, store).name == "other.png")
        #expect(try Self.add("abc", "cat.png", to: two, store).id != first.id)
        #expect(try store.uploads(of: one).count == 2)
        #expect(try store.sizes().contentBytes == 3)
        let folder = store.folder.root.appending(path: "files/ba").path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
    }

    @Test func anotherFileOfTheSameNameGetsANumber() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        let names = try ["1", "2", "3"].map { try Self.add($0, "a.png", to: session, store).name }
        #expect(names == ["a.png", "a-2.png", "a-3.png"])
        #expect(try Self.add("4", "A.PNG", to: session, store).name == "A-4.PNG")
    }

    @Test func manyFilesOfOneNameThatComeAtOnceAreAllThere() async throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        let session = try store.newSession().id
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask { _ = try Self.add("\(number % 10)", "a.png", to: session, store) }
            }
            try await group.waitForAll()
        }
        let uploads = try store.uploads(of: session)
        #expect(uploads.count == 10)
        let assets = store.folder.assets(of: session).path
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: assets).sorted()
                == uploads.map(\.name).sorted())
        #expect(Set(uploads.map(\.hash)).count == 10)
        for upload in uploads {
            let asset = store.folder.session(session).appending(path: upload.source)
            #expect(try DurableContent.digest(asset.path).hash == upload.hash)
        }
    }

    @Test func anUploadIntoNoSessionIsRefused() throws {
        let fixture = try StoreFixture()
        let store = try fixture.open()
        for id in ["1", "../incoming", ""] {
            #expect(refusal { _ = try Self.add("abc", "a.png", to: id, store) } == .unknownSession)
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/shm")))
    func contentOnAnotherDiskIsCopiedAndATakenNameIsLeftAlone() throws {
        let fixture = try StoreFixture()
        let content = URL(filePath: "/dev/shm/store-\(UUID().uuidString)")
        try Data("abc".utf8).write(to: content)
        defer { try? FileManager.default.removeItem(at: content) }
        let name = fixture.root.appending(path: "a.png")
        #expect(try DurableContent.link(content, as: name))
        #expect(try Data(contentsOf: name) == Data("abc".utf8))
        try Data("def".utf8).write(to: content)
        #expect(try !DurableContent.link(content, as: name))
        #expect(try Data(contentsOf: name) == Data("abc".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.root.path) == ["a.png"])
    }

    @Test(arguments: [
        ("cat.png", "cat.png"), ("../../etc/passwd", "passwd"), ("C:\\x\\löwe.JPG", "löwe.JPG"),
        ("..", "file"), ("", "file"), (".hidden", "hidden"), ("a\nb.png", "a-b.png"),
        ("a\u{202E}gnp.exe", "agnp.exe"), ("$(rm).png", "-(rm).png"), ("猫.png", "猫.png"),
        ("a/..", "file"), ("x/\u{301}../\u{301}a", "\u{301}a"), (".png", "png"),
        ("a\u{0}.png", "a-.png"),
    ])
    func namesAreKeptAsFarAsTheyAreSafe(original: String, name: String) {
        #expect(AssetName(original).numbered(1) == name)
    }

    @Test(arguments: 1...5)
    func anyNameBecomesOneThatAFileCanHave(seed: UInt64) throws {
        let fixture = try StoreFixture()
        var random = SeededRandom(state: seed)
        let special = Array("./\\ -_:a\u{301}\u{0}\n\u{2028}\u{202E}\u{FEFF}猫😀".unicodeScalars)
        for _ in 0..<200 {
            let length = Int.random(in: 0..<400, using: &random)
            // Few kinds in a name: long runs of marks and dots are the hard ones.
            let kinds = special.shuffled(using: &random).prefix(3)
            let scalars = (0..<length).compactMap { _ in kinds.randomElement(using: &random) }
            let original = String(String.UnicodeScalarView(scalars))
            let name = AssetName(original).numbered(2)
            let file = fixture.root.appending(path: name)
            #expect(file.deletingLastPathComponent().path == fixture.root.path)
            #expect(name.utf8.first != UInt8(ascii: ".") && !name.utf8.contains(UInt8(ascii: "/")))
            try Data().write(to: file)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: fixture.root.path) == [name])
            try FileManager.default.removeItem(at: file)
        }
    }

    @Test func aLongNameIsCutAndKeepsItsEnding() {
        let name = AssetName(String(repeating: "猫", count: 300) + ".png").numbered(12)
        // 33 of three bytes each are the most below 100.
        #expect(name == String(repeating: "猫", count: 33) + "-12.png")
    }
}
