import FlyingFox
import Foundation
import Planning
import VideoAPI

/// Answers in the envelope.
enum Answer {
    static func success(_ data: JSONObject) -> HTTPResponse {
        json(Envelope.success(data), status: 200)
    }

    static func failure(_ failure: APIFailure) -> HTTPResponse {
        let status = failure.known?.status ?? failure.code
        var response = json(
            Envelope.failure(failure), status: (400...599).contains(status) ? status : 500)
        if let seconds = failure.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    static func json(_ object: JSONObject, status: Int) -> HTTPResponse {
        text(CompactJSON.text(of: object) + "\n", kind: "application/json", status: status)
    }

    static func page(_ html: String) -> HTTPResponse {
        var response = text(html, kind: "text/html; charset=utf-8", status: 200)
        response.headers[HTTPHeader("Content-Security-Policy")] =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        return response
    }

    static func text(_ text: String, kind: String, status: Int) -> HTTPResponse {
        HTTPResponse(
            statusCode: code(status),
            headers: [
                .contentType: kind, .cacheControl: "no-store",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
            ], body: Data(text.utf8))
    }

    /// Where a path answers other methods than the one that came.
    static func notAllowed(_ methods: [HTTPMethod]) -> HTTPResponse {
        let allowed = list(methods)
        var response = failure(APIFailure(code: 405, message: "this path answers \(allowed)"))
        response.headers[.allow] = allowed
        return response
    }

    static func list(_ methods: [HTTPMethod]) -> String {
        let names = Set(methods.map(\.rawValue)).union(["OPTIONS"])
        return (names.contains("GET") ? names.union(["HEAD"]) : names).sorted()
            .joined(separator: ", ")
    }

    static func code(_ status: Int) -> HTTPStatusCode {
        HTTPStatusCode(status, phrase: phrases[status] ?? "Error")
    }

    private static let phrases = [
        200: "OK", 204: "No Content", 303: "See Other", 206: "Partial Content", 400: "Bad Request",
        401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict",
        413: "Payload Too Large",
        415: "Unsupported Media Type", 416: "Range Not Satisfiable", 429: "Too Many Requests",
        431: "Request Header Fields Too Large", 500: "Internal Server Error",
        503: "Service Unavailable",
    ]
}
