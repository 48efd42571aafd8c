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
struct Child {
    private let pid: pid_t

    /// How a program ended.
    enum Ending: Hashable {
        case code(Int32)
        case signal(Int32)
    }

    /// The files that its standard streams are.
    struct Streams {
        var input: String
        var output: String
        var errors: String
    }

    /// Starts `program`; returns the reason as a sentence where that fails.
    static func start(
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

    struct Failure: Error {
        var code: Int32
        var reason: String { String(cString: strerror(code)).lowercased() }
    }

    /// Returns how the program ended, nil while it runs.
    ///
    /// Not to be called again after that.
    func ending() -> Ending? {
        var status: Int32 = 0
        let result = waitpid(pid, &status, WNOHANG)
        if result == 0 || (result < 0 && errno == EINTR) { return nil }
        // Nobody can say how it ended: taken for a failure.
        guard result == pid else { return .code(-1) }
        let signal = status & 0x7F
        return signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    }

    /// Ends the program and all that it started in its group, and waits for it.
    func end() {
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
        posix_spawn_file_actions_addopen(&actions, 0, streams.input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, streams.output, writing, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, streams.errors, writing, 0o600)
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

/// A list of C strings, ended by a null pointer, freed with the value.
private final class CStrings {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [String]) {
        count = strings.count
        pointers = .allocate(capacity: count + 1)
        for (index, string) in strings.enumerated() {
            (pointers + index).initialize(to: strdup(string))
        }
        (pointers + count).initialize(to: nil)
    }

    deinit {
        for index in 0..<count { free(pointers[index]) }
        pointers.deinitialize(count: count + 1)
        pointers.deallocate()
    }
}
