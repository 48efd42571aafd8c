import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One HTTP request and its answer, with a limit on the answer's size.
///
/// It follows no redirect: the key and the facts are for the address that was named.
final class HTTPExchange: NSObject, URLSessionDataDelegate, Sendable {
    /// What came back.
    struct Answer: Sendable {
        var status = 0
        var body: [UInt8] = []
        var isTooLong = false
    }

    private struct State {
        var answer = Answer()
        var waiting: CheckedContinuation<Answer, any Error>?
    }

    private let limit: Int
    private let state = Mutex(State())

    private init(limit: Int) { self.limit = limit }

    /// Sends `request` and returns the answer, at most `limit` bytes of it.
    ///
    /// - Throws: a `URLError` where no answer came, also after cancellation.
    static func answer(to request: URLRequest, limit: Int) async throws -> Answer {
        let exchange = HTTPExchange(limit: limit)
        let session = URLSession(
            configuration: .ephemeral, delegate: exchange, delegateQueue: nil)
        // The session holds its delegate until it is invalidated.
        defer { session.finishTasksAndInvalidate() }
        let task = session.dataTask(with: request)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                exchange.state.withLock { $0.waiting = continuation }
                task.resume()
            }
        } onCancel: {
            task.cancel()
        }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        state.withLock { $0.answer.status = status }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLong = state.withLock { state in
            // Too long once is too long: a small piece that still comes may fit.
            if state.answer.body.count + data.count > limit { state.answer.isTooLong = true }
            if !state.answer.isTooLong { state.answer.body += data }
            return state.answer.isTooLong
        }
        if isTooLong { dataTask.cancel() }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        state.withLock { $0.answer.status = response.statusCode }
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        let (waiting, answer) = state.withLock { state in
            defer { state.waiting = nil }
            return (state.waiting, state.answer)
        }
        if let error, !answer.isTooLong {
            waiting?.resume(throwing: error)
        } else {
            waiting?.resume(returning: answer)
        }
    }
}
