import Foundation
import TestSupport
import Testing

/// `explainer chat` on a terminal: a pseudo-terminal of Python's, so that nothing of ours types.
struct ChatTerminalTests {
    private struct Session: Decodable {
        var output: String
        var status: Int
        var isRestored: Bool
        var isRawWhileTyping: Bool
        var missed: [String]

        /// The last thing that was drawn in one row from the prompt on.
        func drew(_ text: String) -> Bool { output.contains("\u{1B}[J> " + text) }
    }

    /// Runs a chat and sends each text as soon as what it waits for has come.
    private func session(
        _ steps: [(wait: String, send: String)], signal: Int32 = 0, on terminal: String = "xterm",
        in project: ProjectFolder
    ) throws -> Session? {
        guard let python = Tool.find("python3") else { return nil }
        let steps = try JSONSerialization.data(
            withJSONObject: steps.map { [$0.wait, $0.send] })
        let run = try Program.run(
            [
                "-c", Self.script, Program.path, String(decoding: steps, as: UTF8.self),
                String(signal), project.url.path, terminal,
            ], in: project.url, program: python)
        try #require(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Session.self, from: Data(run.output.utf8))
    }

    @Test func chineseIsTypedEditedRecalledAndTheTerminalIsItselfAgain() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        let left = "\u{1B}[D"
        let session = try session(
            [
                ("\u{1B}[?2004h", "每长图片 2 秒"),
                // Before 长: past 秒, space, 2, space, 片, 图.
                ("> 每长图片 2 秒", String(repeating: left, count: 6) + "\u{7F}张"),
                ("> 每张图片 2 秒", "\r"), ("0-2s", ""), ("\u{1B}[?2004h", "\u{1B}[A"),
                ("> 每张图片 2 秒", "\u{15}status"), ("> status", "\r"), ("1920x1080", ""),
                ("\u{1B}[?2004h", "\u{4}"),
            ], in: project)
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == 0)
        #expect(session.isRawWhileTyping)
        #expect(session.isRestored)
        #expect(session.drew("每张图片 2 秒"))
        #expect(try project.must("show").output.contains("0-2s"))
        #expect(try project.text("history/chat.txt") == "每张图片 2 秒\nstatus\n")
        let file = project.url.appending(path: "history/chat.txt").path
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(rights as? Int == 0o600)
    }

    @Test func droppedFilesArePastedInBracketsAndCompletedByTab() throws {
        let project = try ProjectFolder()
        let session = try session(
            [
                ("\u{1B}[?2004h", "\u{1B}[200~\(project.place.path("0.png"))\n\u{1B}[201~"),
                ("0.png", "\r"), ("added (0-5s)", ""), ("\u{1B}[?2004h", "make it sq\t"),
                ("> make it square", "\r"), ("1:1", ""), ("\u{1B}[?2004h", "x\u{3}"),
                ("Ctrl-C once more", "\u{3}"),
            ], in: project)
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.status == 0)
        #expect(session.isRestored)
        #expect(try project.names("assets") == ["0.png"])
        #expect(try project.steps().count == 3)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalGivesTheTerminalBack(signal: Int32) throws {
        let project = try ProjectFolder()
        let session = try session(
            [("\u{1B}[?2004h", "half a line"), ("> half a line", "")], signal: signal, in: project)
        guard let session else { return }
        #expect(session.missed == [])
        #expect(session.isRawWhileTyping)
        #expect(session.isRestored)
        #expect(session.status == -Int(signal))
    }

    @Test func picturesAreShownWhereTheTerminalCanAndSomethingLooksDifferent() throws {
        let project = try ProjectFolder()
        try project.must("add", "../0.png")
        let steps = [
            ("\u{1B}[?2004h", "fade out\r"), ("Timeline", ""), ("\u{1B}[?2004h", "lo-fi\r"),
            ("lo-fi", ""), ("Timeline", ""), ("\u{1B}[?2004h", "show\r"),
            ("\u{1B}[?2004h", "\u{4}"),
        ]
        let mark = "\u{1B}_Gf=100,a=T,q=2,"
        guard let kitty = try session(steps, on: "xterm-kitty", in: project) else { return }
        #expect(kitty.missed == [])
        let pictures = kitty.output.components(separatedBy: mark).dropFirst()
        // That of the fade and that of "show"; music looks like nothing.
        #expect(pictures.count == 2)
        for picture in pictures {
            let start = picture.drop { $0 != ";" }.dropFirst().prefix(32)
            let header = try #require(Data(base64Encoded: String(start)))
            #expect(Array(header.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            #expect(Array(header[16..<24]) == [0, 0, 0x01, 0xE0, 0, 0, 0x01, 0x0E])  // 480 x 270
        }
        try project.must("undo", "2")
        let plain = try #require(try session(steps, in: project))
        #expect(plain.missed == [])
        #expect(!plain.output.contains("\u{1B}_G"))
        #expect(plain.output.contains("explainer frame --at 0s -o frame.png"))
    }

    private static let script = """
        import json, os, pty, select, signal, sys, termios, time
        steps, number = json.loads(sys.argv[2]), int(sys.argv[3])
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(sys.argv[4])
            environment = {key: os.environ[key] for key in os.environ
                           if key not in ("TERM_PROGRAM", "KITTY_WINDOW_ID", "LC_TERMINAL", "TMUX")}
            environment["TERM"] = sys.argv[5]
            os.execve(sys.argv[1], [sys.argv[1], "chat"], environment)
        before, raw, output, missed, place = termios.tcgetattr(terminal), False, b"", [], 0
        def read(seconds):
            global output
            if select.select([terminal], [], [], seconds)[0]:
                try: data = os.read(terminal, 65536)
                except OSError: return False
                output += data
                return bool(data)
            return True
        for wait, send in steps:
            end = time.time() + 30
            while wait.encode() not in output[place:] and time.time() < end:
                if not read(0.05): break
            if wait.encode() not in output[place:]: missed.append(wait)
            else: place = output.index(wait.encode(), place) + len(wait.encode())
            raw = raw or not termios.tcgetattr(terminal)[3] & (termios.ICANON | termios.ECHO)
            os.write(terminal, send.encode())
        if number: os.kill(child, number)
        end, status = time.time() + 30, None
        while time.time() < end:
            read(0.05)
            done, code = os.waitpid(child, os.WNOHANG)
            if done:
                status = -os.WTERMSIG(code) if os.WIFSIGNALED(code) else os.WEXITSTATUS(code)
                break
        if status is None:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            status = 999
        print(json.dumps({
            "output": output.decode(errors="replace"), "status": status, "missed": missed,
            "isRestored": termios.tcgetattr(terminal) == before, "isRawWhileTyping": raw}))
        """
}
