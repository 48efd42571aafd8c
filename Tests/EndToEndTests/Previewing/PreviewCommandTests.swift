import Foundation
import TestSupport
import Testing

/// `explainer preview` as a process, asked by curl.
struct PreviewCommandTests {
    private static let good = draft(texts(#"{"d":1000,"tx":"Hello"}"#))

    /// The page's server until the value goes away.
    private final class Served {
        let address: String
        let key: String
        private let running: Running

        init(_ arguments: [String], in place: Workplace) throws {
            running = try Running(["preview", "--no-open"] + arguments, in: place.folder.url)
            let running = running
            running.wait { running.written().contains("key=") }
            let found = try #require(
                running.written().firstMatch(of: /(http:\S+)\/\?key=(\S+)/)?.output,
                "\(running.written("errors"))")
            (address, key) = (String(found.1), String(found.2))
        }

        deinit { _ = stop(by: SIGKILL) }

        func stop(by signal: Int32) -> Program.Run {
            running.send(signal)
            return running.finish()
        }

        /// What curl prints; nil (with a printed reason) where there is none.
        func get(_ path: String, _ options: String...) throws -> String? {
            guard let curl = Tool.find("curl") else { return nil }
            let run = try Tool.run(
                curl, ["-s", "-H", "Authorization: Bearer \(key)"] + options + [address + path])
            return run.text
        }
    }

    @Test(arguments: [
        (["nothing.json"], 3, "no such file"), (["--at", "1s"], 2, "--terminal"),
        (["--jobs", "0"], 2, "--jobs"), (["draft.json", "--port", "x"], 2, "port"),
    ])
    func badUsageIsTold(arguments: [String], status: Int32, words: String) throws {
        let place = try Workplace(Self.good)
        let run = try Program.run(["preview", "--no-open"] + arguments, in: place.folder.url)
        #expect(run.status == status)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test func aPortThatIsTakenIsTold() throws {
        let place = try Workplace(Self.good)
        let first = try Served(["draft.json"], in: place)
        let port = try #require(URL(string: first.address)?.port)
        let second = try Program.run(
            ["preview", "draft.json", "--no-open", "--port", String(port)], in: place.folder.url)
        #expect(second.status == 1)
        #expect(second.errors.contains("choose another one with --port"))
    }

    @Test func aBrokenDraftIsServedWithWhatIsWrong() throws {
        let place = try Workplace(#"{"v":1,"t":[{"tt":7,"sg":[{"d":-5,"tx":"Hello"}]}]}"#)
        let page = try Served(["draft.json"], in: place)
        guard let text = try page.get("/api/plan") else { return }
        #expect(text.contains(#""frames":0"#))
        #expect(text.contains(#""pointer":"/t/0/sg/0/d""#))
        try place.write(Self.good, to: "draft.json")
        #expect(try page.get("/api/plan")?.contains(#""frames":10"#) == true)
        // A source that is missing, and comes.
        try place.write(draft(pictures(#"{"d":1000,"src":"a.png"}"#)), to: "draft.json")
        #expect(try page.get("/api/plan")?.contains("a.png") == true)
        let samples = Fixtures.checkout.appending(path: "samples/robot.jpg")
        try FileManager.default.copyItem(
            at: samples, to: place.folder.url.appending(path: "a.png"))
        #expect(try page.get("/api/plan")?.contains(#""problems":[]"#) == true)
    }

    @Test func aLoneDraftIsNotEditedAndASentenceBeginsAProject() throws {
        let lone = try Workplace(Self.good)
        let page = try Served(["draft.json"], in: lone)
        let sentence = [
            "-H", "Content-Type: application/json", "-d", #"{"text":"add a title \"Hi\""}"#,
        ]
        guard
            let refusal = try page.get(
                "/api/say", sentence[0], sentence[1], sentence[2], sentence[3])
        else { return }
        #expect(refusal.contains("explainer new"))
        #expect(try lone.data("draft.json") == Data(Self.good.utf8))
        let empty = try Workplace()
        try empty.write("mine", to: "notes.txt")
        let start = try Served(["."], in: empty)
        #expect(try start.get("/api/project")?.contains(#""mode":"start""#) == true)
        _ = try start.get("/api/say", sentence[0], sentence[1], sentence[2], sentence[3])
        #expect(try start.get("/api/project")?.contains(#""mode":"project""#) == true)
        // What was there before is left alone.
        #expect(try empty.names == ["notes.txt", "video-1"])
    }

    @Test(arguments: [SIGTERM, SIGINT]) func itEndsWhenAskedTo(signal: Int32) throws {
        let place = try Workplace(Self.good)
        let page = try Served(["draft.json"], in: place)
        let run = page.stop(by: signal)
        #expect(run.status == 0)
        #expect(run.errors.contains("stopped"))
    }
}
