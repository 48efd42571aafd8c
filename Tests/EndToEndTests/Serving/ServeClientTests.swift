import Foundation
import TestSupport
import Testing

/// `explainer serve`, asked by programs that know nothing of this one.
struct ServeClientTests {
    /// The block of docs/serve.md that is a script, made quick to render.
    private static func script() throws -> String {
        let file = Fixtures.checkout.appending(path: "docs/serve.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let block = try #require(text.components(separatedBy: "```sh\n").last)
        let script = block.components(separatedBy: "\n```")[0]
        let quick = #"quality: "low", resolution: "320x180", fps: 24"#
        try #require(script.contains(#"quality: "high""#))
        return script.replacing(#"quality: "high""#, with: quick)
    }

    @Test func theStepsOfTheDocumentationMakeAVideo() throws {
        guard Tool.find("curl") != nil, Tool.find("jq") != nil else { return }
        let place = try Workplace()
        try FileManager.default.createSymbolicLink(
            atPath: place.path("samples"),
            withDestinationPath: Fixtures.checkout.appending(path: "samples").path)
        let server = try ServerProcess(data: place.folder.url.appending(path: "data"))
        let run = try Program.run(
            ["NEMO_API_URL=\(server.address)", "/bin/sh", "-eu", "-c", Self.script()],
            in: place.folder.url, program: "/usr/bin/env")
        try #require(run.status == 0, "\(run.errors)\n\(run.output)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "robot.jpg")
        #expect(run.output.contains("What is an AI image?"))
        let file = RenderedFile(path: place.path("video.mp4"))
        guard let probe = try file.probe() else { return }
        #expect(Set(probe.streams.map(\.codec_name)).isSuperset(of: ["h264", "aac"]))
        let picture = try #require(probe.streams.first { $0.codec_type == "video" })
        #expect(picture.width == 320)
        #expect(picture.height == 180)
    }

    @Test func aPythonClientReadsEventsByHandAndGetsItsVideo() throws {
        let place = try Workplace()
        let server = try ServerProcess(data: place.folder.url)
        let picture = Fixtures.checkout.appending(path: "samples/robot.jpg").path
        guard let output = try server.python(Self.client, [picture]) else { return }
        let lines = output.split(separator: "\n")
        #expect(lines.last == "done")
    }

    /// The flow with `requests` where it is there, whose streams, forms and redirects are its own.
    private static let client = #"""
        picture = sys.argv[2]
        try:
            import requests
        except ImportError:
            requests = None
            print("skipped: requests is not installed, urllib steps in")

        if requests:
            http = requests.Session()
            http.trust_env = False
            head = {"X-Client-Id": str(uuid.uuid4()), "X-Skill-Source": "test",
                    "X-Skill-Version": "1.0", "X-Skill-Platform": "unknown"}
            grant = http.post(API + "/api/auth/anonymous-token", headers=head).json()
            assert grant["code"] == 0 and grant["token"] == grant["data"]["token"], grant
            assert grant["data"]["credits"] == 100, grant
            http.headers.update(head)
            http.headers["Authorization"] = "Bearer " + grant["data"]["token"]
            made = http.post(API + "/api/tasks/me/with-session/nemo_agent",
                             json={"task_name": "project", "language": "en"}).json()
            sid = made["data"]["session_id"]
            with open(picture, "rb") as file:
                answer = http.post(API + f"/api/upload-video/nemo_agent/me/{sid}",
                                   files=[("files", ("robot.jpg", file, "image/jpeg"))]).json()
            stored = answer["data"]["files"][0]
            assert stored["file_type"] == "image", stored
            assert http.get(stored["cdn_url"]).content == open(picture, "rb").read()
            body = {"app_name": "nemo_agent", "user_id": "me", "session_id": sid,
                    "new_message": {"parts": [{"text": 'title "Robots & you", in yellow'}]}}
            said, lines = [], []
            with http.post(API + "/run_sse", json=body, stream=True,
                           headers={"Accept": "text/event-stream"}) as stream:
                assert stream.status_code == 200
                for line in stream.iter_lines():
                    lines.append(line)
                    if line.startswith(b"data: "):
                        event = json.loads(line[6:])
                        for part in (event.get("content") or {}).get("parts", []):
                            said.append(part.get("text", ""))
            assert all(line == b"" or line.startswith(b"data: ") for line in lines), lines
            assert "Robots & you" in " ".join(said), said
            draft = http.get(API + f"/api/state/nemo_agent/me/{sid}/latest").json()
            draft = draft["data"]["state"]["draft"]
            titles = [s for t in draft["t"] if t["tt"] == 7 for s in t["sg"]]
            assert "Robots & you" in json.dumps(titles), titles
            balance = http.get(API + "/api/credits/balance/simple").json()["data"]
            assert balance["total"] == balance["available"] + balance["frozen"], balance
            rid = f"render_{int(time.time())}"
            job = http.post(API + "/api/render/proxy/lambda", json={
                "id": rid, "sessionId": sid, "draft": draft, "output": {
                    "format": "mp4", "quality": "low", "resolution": "320x180",
                    "fps": 24}}).json()
            assert job["success"] and job["data"]["id"] == rid, job
            while True:
                job = http.get(API + f"/api/render/proxy/lambda/{rid}").json()
                assert job["status"] == job["data"]["status"] != "failed", job
                if job["status"] == "completed":
                    break
                time.sleep(0.2)
            assert job["output"]["url"] == job["data"]["outputUrl"] == job["outputUrl"]
            video = requests.get(job["outputUrl"]).content  # Without the token.
            assert len(video) == job["output"]["size"], job
            part = http.get(API + f"/api/render/proxy/{rid}/download",
                            headers={"Range": "bytes=4-7"})
            assert (part.status_code, part.content) == (206, b"ftyp"), part
            gone = http.get(API + "/api/state/nemo_agent/me/1234/latest")
            assert (gone.status_code, gone.json()["code"]) == (404, 1002), gone.text
        else:
            sid = session()
            upload(sid, "robot.jpg", open(picture, "rb").read())
            assert "Robots & you" in words(say(sid, 'title "Robots & you", in yellow'))
            render(sid, "render_1")
            assert download(finished("render_1")["outputUrl"])[4:8] == b"ftyp"
        print("done")
        """#
}
