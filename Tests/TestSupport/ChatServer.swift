package import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A chat endpoint for tests: answers every post with what it was given.
///
/// Python's own server, so that nothing of ours judges our client.
package final class ChatServer {
    package let url: URL
    private let process: Process
    private let log: String

    /// nil (with a printed reason) where Python is not installed.
    package static func start(
        status: Int = 200, body: String, repeated: Int = 1, delay: Double = 0
    ) throws -> ChatServer? {
        let places = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
        guard let python = places.first(where: FileManager.default.isExecutableFile) else {
            print("skipped: python3 is not installed")
            return nil
        }
        return try ChatServer(python, status, body, repeated, delay)
    }

    private init(
        _ python: String, _ status: Int, _ body: String, _ repeated: Int, _ delay: Double
    ) throws {
        log = NSTemporaryDirectory() + "chat-\(UUID().uuidString).log"
        process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [
            "-c", Self.program, String(status), body, String(delay), log, String(repeated),
        ]
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
        let port = String(decoding: line, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
        guard let url = URL(string: "http://127.0.0.1:\(port)/v1") else {
            throw CocoaError(.fileReadUnknown)
        }
        self.url = url
    }

    /// What the first request sent: its path, its authorization and its body, a line each.
    package func received() throws -> [String] {
        try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    package func stop() throws {
        // Children inherit a signal mask that holds back SIGTERM.
        kill(process.processIdentifier, SIGKILL)
        if FileManager.default.fileExists(atPath: log) {
            try FileManager.default.removeItem(atPath: log)
        }
    }

    private static let program = """
        import http.server, os, sys, threading, time
        status, body, delay, log = int(sys.argv[1]), sys.argv[2], float(sys.argv[3]), sys.argv[4]
        threading.Timer(3600, lambda: os._exit(0)).start()
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                with open(log, "w") as file:
                    file.write(self.path + "\\n" + str(self.headers.get("Authorization")) + "\\n")
                    file.write(sent.replace("\\n", " ") + "\\n")
                time.sleep(delay)
                data = body.encode() * int(sys.argv[5])
                self.send_response(status)
                if 300 <= status < 400: self.send_header("Location", "http://127.0.0.1:9/")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)
            def log_message(self, *arguments): pass
        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
