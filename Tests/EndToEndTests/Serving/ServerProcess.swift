import Foundation
import TestSupport
import Testing

/// `explainer serve` on a free port, with a data folder of its own.
final class ServerProcess {
    let data: URL
    let address: String
    private let running: Running

    /// Starts it and waits until it says where it is.
    ///
    /// In `data`, an earlier run goes on; `options` come behind `--anonymous` and a silent voice.
    init(data: URL, _ options: [String] = []) throws {
        self.data = data
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        let running = try Running(
            [
                "serve", "--port", "0", "--data", data.path, "--anonymous", "--voice", "none",
                "--jobs", "1",
            ] + options, in: data)
        running.wait { running.written().contains("data: ") }
        let found = running.written().firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/)
        address = String(try #require(found, "\(running.written("errors"))").output)
        self.running = running
    }

    deinit { kill() }

    var processIdentifier: Int32 { running.processIdentifier }

    /// Without a warning, as a crash does.
    func kill() {
        guard running.isRunning else { return }
        running.send(SIGKILL)
        _ = running.finish()
    }

    /// Asks it to end.
    func stop(by signal: Int32 = SIGTERM) -> Program.Run {
        running.send(signal)
        return running.finish()
    }

    /// Runs a Python script of the standard library against it and returns what it prints.
    ///
    /// Nil (with a printed reason) where there is no Python.
    func python(_ script: String, _ arguments: [String] = []) throws -> String? {
        guard let python = Tool.find("python3") else { return nil }
        let run = try Program.run(
            ["-c", PythonClient.text + script, address] + arguments, in: data, program: python)
        try #require(run.status == 0, "\(run.errors)\n\(running.written("errors"))")
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// A small client of the API, of Python's standard library alone, so that nothing of ours asks.
enum PythonClient {
    static let text = #"""
        import json, os, sys, time, threading, urllib.error, urllib.request, uuid

        API = sys.argv[1]

        TOKEN = None

        def token():
            global TOKEN
            if TOKEN is None:
                request = urllib.request.Request(
                    API + "/api/auth/anonymous-token", b"", {"X-Client-Id": "test"}, method="POST")
                with urllib.request.urlopen(request, timeout=60) as answer:
                    TOKEN = json.loads(answer.read())["data"]["token"]
            return TOKEN

        def call(method, path, body=None, headers={}, timeout=60):
            """The status and the answer's JSON."""
            headers = {"Authorization": "Bearer " + token(), **headers}
            if body is not None and not isinstance(body, bytes):
                body = json.dumps(body).encode()
                headers["Content-Type"] = "application/json"
            url = path if path.startswith("http") else API + path
            request = urllib.request.Request(url, body, headers, method=method)
            try:
                with urllib.request.urlopen(request, timeout=timeout) as answer:
                    return answer.status, json.loads(answer.read())
            except urllib.error.HTTPError as error:
                return error.code, json.loads(error.read() or b"null")

        def session(**more):
            status, answer = call("POST", "/api/tasks/me/with-session/nemo_agent",
                                  {"task_name": "project"}, **more)
            assert status == 200, answer
            return answer["data"]["session_id"]

        def upload(sid, name, data, **more):
            line = uuid.uuid4().hex
            body = (f'--{line}\r\nContent-Disposition: form-data; name="files"; '
                    f'filename="{name}"\r\n\r\n').encode() + data + f"\r\n--{line}--\r\n".encode()
            return call("POST", f"/api/upload-video/nemo_agent/me/{sid}", body,
                        {"Content-Type": f"multipart/form-data; boundary={line}"}, **more)

        def say(sid, text, timeout=60):
            """The events of an answer, read line by line."""
            body = {"app_name": "nemo_agent", "user_id": "me", "session_id": sid,
                    "new_message": {"parts": [{"text": text}]}}
            request = urllib.request.Request(
                API + "/run_sse", json.dumps(body).encode(),
                {"Content-Type": "application/json", "Accept": "text/event-stream",
                 "Authorization": "Bearer " + token()})
            events = []
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                assert answer.headers["Content-Type"].startswith("text/event-stream")
                for line in answer:
                    line = line.decode().rstrip("\r\n")
                    if line.startswith("data:") and line[5:].strip():
                        events.append(json.loads(line[5:]))
            return events

        def words(events):
            parts = [p for e in events for p in (e.get("content") or {}).get("parts", [])]
            return " ".join(p["text"] for p in parts if "text" in p)

        def state(sid):
            status, answer = call("GET", f"/api/state/nemo_agent/me/{sid}/latest")
            assert status == 200, answer
            return answer["data"]["state"]

        def render(sid, rid, draft=None, **output):
            output = {"format": "mp4", "quality": "low", "resolution": "320x180", "fps": 24,
                      **output}
            return call("POST", "/api/render/proxy/lambda",
                        {"id": rid, "sessionId": sid, "draft": draft or state(sid)["draft"],
                         "output": output})

        def poll(rid):
            status, answer = call("GET", f"/api/render/proxy/lambda/{rid}")
            assert status == 200, answer
            return answer["data"]

        def finished(rid, patience=90):
            end = time.time() + patience
            while time.time() < end:
                job = poll(rid)
                if job["status"] in ("completed", "failed"):
                    assert job["status"] == "completed", job
                    return job
                time.sleep(0.1)
            raise SystemExit(f"{rid} did not end: {job}")

        def download(url):
            with urllib.request.urlopen(url, timeout=60) as answer:
                return answer.read()

        """#
}
