import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One request whose answer is handed on while it comes.
final class StreamedExchange: NSObject, URLSessionDataDelegate, Sendable {
    private struct State {
        var waiting: CheckedContinuation<TransportAnswer, any Error>?
        var task: URLSessionTask?
        var bytes: [UInt8] = []
    }

    /// Bytes that nobody has taken yet at which the transfer is given up.
    ///
    /// On Linux a task can't be made to wait: suspended and resumed it begins anew, and what it
    /// gave before comes twice.
    private static let mostBytes = 32 << 20

    private let request: TransportRequest
    private let state = Mutex(State())
    /// An empty piece says that there are bytes to take.
    private let stream: AsyncThrowingStream<[UInt8], any Error>
    private let continuation: AsyncThrowingStream<[UInt8], any Error>.Continuation

    init(_ request: TransportRequest) {
        self.request = request
        (stream, continuation) = AsyncThrowingStream.makeStream(
            bufferingPolicy: .bufferingNewest(1))
    }

    func start(_ request: URLRequest) async throws -> TransportAnswer {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = self.request.patience
        configuration.httpCookieStorage = nil
        let session = URLSession(
            configuration: configuration, delegate: self, delegateQueue: nil)
        // The session holds its delegate until it is invalidated.
        defer { session.finishTasksAndInvalidate() }
        let task = makeTask(session, request)
        state.withLock { $0.task = task }
        continuation.onTermination = { _ in task.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.waiting = continuation }
                task.resume()
            }
        } onCancel: {
            task.cancel()
        }
    }

    private func makeTask(_ session: URLSession, _ request: URLRequest) -> URLSessionTask {
        if case .form = self.request.body {
            return session.uploadTask(withStreamedRequest: request)
        }
        return session.dataTask(with: request)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        needNewBodyStream completionHandler: @escaping @Sendable (InputStream?) -> Void
    ) {
        guard case .form(let form) = request.body else { return completionHandler(nil) }
        completionHandler(MultipartStream(form, sending: request.sending))
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        answer(response)
        completionHandler(.allow)
    }

    private func answer(_ response: URLResponse?) {
        guard let response = response as? HTTPURLResponse else { return }
        // On Linux an interim answer such as 100 Continue comes here too; the real one follows.
        guard response.statusCode >= 200 else { return }
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields {
            headers["\(name)".lowercased()] = "\(value)"
        }
        let chunks = ChunkStream(
            stream, taking: { [self] _ in takeBytes() },
            stopping: { [weak self] in self?.stop() })
        let waiting = takeWaiting()
        waiting?.resume(
            returning: TransportAnswer(
                status: response.statusCode, headers: headers, chunks: chunks))
    }

    private func takeWaiting() -> CheckedContinuation<TransportAnswer, any Error>? {
        state.withLock { state in
            defer { state.waiting = nil }
            return state.waiting
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooMuch = state.withLock { state in
            guard state.bytes.count + data.count <= Self.mostBytes else { return true }
            state.bytes += data
            return false
        }
        guard !isTooMuch else {
            continuation.finish(throwing: TransportFault("more came than could be stored"))
            return dataTask.cancel()
        }
        continuation.yield([])
    }

    /// All that came since the last time: few large pieces cost less than many small ones, so that
    /// what is stored stays small where the reader is no slower than the network.
    private func takeBytes() -> [UInt8] {
        state.withLock { state in
            defer { state.bytes = [] }
            return state.bytes
        }
    }

    private func stop() {
        // Cancelled outside the lock: the end of a task takes it too.
        state.withLock { $0.task }?.cancel()
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        let (old, new) = (self.request.url, request.url)
        let isReading = self.request.method == "GET"
        guard isReading, new?.scheme == old.scheme, new?.host() == old.host(), new?.port == old.port
        else {
            answer(response)
            return completionHandler(nil)
        }
        completionHandler(request)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        let fault = error.map(TransportFault.init)
        if let waiting = takeWaiting() {
            waiting.resume(throwing: fault ?? TransportFault("the server closed without an answer"))
        }
        continuation.finish(throwing: fault)
        state.withLock { $0.task = nil }
    }
}
