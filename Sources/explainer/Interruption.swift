import Dispatch
import Foundation
import Rendering
import Synchronization

/// Runs work that Ctrl-C and a polite kill stop within a second, leaving no file.
///
/// A signal's handler may do little more than write (POSIX.1-2017, 2.4.3), so it writes a byte into
/// a pipe. Dispatch's own signal sources lost about one signal in ten on Linux.
enum Interruption {
    private struct Wire: Sendable {
        var reading: Int32 = -1
        var writing: Int32 = -1

        init() {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return }
            (reading, writing) = (ends[0], ends[1])
        }
    }

    private static let wire = Wire()

    /// A queue with a thread of its own: the shared ones are busy for as long as frames are drawn.
    private static let queue = DispatchQueue(label: "explainer.interruption", qos: .userInitiated)

    /// Whether what is interrupted ends the process; in a chat it ends the work alone, and only a
    /// second signal the process.
    @TaskLocal static var endsProcess = true

    /// How a process ends whose work is not done soon after a signal.
    struct Farewell: Sendable {
        /// How long the work is waited for.
        var seconds = 0.7
        var words = "interrupted; nothing was written"
        var status = ExitStatus.interrupted.rawValue
    }

    @TaskLocal static var farewell = Farewell()

    static func stopping<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Without a pipe, signals end the process at once, as they do before this point.
        guard wire.reading >= 0 else { return try await work() }
        let before = [SIGINT, SIGTERM].map { number in
            let handler = signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Interruption.wire.writing, &byte, 1)
            }
            return (number, handler)
        }
        // Work that follows may listen to no byte.
        defer { for (number, handler) in before { signal(number, handler) } }
        let task = Task { try await work() }
        let (endsProcess, farewell, isDone) = (endsProcess, farewell, Done())
        defer { isDone.set() }
        let source = DispatchSource.makeReadSource(
            fileDescriptor: wire.reading, queue: queue)
        source.setEventHandler {
            var byte: UInt8 = 0
            _ = read(wire.reading, &byte, 1)
            let isSecond = task.isCancelled
            task.cancel()
            if endsProcess || Int32(byte) == SIGTERM {
                leaveSoon(farewell, unless: Done())
            } else if isSecond {
                leaveSoon(farewell, unless: isDone)
            }
        }
        source.resume()
        defer { source.cancel() }
        return try await task.value
    }

    /// A step that can't be cancelled, such as decoding an hour of music, is not waited for.
    private static func leaveSoon(_ farewell: Farewell, unless isDone: Done) {
        queue.asyncAfter(deadline: .now() + farewell.seconds) {
            guard !isDone.isSet else { return }
            UnfinishedFiles.discard()
            Console.error(farewell.words)
            exit(farewell.status)
        }
    }

    /// Whether work that goes on with the process has ended.
    private final class Done: Sendable {
        private let flag = Mutex(false)
        var isSet: Bool { flag.withLock { $0 } }
        func set() { flag.withLock { $0 = true } }
    }
}
