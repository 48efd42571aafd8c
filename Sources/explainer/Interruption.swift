import Dispatch
import Foundation
import Rendering

/// Runs work that Ctrl-C and a polite kill stop within a second, leaving no file.
enum Interruption {
    static func stopping<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        // The work waits until signals are caught: one that comes at once must not end the process.
        let (gate, opener) = AsyncStream<Void>.makeStream()
        let task = Task {
            for await _ in gate { break }
            return try await work()
        }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                task.cancel()
                leaveSoon()
            }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        opener.finish()
        return try await task.value
    }

    /// A step that can't be cancelled, such as decoding an hour of music, is not waited for.
    private static func leaveSoon() {
        DispatchQueue.global().asyncAfter(deadline: .now() + 0.7) {
            OutputFile.discardUnfinished()
            Console.error("interrupted; nothing was written")
            exit(ExitStatus.interrupted.rawValue)
        }
    }
}
