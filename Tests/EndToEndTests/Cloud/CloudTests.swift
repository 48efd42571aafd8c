import Foundation
import TestSupport
import Testing

/// `explainer cloud` without a service: what is refused, and with which exit code.
struct CloudTests {
    private func run(
        _ arguments: [String], at address: String, in folder: TemporaryFolder
    ) throws -> Program.Run {
        try Program.run(
            ["cloud"] + arguments, in: folder.url,
            wrapper: [
                "/usr/bin/env", "NEMO_API_URL=\(address)", "NEMO_TOKEN=nmv_usr_secret",
                "XDG_CONFIG_HOME=\(folder.path("config"))", "HOME=\(folder.url.path)",
            ])
    }

    @Test func aServiceThatIsNotThereExitsWithFour() throws {
        let folder = try TemporaryFolder()
        let run = try run(["credits"], at: "http://127.0.0.1:9/", in: folder)
        #expect(run.status == 4)
        #expect(run.errors.contains("can't be reached"))
        #expect(!(run.errors + run.output).contains("secret"))
    }

    @Test func anAddressThatWouldShowTheTokenExitsWithTwo() throws {
        let folder = try TemporaryFolder()
        let run = try run(["credits"], at: "http://video.test", in: folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("use https"))
    }

    @Test func aFileOfAnotherKindExitsWithThreeBeforeAnythingIsSent() throws {
        let folder = try TemporaryFolder()
        try Data("x".utf8).write(to: URL(filePath: folder.path("notes.txt")))
        let run = try run(["upload", "notes.txt"], at: "http://127.0.0.1:9", in: folder)
        #expect(run.status == 3)
        #expect(run.errors.contains("mp4 mov avi"))
    }

    @Test func aScriptIsAskedForInASessionThatIsNotKept() throws {
        let place = try Workplace()
        let server = try ServerProcess(data: place.folder.url.appending(path: "data"))
        let wrapper = [
            "/usr/bin/env", "NEMO_API_URL=\(server.address)", "NEMO_CLIENT_ID=client-1",
            "XDG_CONFIG_HOME=\(place.path("config"))",
        ]
        let login = try Program.run(
            ["cloud", "session"], in: place.folder.url, wrapper: wrapper)
        try #require(login.status == 0, "\(login.errors)")
        let file = URL(filePath: place.path("config/explainer/cloud.json"))
        let before = try String(contentsOf: file, encoding: .utf8)
        let dusk = Fixtures.checkout.appending(path: "samples/dusk.png").path
        let run = try Program.run(
            ["make", dusk, "explain it", "--dry-run", "--script-backend", "nemo"],
            in: place.folder.url, wrapper: wrapper)
        // The server of this program writes no scripts, and says so in a sentence.
        #expect(run.status == 0)
        #expect(run.errors.contains("The built-in script is used: The script model's answer"))
        #expect(try String(contentsOf: file, encoding: .utf8) == before)
        let cancel = try Program.run(
            ["cloud", "cancel", "none"], in: place.folder.url, wrapper: wrapper)
        #expect(cancel.status == 4)
    }

    @Test(arguments: [
        ["cancel"], ["cancel", ""], ["say"], ["say", " "], ["upload"], ["export", "--resume", ""],
    ])
    func badUsageExitsWithTwo(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        #expect(try run(arguments, at: "http://127.0.0.1:9", in: folder).status == 2)
    }
}
