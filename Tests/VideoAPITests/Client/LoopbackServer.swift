import Foundation
import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Python's own server, so that nothing of ours judges the transport.
final class LoopbackServer {
    let url: String
    private let process: Process

    /// nil (with a printed reason) where Python is not installed.
    static func start() throws -> LoopbackServer? {
        guard let python = Tool.find("python3") else { return nil }
        return try LoopbackServer(python)
    }

    private init(_ python: String) throws {
        process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", Self.program]
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = pipe.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            line += more
        }
        let port = String(decoding: line, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        url = "http://127.0.0.1:\(port)"
    }

    // Children inherit a signal mask that holds back SIGTERM.
    func stop() { kill(process.processIdentifier, SIGKILL) }

    /// `/form` tells the digest of an upload; `/file/N` is N bytes, `/broken/N` breaks at half of
    /// them unless asked for the rest; `/run_sse` says a word in pieces and then waits.
    private static let program = """
        import hashlib, http.server, json, os, threading, time
        threading.Timer(3600, lambda: os._exit(0)).start()
        seen = []
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def body(self):
                length = self.headers.get("Content-Length")
                if length:
                    left = int(length)
                    while left > 0:
                        data = self.rfile.read(min(65536, left))
                        if not data: return
                        left -= len(data)
                        yield data
                elif self.headers.get("Transfer-Encoding") == "chunked":
                    while True:
                        size = int(self.rfile.readline().split(b";")[0], 16)
                        data = self.rfile.read(size)
                        self.rfile.readline()
                        if size == 0: return
                        yield data
            def answer(self, data, status=200, headers={}):
                data = json.dumps(data).encode()
                self.send_response(status)
                for name, value in headers.items(): self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            def do_POST(self):
                if self.path.endswith("anonymous-token"):
                    for data in self.body(): pass
                    return self.answer({"code": 0, "data": {"token": "t", "user_id": "anon_1"}})
                if "with-session" in self.path:
                    for data in self.body(): pass
                    return self.answer({"code": 0, "data": {"session_id": "s", "task_id": "t"}})
                if "upload-video" in self.path:
                    digest, count, head = hashlib.sha256(), 0, b""
                    for data in self.body():
                        digest.update(data); count += len(data)
                        if len(head) < 400: head += data[:400]
                    return self.answer({"code": 0, "data": {"files": [
                        {"filename": head.split(b"\\r\\n\\r\\n")[0].decode(), "url": str(count),
                         "hash": digest.hexdigest(), "file_type": "video"}]}})
                if self.path == "/run_sse":
                    for data in self.body(): pass
                    self.send_response(200)
                    self.send_header("Content-Type", "text/event-stream")
                    self.send_header("Connection", "close")
                    self.end_headers()
                    line = 'data: {"text":"片头 ready"}\\r\\n\\r\\n'.encode()
                    for byte in line:
                        self.wfile.write(bytes([byte])); self.wfile.flush()
                    self.close_connection = True
                    return
                self.answer({"code": 404, "message": "no"}, 404)
            def do_GET(self):
                parts = self.path.split("/")
                if parts[1] == "file" or parts[1] == "broken":
                    size = int(parts[2])
                    data = bytes(range(251)) * 261
                    start = 0
                    asked = self.headers.get("Range")
                    if asked and self.headers.get("If-Range") == '"one"':
                        start = int(asked[6:-1])
                        self.send_response(206)
                        self.send_header("Content-Range", "bytes %d-%d/%d" % (start, size - 1, size))
                    else:
                        self.send_response(200)
                    self.send_header("ETag", '"one"')
                    self.send_header("Content-Length", str(size - start))
                    self.end_headers()
                    place = start
                    end = size if start or parts[1] == "file" else size // 2
                    while place < end:
                        piece = data[place % 251:][:min(65511, end - place)]
                        self.wfile.write(piece); place += len(piece)
                    if end < size: self.close_connection = True
                    return
                if parts[1] == "away":
                    return self.answer({}, 302, {"Location": "http://localhost:9/"})
                if parts[1] == "near":
                    return self.answer({}, 302, {"Location": "/file/10"})
                if "state" in self.path:
                    return self.answer({"code": 0, "data": {"state": {"draft": {}}}})
                self.answer({"code": 0, "data": {"available": 5, "frozen": 0, "total": 5}})
            def log_message(self, *arguments): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
