import Foundation
import Synchronization

/// Threads of their own for work that computes for long.
///
/// On the shared ones it would keep the server from answering: there are as many of those as
/// processors.
final class EngineThreads: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let count = DispatchSemaphore(value: 0)

    /// How long a cancelled piece of work is waited for, in seconds.
    private static let patience = 0.7

    /// Starts `width` threads, which last as long as the process.
    init(_ name: String, width: Int) {
        for index in 0..<width {
            let thread = Thread { [self] in work() }
            thread.name = "\(name)-\(index)"
            // Frames are drawn by deep calls with scratch memory; a secondary thread has 512 KiB.
            thread.stackSize = 8 << 20
            thread.start()
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        count.signal()
    }

    private func work() {
        Self.stepBack()
        while true {
            count.wait()
            let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
            job?.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    /// Lets other threads go first: answers are short, and a render takes what is left.
    ///
    /// Linux gives each thread a priority of its own (setpriority(2), "C library/kernel differences").
    private static func stepBack() {
        #if canImport(Glibc) || canImport(Musl)
            if setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) != 0 {
                let reason = String(cString: strerror(errno))
                Console.error("notice: renders run at full priority: \(reason)")
            }
        #else
            Thread.current.qualityOfService = .utility
        #endif
    }

    /// Runs `work` on these threads.
    ///
    /// A step that can't be cancelled, such as decoding an hour of music, is not waited for when the
    /// caller is cancelled; it ends on its own and what it has written goes away.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let answer = FirstAnswer<Value>()
        let task = Task(executorPreference: self) {
            do {
                answer.give(.success(try await work()))
            } catch {
                answer.give(.failure(error))
            }
        }
        return try await withTaskCancellationHandler {
            try await answer.value
        } onCancel: {
            task.cancel()
            Self.clock.asyncAfter(deadline: .now() + Self.patience) {
                answer.give(.failure(CancellationError()))
            }
        }
    }

    private static let clock = DispatchQueue(label: "explainer.patience", qos: .userInitiated)
}

/// The first of several answers that may come.
private final class FirstAnswer<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Value, any Error>)
        case given(Result<Value, any Error>)
    }

    private let state = Mutex(State.open)

    func give(_ result: Result<Value, any Error>) {
        let waiting = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            switch state {
            case .given: return nil
            case .open:
                state = .given(result)
                return nil
            case .awaited(let continuation):
                state = .given(result)
                return continuation
            }
        }
        waiting?.resume(with: result)
    }

    /// May be asked for once.
    var value: Value {
        get async throws {
            try await withCheckedThrowingContinuation { continuation in
                let known = state.withLock { state -> Result<Value, any Error>? in
                    if case .given(let result) = state { return result }
                    state = .awaited(continuation)
                    return nil
                }
                if let known { continuation.resume(with: known) }
            }
        }
    }
}
