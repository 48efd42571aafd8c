import Foundation
import TestSupport
import Testing

/// `explainer preview --terminal` on a pseudo-terminal of Python's, so that nothing of ours types.
struct PreviewTerminal: Decodable {
    /// All that came.
    var output: String
    var status: Int
    var isRestored: Bool
    var isRaw: Bool

    /// What was waited for in vain.
    var missed: [String]

    /// What is done as soon as a text has come.
    enum Action {
        case send(String)
        case write(String, to: String)
        case copy(String, to: String)
        case resize(columns: Int, rows: Int)
        case signal(Int32)

        fileprivate var words: [String] {
            switch self {
            case .send(let keys): ["send", keys]
            case .write(let text, let path): ["write", text, path]
            case .copy(let from, let to): ["copy", from, to]
            case .resize(let columns, let rows): ["resize", "\(columns)", "\(rows)"]
            case .signal(let number): ["signal", "\(number)"]
            }
        }
    }

    /// Runs a preview of `draft.json` in `place` on a terminal of 80 by 24, whose `answer` to a
    /// question for its attributes and whose `environment` say what it is.
    ///
    /// nil (with a printed reason) where there is no Python.
    static func run(
        _ steps: [(wait: String, then: Action)], options: [String] = [],
        answer: String = "\u{1B}[?62;22c",
        environment: [String: String] = ["TERM": "xterm", "COLORTERM": "truecolor"],
        in place: Workplace
    ) throws -> PreviewTerminal? {
        guard let python = Tool.find("python3") else { return nil }
        let order: [String: Any] = [
            "command": [Program.path, "preview", "draft.json", "--terminal"] + options,
            "steps": steps.map { [$0.wait] + $0.then.words }, "answer": answer,
            "environment": environment,
        ]
        let text = String(
            decoding: try JSONSerialization.data(withJSONObject: order), as: UTF8.self)
        let run = try Program.run(
            ["-c", script, text], in: place.folder.url, program: python)
        try #require(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(PreviewTerminal.self, from: Data(run.output.utf8))
    }

    /// What was drawn, each time all of the screen.
    var drawings: [String] {
        output.components(separatedBy: "\u{1B}[?2026h").dropFirst()
            .map { $0.components(separatedBy: "\u{1B}[?2026l")[0] }
    }

    /// Whether the alternate screen was entered once and left at the end, with the cursor back.
    var isScreenGivenBack: Bool {
        let parts = output.components(separatedBy: "\u{1B}[?1049h")
        guard parts.count == 2, let end = parts[1].range(of: "\u{1B}[?1049l") else { return false }
        return parts[1][..<end.lowerBound].hasSuffix("\u{1B}[?25h")
            && !parts[1][end.upperBound...].contains("▀")
    }

    private static let script = """
        import fcntl, json, os, pty, select, shutil, signal, struct, sys, termios, time
        order = json.loads(sys.argv[1])
        child, terminal = pty.fork()
        if child == 0:
            time.sleep(0.1)  # Until the window has its size.
            hidden = ("TERM", "COLORTERM", "TERM_PROGRAM", "KITTY_WINDOW_ID", "LC_TERMINAL",
                      "TMUX", "STY")
            environment = {key: os.environ[key] for key in os.environ if key not in hidden}
            environment.update(order["environment"])
            os.execve(order["command"][0], order["command"], environment)
        def resize(columns, rows):
            size = struct.pack("HHHH", int(rows), int(columns), 0, 0)
            fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)
        resize(80, 24)
        before, raw, output, missed, place = termios.tcgetattr(terminal), False, b"", [], 0
        answered = False
        def read(seconds):
            global output, answered
            if select.select([terminal], [], [], seconds)[0]:
                try: data = os.read(terminal, 65536)
                except OSError: return False
                output += data
                if b"\\x1b[c" in output and not answered:
                    answered = True
                    os.write(terminal, order["answer"].encode())
                return bool(data)
            return True
        def act(action, *values):
            if action == "send": os.write(terminal, values[0].encode())
            elif action == "write":
                open(values[1] + ".new", "w").write(values[0])
                os.rename(values[1] + ".new", values[1])
            elif action == "copy": shutil.copyfile(*values)
            elif action == "resize": resize(*values)
            elif action == "signal": os.kill(child, int(values[0]))
        for wait, *action in order["steps"]:
            end = time.time() + 30
            while wait.encode() not in output[place:] and time.time() < end:
                if not read(0.05): break
            if wait.encode() not in output[place:]: missed.append(wait)
            else: place = output.index(wait.encode(), place) + len(wait.encode())
            raw = raw or not termios.tcgetattr(terminal)[3] & (termios.ICANON | termios.ECHO)
            act(*action)
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
        while select.select([terminal], [], [], 0.05)[0] and read(0): pass
        print(json.dumps({
            "output": output.decode(errors="replace"), "status": status, "missed": missed,
            "isRestored": termios.tcgetattr(terminal) == before, "isRaw": raw}))
        """
}
