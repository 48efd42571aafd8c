import Foundation
import TestSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A server that misbehaves as its paths say, written in Python: nothing of ours judges the client.
final class SocketServer {
    let port: Int
    private let process: Process

    /// nil (with a printed reason) where Python is not installed.
    static func start() throws -> SocketServer? {
        guard let python = Tool.find("python3") else { return nil }
        return try SocketServer(python)
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
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }

    // Children inherit a signal mask that holds back SIGTERM.
    func stop() { kill(process.processIdentifier, SIGKILL) }

    func url(_ path: String, host: String = "127.0.0.1") -> URL? {
        URL(string: "http://\(host):\(port)\(path)")
    }

    /// `/half` ends in the middle of the head, `/short` in the middle of the body, `/cut` in that of
    /// a chunk; `/silent` says nothing, `/drip` a little for long; `/echo` gives the request back; `/flood` sends for as long as
    /// it can, and `/sent` tells how many bytes of it went out; `/interim` begins with other heads;
    /// `/to?URL` leads there.
    private static let program = #"""
        import os, socket, socketserver, threading, time
        threading.Timer(3600, lambda: os._exit(0)).start()
        sent = 0
        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                global sent
                request = b""
                while not request.endswith(b"\r\n\r\n"):
                    byte = self.rfile.read(1)
                    if not byte: return
                    request += byte
                path = request.split(b" ")[1].decode()
                say = self.wfile.write
                if path == "/half": say(b"HTTP/1.1 200 OK\r\nContent-Le")
                elif path == "/short": say(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
                elif path == "/cut":
                    say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
                elif path == "/nonsense": say(b"\x00\x01 hello\r\n\r\n")
                elif path == "/silent": time.sleep(20)
                elif path == "/drip":
                    say(b"HTTP/1.1 200 OK\r\n\r\n")
                    for _ in range(200): say(b"."); time.sleep(0.1)
                elif path == "/interim":
                    say(b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
                    say(b"HTTP/1.1 200 OK\r\nA: 1\r\nA: 2\r\nContent-Length: 2\r\n\r\nok")
                elif path == "/echo":
                    say(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(request) + request)
                elif path == "/flood":
                    say(b"HTTP/1.1 200 OK\r\n\r\n")
                    while sent < 1 << 28:
                        say(bytes(65536)); sent += 65536
                elif path == "/sent":
                    text = str(sent).encode()
                    say(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(text) + text)
                elif path.startswith("/to?"):
                    say(b"HTTP/1.1 302 Found\r\nLocation: " + path[4:].encode())
                    say(b"\r\nContent-Length: 0\r\n\r\n")
        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            def handle_error(self, *arguments): pass
        server = Server(("0.0.0.0", 0), Handler)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """#
}
