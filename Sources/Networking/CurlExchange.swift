import CCurl
import Foundation
import Synchronization

/// One request and its answer, between the thread that moves the bytes and the task that takes them.
final class CurlExchange: Sendable {
    private struct State {
        var waiting: CheckedContinuation<TransportAnswer, any Error>?
        /// Kept until the answer has it: where nobody keeps the answer, the transfer ends.
        var stream: AsyncThrowingStream<[UInt8], any Error>?
        var bytes: [UInt8] = []
        var isStopped = false
    }

    /// Bytes that nobody has taken yet at which the sender has to wait.
    private static let mostBytes = 256 << 10

    /// Woken from any thread, which libcurl allows for this call alone; else used by one.
    private nonisolated(unsafe) let multi: UnsafeMutableRawPointer
    private let state: Mutex<State>
    /// An empty piece says that there are bytes to take.
    private let continuation: AsyncThrowingStream<[UInt8], any Error>.Continuation

    /// Sets libcurl up, once for the whole process.
    private static let preparation = ccurl_prepare()

    init() throws(TransportFault) {
        guard Self.preparation == CURLE_OK, let multi = curl_multi_init() else {
            throw TransportFault("the network can't be used", isUnsent: true)
        }
        self.multi = multi
        let (stream, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        self.continuation = continuation
        state = Mutex(State(stream: stream))
    }

    deinit { curl_multi_cleanup(multi) }

    /// Returns as soon as the head of the answer is there.
    func answer(
        to request: TransportRequest, _ addresses: AddressRule
    ) async throws -> TransportAnswer {
        continuation.onTermination = { [weak self] _ in self?.stop() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.waiting = continuation }
                Thread.detachNewThread { self.run(request, addresses) }
            }
        } onCancel: {
            stop()
        }
    }

    private func run(_ request: TransportRequest, _ addresses: AddressRule) {
        let fault: TransportFault?
        do throws(TransportFault) {
            fault = try CurlTransfer(request, of: self, addresses).run(in: multi)
        } catch {
            fault = error
        }
        let waiting = takeReceiver().waiting
        waiting?.resume(throwing: fault ?? TransportFault("the server closed without an answer"))
        continuation.finish(throwing: fault)
    }

    /// Ends the transfer where it stands.
    func stop() {
        state.withLock { $0.isStopped = true }
        curl_multi_wakeup(multi)
    }

    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Whether more may come.
    var hasRoom: Bool { state.withLock { $0.bytes.count < Self.mostBytes } }

    /// Gives the head to the one who waits for it.
    func begin(_ head: ResponseHead, from url: URL) {
        let (waiting, stream) = takeReceiver()
        guard let waiting, let stream else { return }
        let chunks = ChunkStream(
            stream, taking: { [self] _ in takeBytes() }, stopping: { [weak self] in self?.stop() })
        waiting.resume(
            returning: TransportAnswer(
                status: head.status, headers: head.fields, chunks: chunks, url: url))
    }

    /// Both leave the lock alive: the end of a stream takes it too.
    private func takeReceiver() -> (
        waiting: CheckedContinuation<TransportAnswer, any Error>?,
        stream: AsyncThrowingStream<[UInt8], any Error>?
    ) {
        state.withLock { state in
            defer { (state.waiting, state.stream) = (nil, nil) }
            return (state.waiting, state.stream)
        }
    }

    func add(_ bytes: UnsafeRawBufferPointer) {
        state.withLock { $0.bytes += bytes }
        continuation.yield([])
    }

    private func takeBytes() -> [UInt8] {
        let bytes = state.withLock { state in
            defer { state.bytes = [] }
            return state.bytes
        }
        if bytes.count >= Self.mostBytes { curl_multi_wakeup(multi) }
        return bytes
    }
}
