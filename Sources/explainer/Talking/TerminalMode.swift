import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// The terminal's mode: keys come one by one and are not echoed while a chat or a preview runs, and
/// in the end it is what it was.
enum TerminalMode {
    /// What it was before.
    ///
    /// A signal's handler reads it, so it stands in plain memory; set once, before there is one.
    nonisolated(unsafe) private static var saved = termios()
    nonisolated(unsafe) private static var isChanged: sig_atomic_t = 0
    nonisolated(unsafe) private static var isOnOwnScreen: sig_atomic_t = 0

    /// Turns pastes in brackets on and off.
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff: StaticString = "\u{1B}[?2004l"

    /// The alternate screen without a cursor, and back.
    private static let screenOn = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
    private static let screenOff: StaticString = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

    /// Signals that end a process: those that are sent, and those of faults.
    private static let deadly = [
        SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE,
    ]

    /// Remembers the mode; false where standard input is no terminal.
    static func prepare() -> Bool {
        guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return false }
        for number in deadly {
            signal(number) { number in
                TerminalMode.restore()
                signal(number, SIG_DFL)
                raise(number)
            }
        }
        atexit { TerminalMode.restore() }
        // Ctrl-C is a key while a line is typed, and stops the work at other times.
        signal(SIGINT, SIG_IGN)
        // Its handler does nothing, but a wait for keys ends.
        signal(SIGWINCH) { _ in }
        return true
    }

    /// For typing a line: Ctrl-C and Ctrl-Z are keys.
    static func type() {
        set(signals: false)
        Console.draw(pasteOn)
    }

    /// For work between lines: Ctrl-C is a signal.
    ///
    /// What is typed waits for the next line.
    static func work() {
        pasteOff.withUTF8Buffer { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        set(signals: true)
    }

    /// For pictures and single keys: a screen of its own; Ctrl-C and Ctrl-Z are keys.
    static func look() {
        set(signals: false)
        isOnOwnScreen = 1
        Console.draw(screenOn)
    }

    private static func set(signals areOn: Bool) {
        var mode = saved
        mode.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
        mode.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN)
        if !areOn { mode.c_lflag &= ~tcflag_t(ISIG) }
        isChanged = 1
        tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    }

    /// Brings the mode back; may be called by a signal's handler.
    static func restore() {
        guard isChanged != 0 else { return }
        isChanged = 0
        tcsetattr(STDIN_FILENO, TCSANOW, &saved)
        if isOnOwnScreen != 0 {
            isOnOwnScreen = 0
            _ = write(STDOUT_FILENO, screenOff.utf8Start, screenOff.utf8CodeUnitCount)
        }
        _ = write(STDOUT_FILENO, pasteOff.utf8Start, pasteOff.utf8CodeUnitCount)
    }

    /// Gives the terminal back and stops the process, as Ctrl-Z does elsewhere, until the shell
    /// lets it go on.
    static func suspend() {
        restore()
        // Threads of dispatch block signals, and the stop has to come here and now.
        var (stop, before) = (sigset_t(), sigset_t())
        sigemptyset(&stop)
        sigaddset(&stop, SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &stop, &before)
        raise(SIGTSTP)
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// Columns and rows.
    static var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return (80, 24)
        }
        return (Int(size.ws_col), max(2, Int(size.ws_row)))
    }

    /// The size of a character in pixels; nil where the terminal doesn't say.
    static var cell: (width: Int, height: Int)? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
        else { return nil }
        let (width, height) = (size.ws_xpixel / size.ws_col, size.ws_ypixel / size.ws_row)
        return width > 0 && height > 0 ? (Int(width), Int(height)) : nil
    }
}
