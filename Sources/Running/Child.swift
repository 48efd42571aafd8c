import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// A program that was started in a process group of its own, so that all of it can be ended.
///
/// Foundation's `Process` leaves its children in our group, and what they start outlives them.
package struct Child {
    private let pid: pid_t

    /// How a program ended.
    package enum Ending: Hashable, Sendable {
        case code(Int32)
        case signal(Int32)
    }

    /// What one of its standard streams is.
    package enum Stream {
        /// The file at a path: read, or made anew and written.
        case file(String)
        /// An open file of ours.
        case descriptor(Int32)
    }

    package struct Streams {
        package var input: Stream
        package var output: Stream
        package var errors: Stream

        package init(input: Stream, output: Stream, errors: Stream) {
            self.input = input
            self.output = output
            self.errors = errors
        }
    }

    /// Starts `program`; returns the reason as a sentence where that fails.
    package static func start(
        _ program: String, _ arguments: [String], environment: [String: String],
        streams: Streams
    ) -> Result<Child, Failure> {
        let words = CStrings([program] + arguments)
        let settings = CStrings(environment.map { "\($0.key)=\($0.value)" })
        var pid: pid_t = 0
        let status = withActions(streams) { actions in
            withAttributes { attributes in
                posix_spawn(&pid, program, actions, attributes, words.pointers, settings.pointers)
            }
        }
        guard status == 0 else { return .failure(Failure(code: status)) }
        return .success(Child(pid: pid))
    }

    package struct Failure: Error {
        package var code: Int32
        package var reason: String { String(cString: strerror(code)).lowercased() }
    }

    /// Returns how the program ended, nil while it runs.
    ///
    /// Not to be called again after that.
    package func ending() -> Ending? {
        var status: Int32 = 0
        let result = waitpid(pid, &status, WNOHANG)
        if result == 0 || (result < 0 && errno == EINTR) { return nil }
        // Nobody can say how it ended: taken for a failure.
        guard result == pid else { return .code(-1) }
        let signal = status & 0x7F
        return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    }

    /// Ends the program and all that it started in its group, and waits for it.
    package func end() {
        killpg(pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    }
}

extension Child {
    #if canImport(Darwin)
        private typealias Actions = posix_spawn_file_actions_t?
        private typealias Attributes = posix_spawnattr_t?
        private static var noActions: Actions { nil }
        private static var noAttributes: Attributes { nil }
        private static let flags =
            POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
            | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
        private typealias Actions = posix_spawn_file_actions_t
        private typealias Attributes = posix_spawnattr_t
        private static var noActions: Actions { Actions() }
        private static var noAttributes: Attributes { Attributes() }
        private static let flags =
            Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGDEF)
            | Int32(POSIX_SPAWN_SETSIGMASK)
    #endif

    private static func withActions(
        _ streams: Streams, _ body: (UnsafePointer<Actions>) -> Int32
    ) -> Int32 {
        var actions = noActions
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_TRUNC
        let all = [
            (streams.input, O_RDONLY), (streams.output, writing), (streams.errors, writing),
        ]
        for (number, (stream, mode)) in all.enumerated() {
            let target = Int32(number)
            switch stream {
            case .file(let path):
                posix_spawn_file_actions_addopen(&actions, target, path, mode, 0o600)
            case .descriptor(let open):
                posix_spawn_file_actions_adddup2(&actions, open, target)
            }
        }
        return body(&actions)
    }

    private static func withAttributes(_ body: (UnsafePointer<Attributes>) -> Int32) -> Int32 {
        var attributes = noAttributes
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
        posix_spawnattr_setpgroup(&attributes, 0)
        // What we ignore, the program must not: it would write into closed pipes for ever.
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGPIPE, SIGXFSZ, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // Threads of ours may hold signals back; the program must hear them.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        return body(&attributes)
    }
}
