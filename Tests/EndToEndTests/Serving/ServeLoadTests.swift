import Foundation
import TestSupport
import Testing

/// Large uploads and many clients.
struct ServeLoadTests {
    @Test func aLargeUploadNeedsLittleMemoryAndALargerOneIsRefused() throws {
        let place = try Workplace()
        let server = try ServerProcess(data: place.folder.url)
        guard let curl = Tool.find("curl") else { return }
        guard let session = try server.python("print(token(), session())") else { return }
        let words = session.split(separator: " ").map(String.init)
        try #require(words.count == 2)
        let address = "\(server.address)/api/upload-video/nemo_agent/me/\(words[1])"
        let login = ["-s", "-H", "Authorization: Bearer \(words[0])"]
        try writeSilence(bytes: 199_000_000, to: place.path("long.wav"))
        let taken = try Tool.run(
            curl, login + ["-F", "files=@\(place.path("long.wav"))", address])
        #expect(taken.text.contains(#""code":0"#), "\(taken.text)")
        #expect(taken.text.contains(#""file_type":"audio""#), "\(taken.text)")
        try writeSilence(bytes: 201_000_000, to: place.path("longer.wav"))
        let refused = try Tool.run(
            curl, login + ["-F", "files=@\(place.path("longer.wav"))", address])
        #expect(refused.text.contains(#""code":4002"#), "\(refused.text)")
        // Without a length that is told before.
        let streamed = try Tool.run(
            curl,
            login + [
                "-H", "Transfer-Encoding: chunked", "-F",
                "files=@\(place.path("longer.wav"))", address,
            ])
        #expect(streamed.text.contains(#""code":4002"#), "\(streamed.text)")
        guard let peak = try peakMemory(of: server.processIdentifier) else { return }
        #expect(peak < 150_000, "\(peak) KiB")
    }

    /// A WAV file of 48 kHz, 16 bit, stereo (RIFF, Multimedia Programming Interface 1.0), sparse on
    /// disk.
    private func writeSilence(bytes: Int, to path: String) throws {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let format = number(1, 2) + number(2, 2) + number(48_000, 4) + number(192_000, 4)
        let head =
            Array("RIFF".utf8) + number(bytes - 8, 4) + Array("WAVEfmt ".utf8) + number(16, 4)
            + format + number(4, 2) + number(16, 2) + Array("data".utf8) + number(bytes - 44, 4)
        try Data(head).write(to: URL(filePath: path))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.truncate(atOffset: UInt64(bytes))
        try file.close()
    }

    /// The most memory that a process has had, in KiB; nil where the system does not tell.
    private func peakMemory(of process: Int32) throws -> Int? {
        guard FileManager.default.fileExists(atPath: "/proc/self/status") else {
            print("skipped: this system has no /proc")
            return nil
        }
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let peak = try #require(text.firstMatch(of: /VmHWM:\s+(\d+) kB/)).output.1
        return Int(peak)
    }

    @Test func manyClientsAreAnsweredWhileARenderRuns() throws {
        let place = try Workplace()
        let server = try ServerProcess(data: place.folder.url)
        let picture = Fixtures.checkout.appending(path: "samples/robot.jpg").path
        guard let output = try server.python(Self.load, [picture]) else { return }
        let counts = try #require(output.wholeMatch(of: /(\d+) answers, (\d+) busy, errors: \[\]/))
        #expect(try #require(Int(counts.1)) >= 32)
    }

    private static let load = #"""
        import collections

        sid = session()
        upload(sid, "robot.jpg", open(sys.argv[2], "rb").read())
        say(sid, "picture 1 for 60 seconds")
        draft = state(sid)["draft"]
        status, answer = render(sid, "render_1", draft, resolution="640x360")
        assert status == 200, answer
        while poll("render_1")["status"] == "pending":
            time.sleep(0.02)
        counts, errors = collections.Counter(), []
        end = time.time() + 5

        def client(number):
            while time.time() < end:
                try:
                    status, answer = call("GET", [
                        f"/api/state/nemo_agent/me/{sid}/latest",
                        "/api/credits/balance/simple",
                        "/api/render/proxy/lambda/render_1"][number % 3])
                    if status in (200, 429):
                        counts[status] += 1
                    else:
                        errors.append((status, answer))
                except Exception as error:
                    errors.append(repr(error))

        threads = [threading.Thread(target=client, args=(n,)) for n in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        job = poll("render_1")
        assert job["status"] == "processing", job
        call("POST", "/api/render/proxy/lambda/render_1/cancel")
        print(f"{counts[200]} answers, {counts[429]} busy, errors: {errors[:3]}")
        """#

    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalEndsTheServerPolitely(signal: Int32) throws {
        let place = try Workplace()
        let server = try ServerProcess(data: place.folder.url)
        let run = server.stop(by: signal)
        #expect(run.status == 0)
        #expect(run.errors == "stopped\n")
        #expect(run.output.contains("NEMO_API_URL=\(server.address)"))
    }

    @Test func theTokenLiesInAFileOfTheUsersAloneAndIsShownWhenAsked() throws {
        let place = try Workplace()
        let data = place.path("data")
        func output(_ options: [String]) throws -> String {
            let run = try Running(
                ["serve", "--port", "0", "--data", data] + options, in: place.folder.url)
            run.wait { run.written().contains("data: ") }
            run.send(SIGTERM)
            return run.finish().output
        }
        let quiet = try output([])
        let token = try String(contentsOfFile: data + "/token", encoding: .utf8)
            .trimmingCharacters(in: .newlines)
        #expect(token.wholeMatch(of: /nmv_usr_[A-Za-z0-9]{40}/) != nil)
        #expect(!quiet.contains(token))
        #expect(quiet.contains(data + "/token"))
        let rights = try FileManager.default.attributesOfItem(atPath: data + "/token")
        #expect(rights[.posixPermissions] as? Int == 0o600)
        #expect(try output(["--print-token"]).contains(token))
    }
}
