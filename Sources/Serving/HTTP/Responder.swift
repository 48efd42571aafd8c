import FlyingFox
import Foundation
import VideoAPI

/// Answers requests that were found to be fit to be answered.
///
/// What all servers of this module have in common stands in the extension: who may ask, how much at
/// a time, and that every error leaves in the envelope.
protocol Responder: HTTPHandler {
    var limits: ServerConfiguration.Limits { get }
    /// Those that are being answered.
    var requests: RequestBudget { get }
    /// The port that is listened on; nil accepts any.
    var port: ListeningPort { get }
    /// Whether pages of other ports of this machine may ask too.
    var answersOtherOrigins: Bool { get }

    func respond(_ request: APIRequest) async throws(APIFailure) -> HTTPResponse
}

extension Responder {
    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard await requests.enter() else {
            return await Self.closing(
                Answer.failure(
                    APIFailure(.tooMany, "the server is busy; ask again", retryAfter: 1)))
        }
        let response = await answer(request)
        await requests.leave()
        return response
    }

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        let body = RequestBody(request.bodySequence, seconds: limits.arrival)
        var response: HTTPResponse
        do throws(APIFailure) {
            try RequestGate(port: port.number, isOpen: answersOtherOrigins)
                .check(request.headers)
            response = try await respond(APIRequest(request, body: body, limits: limits))
        } catch {
            response = Answer.failure(error)
        }
        if answersOtherOrigins, let origin = request.headers[.origin],
            RequestGate.isLoopback(origin: origin)
        {
            response.headers[.allowOrigin] = origin
            response.headers[.vary] = "Origin"
            response.headers[.exposeHeaders] = "Content-Range, Content-Length, Retry-After"
        }
        // What stays unread would be taken for the connection's next request.
        let isRead = await body.drain(limit: limits.jsonBytes * 2)
        if !isRead { response = await Self.closing(Self.small(response)) }
        return request.method == .HEAD ? Self.withoutBody(response) : response
    }

    private static func withoutBody(_ response: HTTPResponse) -> HTTPResponse {
        guard case .httpBody(let body) = response.payload else { return response }
        var headers = response.headers
        if let count = body.count { headers[.contentLength] = String(count) }
        return HTTPResponse(statusCode: response.statusCode, headers: headers)
    }

    /// An error as it is; anything else would be read into memory as a whole, and is refused.
    private static func small(_ response: HTTPResponse) -> HTTPResponse {
        guard response.statusCode.code < 400 else { return response }
        return Answer.failure(
            APIFailure(code: 413, message: "the body of the request is too large"))
    }

    /// The same answer, after which the connection ends.
    private static func closing(_ response: HTTPResponse) async -> HTTPResponse {
        var headers = response.headers
        headers[.connection] = "close"
        do {
            let bytes = try await response.bodyData
            return HTTPResponse(
                statusCode: response.statusCode, headers: headers,
                body: HTTPBodySequence(from: ClosingBytes(bytes: bytes), count: bytes.count))
        } catch {
            return HTTPResponse(statusCode: response.statusCode, headers: headers)
        }
    }
}
