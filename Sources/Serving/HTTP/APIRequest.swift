import FlyingFox
import Foundation
import Planning
import VideoAPI

/// A request as the routes see it: steps of the path that are names, never places on the disk.
struct APIRequest {
    let method: HTTPMethod
    /// The path's steps, decoded; empty ones left out, so `//api/x/` is `/api/x`.
    let steps: [String]
    let query: [String: String]
    let headers: HTTPHeaders
    let body: RequestBody

    /// - Throws: where the target is no path, or a step is one that only an attack has.
    init(
        _ request: HTTPRequest, body: RequestBody, limits: ServerConfiguration.Limits
    ) throws(APIFailure) {
        let target = request.target.rawValue
        let headerBytes = request.headers.reduce(target.utf8.count) {
            $0 + $1.key.rawValue.utf8.count + $1.value.utf8.count
        }
        guard headerBytes <= limits.headerBytes else {
            throw APIFailure(code: 431, message: "the header of the request is too large")
        }
        method = request.method
        headers = request.headers
        query = Dictionary(request.query.map { ($0.name, $0.value) }) { first, _ in first }
        steps = try Self.steps(of: request.target.path())
        self.body = body
    }

    private static func steps(of path: String) throws(APIFailure) -> [String] {
        guard path.hasPrefix("/") else {
            throw APIFailure(.badRequest, "the target of the request is no path")
        }
        var steps: [String] = []
        for part in path.split(separator: "/") {
            guard let step = String(part).removingPercentEncoding, isName(step) else {
                throw APIFailure(.notFound, "there is nothing at this path")
            }
            steps.append(step)
        }
        return steps
    }

    private static func isName(_ step: String) -> Bool {
        step != "." && step != ".." && step.utf8.count <= 255
            && !step.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value < 32 }
    }

    /// The token after `Bearer`; nil where there is none.
    var bearer: String? {
        guard let value = headers[.authorization] else { return nil }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1].trimmingCharacters(in: .whitespaces)
    }

    var hasAttribution: Bool {
        ["X-Skill-Source", "X-Skill-Version", "X-Skill-Platform"].allSatisfy {
            !(headers[HTTPHeader($0)] ?? "").isEmpty
        }
    }

    /// The fields of a JSON body; none where the body is empty.
    ///
    /// - Throws: `badRequest` where it is no JSON object, with the place.
    func fields(limit: Int) async throws(APIFailure) -> RequestFields {
        let bytes = try await body.whole(limit: limit)
        guard !bytes.isEmpty else { return RequestFields(JSONObject()) }
        do {
            guard let object = try JSONDocument(parsing: bytes).root.object else {
                throw APIFailure(.badRequest, "the body of the request is no JSON object")
            }
            return RequestFields(object)
        } catch let failure as APIFailure {
            throw failure
        } catch let error as DraftError {
            throw APIFailure(.badRequest, DraftWords.text(error, of: "the body of the request"))
        } catch {
            throw APIFailure(.badRequest, "the body of the request is no JSON")
        }
    }
}
