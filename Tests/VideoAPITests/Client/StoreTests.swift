import Foundation
import TestSupport
import Testing

@testable import VideoAPI

@Suite struct StoreTests {
    private let folder: TemporaryFolder
    private let server: ServerAddress

    init() throws {
        folder = try TemporaryFolder()
        server = try ServerAddress("https://a.test")
    }

    private func store(_ environment: [String: String] = [:]) -> CredentialStore {
        CredentialStore(environment: environment, home: folder.url)
    }

    @Test func whatIsSavedIsReadAgainByItsOwnerAlone() throws {
        var credentials = try store().load(for: server)
        (credentials.token, credentials.sessionID) = ("nmv_usr_1", "77")
        try store().save(credentials, for: server)
        #expect(try store().load(for: server) == credentials)
        let path = folder.path(".config/explainer/cloud.json")
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect(facts[.posixPermissions] as? Int == 0o600)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: folder.path(".config/explainer"))
        #expect(names == ["cloud.json"])
    }

    @Test func aTokenIsKnownAtTheServiceThatGaveItAlone() throws {
        var credentials = try store().load(for: server)
        credentials.token = "nmv_usr_1"
        try store().save(credentials, for: server)
        let other = try store().load(for: try ServerAddress("https://b.test"))
        #expect(other.token == nil)
        #expect(other.clientID == credentials.clientID)
    }

    @Test func theEnvironmentWinsAndItsTokenIsNotStored() throws {
        var credentials = try store().load(for: server)
        credentials.token = "stored"
        try store().save(credentials, for: server)
        let given = store(["NEMO_TOKEN": "given"])
        let loaded = try given.load(for: server)
        #expect(loaded.token == "given")
        #expect(loaded.isGivenToken)
        try given.save(loaded, for: server)
        #expect(try store().load(for: server).token == "stored")
    }

    @Test func theClientIDOfOtherClientsIsTaken() throws {
        let path = folder.url.appending(path: ".config/nemovideo")
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        try Data("their-id\n".utf8).write(to: path.appending(path: "client_id"))
        #expect(try store().load(for: server).clientID == "their-id")
        let given = try store(["NEMO_CLIENT_ID": "mine"]).load(for: server)
        #expect(given.clientID == "mine")
    }

    @Test func anIDThatCouldEndAHeaderIsRefused() {
        #expect(throws: ClientProblem.self) {
            try store(["NEMO_CLIENT_ID": "a\r\nX: y"]).load(for: server)
        }
        #expect(throws: ClientProblem.self) {
            try store(["NEMO_TOKEN": "a b"]).load(for: server)
        }
    }

    @Test func theFolderOfTheEnvironmentIsUsed() throws {
        let store = store(["XDG_CONFIG_HOME": folder.path("elsewhere")])
        #expect(store.file.path == folder.path("elsewhere/explainer/cloud.json"))
    }

    @Test(arguments: [
        "https://a.test/", "http://127.0.0.1:8080/", "http://localhost", "http://[::1]:9",
    ])
    func addressesThatKeepATokenSafeAreTaken(text: String) throws {
        #expect(try !ServerAddress(text).text.hasSuffix("/"))
    }

    @Test(arguments: [
        "http://a.test", "ftp://a.test", "a.test", "", "https://u:p@a.test", "https://a.test?x=1",
        "http://127.0.0.1.a.test", "http://127.a.test",
    ])
    func otherAddressesAreRefused(text: String) {
        #expect(throws: ClientProblem.self) { try ServerAddress(text) }
    }

    @Test func aFileOfAnotherKindOrSizeIsRefusedBeforeItIsSent() async throws {
        let text = URL(filePath: folder.path("notes.txt"))
        try Data("x".utf8).write(to: text)
        let bench = try Bench { _, _ in .json("{}") }
        let error = await #expect(throws: ClientProblem.self) {
            try await bench.client.upload(text)
        }
        guard case .file(.fileType, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let big = URL(filePath: folder.path("big.mp4"))
        #expect(FileManager.default.createFile(atPath: big.path, contents: nil))
        try FileHandle(forWritingTo: big).truncate(atOffset: 200_000_001)
        let second = await #expect(throws: ClientProblem.self) {
            try await bench.client.upload(big)
        }
        guard case .file(.fileSize, _)? = second else {
            Issue.record("\(String(describing: second))")
            return
        }
        #expect(bench.transport.requests.isEmpty)
    }
}
