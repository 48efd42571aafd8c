import Foundation
import TestSupport
import Testing

/// Servers that are killed at any moment, and started again.
struct ServeCrashTests {
    private static let picture = Fixtures.checkout.appending(path: "samples/robot.jpg").path

    @Test(arguments: [SIGKILL, SIGTERM])
    func aRenderThatWasInWorkCompletesUnderItsIdAfterARestart(signal: Int32) throws {
        let place = try Workplace()
        let first = try ServerProcess(data: place.folder.url)
        let begun = try first.python(
            #"""
            sid = session()
            upload(sid, "robot.jpg", open(sys.argv[2], "rb").read())
            say(sid, "picture 1 for 8 seconds")
            status, answer = render(sid, "render_1", resolution="480x270")
            assert status == 200, answer
            while poll("render_1")["progress"] < 10:
                time.sleep(0.02)
            print(poll("render_1")["status"])
            """#, [Self.picture])
        guard let begun else { return }
        try #require(begun == "processing")
        _ = first.stop(by: signal)
        let second = try ServerProcess(data: place.folder.url)
        let path = place.path("video.mp4")
        let size = try second.python(
            #"""
            assert poll("render_1")["status"] in ("pending", "processing"), poll("render_1")
            job = finished("render_1")
            video = download(job["outputUrl"])
            open(sys.argv[2], "wb").write(video)
            print(len(video) == job["output"]["size"])
            """#, [path])
        #expect(size == "True")
        guard let probe = try RenderedFile(path: path).probe() else { return }
        let picture = try #require(probe.streams.first { $0.codec_type == "video" })
        #expect(picture.nb_frames == "192")
    }

    @Test func serversKilledAtRandomMomentsKeepEveryAcknowledgedEdit() throws {
        guard let python = Tool.find("python3") else { return }
        let place = try Workplace()
        let kills = ProcessInfo.processInfo.environment["EXPLAINER_KILLS"] ?? "6"
        let run = try Program.run(
            [
                "-c", PythonClient.text + Self.killing, "", Program.path,
                place.path("data"), Self.picture, kills,
            ], in: place.folder.url, program: python)
        try #require(run.status == 0, "\(run.errors)\n\(run.output)")
        let answer = try #require(run.output.split(separator: "\n").last)
        let counts = try #require(answer.wholeMatch(of: /(\d+) kills, (\d+) edits, (\d+) files/))
        #expect(counts.1 == Substring(kills))
        #expect(try #require(Int(counts.2)) >= 10)
        #expect(try #require(Int(counts.3)) >= 1)
    }

    /// Thirty edits and some uploads, by a client that takes note of what it was told; the server
    /// dies meanwhile.
    private static let killing = #"""
        import atexit, hashlib, http.client, random, sqlite3, subprocess

        program, data, picture, kills = sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
        os.makedirs(data)
        dice = random.Random(42)
        broken = (OSError, http.client.HTTPException, json.JSONDecodeError)

        def start():
            global API
            server = subprocess.Popen(
                [program, "serve", "--port", "0", "--data", data, "--anonymous", "--voice", "none",
                 "--jobs", "1"], stdout=subprocess.PIPE, text=True)
            atexit.register(server.kill)
            for line in server.stdout:
                found = [w for w in line.split() if w.startswith("http://127.0.0.1:")]
                API = found[0].rstrip("/") if found else API
                if line.startswith("data:"):
                    return server
            raise SystemExit("the server did not start")

        def check():
            """What can be seen of the data folder and over HTTP is whole."""
            seen = state(sid)
            text = json.dumps(seen["draft"])
            missing = [n for n in edits if f'"{n}"' not in text]
            assert not missing, ("lost edits", missing, edits)
            known = {f["hash"]: f for f in seen["video_infos"]}
            for digest in files:
                assert digest in known, ("lost upload", digest)
            for digest, file in known.items():
                served = hashlib.sha256(download(file["cdn_url"])).hexdigest()
                assert served == digest, ("half a file", file)

        def databases():
            for folder, _, names in os.walk(data):
                for name in names:
                    path = os.path.join(folder, name)
                    with open(path, "rb") as file:
                        if file.read(15) == b"SQLite format 3":
                            yield path

        server = start()
        sid, original = session(), open(picture, "rb").read()
        status, answer = upload(sid, "robot.jpg", original)
        assert status == 200, answer
        edits, files, done, number = [], [answer["data"]["files"][0]["hash"]], 0, 0
        usual = 0.2
        while done < kills or number < 30:
            number += 1
            # Killed while it works, some times just before the answer, some just after.
            dies = done < kills and number % 2 == 0 or number > 30
            timer = threading.Timer(dice.random() * 1.3 * usual, server.kill) if dies else None
            if timer:
                timer.start()
            began = time.time()
            try:
                if number % 5 == 4:
                    status, answer = upload(sid, f"r{number}.jpg", original + bytes([number]) * 9)
                    if status == 200:
                        files.append(answer["data"]["files"][0]["hash"])
                else:
                    said = words(say(sid, f'add text "n{number}n"'))
                    if f"n{number}n" in said:
                        edits.append(f"n{number}n")
                    elif not dies:
                        raise SystemExit("not understood: " + said)
                    if not dies:
                        usual = min(time.time() - began, 0.5)
            except broken as error:
                if not dies:
                    raise
            if timer:
                timer.join()
                server.wait()
                done += 1
                found = list(databases())
                assert found, "no database"
                server = start()
                check()
        check()
        server.kill()
        server.wait()
        for path in databases():
            verdict = sqlite3.connect(path).execute("PRAGMA integrity_check").fetchall()
            assert verdict == [("ok",)], verdict
        print(f"{done} kills, {len(edits)} edits, {len(files)} files")
        """#
}
