import Dispatch
import Foundation
import Rendering

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

    static func stopping<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // Without a pipe, signals end the process at once, as they do before this point.
        guard wire.reading >= 0 else { return try await work() }
        for number in [SIGINT, SIGTERM] {
            signal(number) { _ in
                var byte: UInt8 = 0
                _ = write(Interruption.wire.writing, &byte, 1)
            }
        }
        let task = Task { try await work() }
        let source = DispatchSource.makeReadSource(
            fileDescriptor: wire.reading, queue: queue)
        source.setEventHandler {
            var byte: UInt8 = 0
            _ = read(wire.reading, &byte, 1)
            task.cancel()
            leaveSoon()
        }
        source.resume()
        defer { source.cancel() }
        return try await task.value
    }

    /// A step that can't be cancelled, such as decoding an hour of music, is not waited for.
    private static func leaveSoon() {
        queue.asyncAfter(deadline: .now() + 0.7) {
            UnfinishedFiles.discard()
            Console.error("interrupted; nothing was written")
            exit(ExitStatus.interrupted.rawValue)
        }
    }
}
