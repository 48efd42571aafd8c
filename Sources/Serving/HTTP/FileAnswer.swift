import FlyingFox
import Foundation
import VideoAPI

/// Answers with a file, or the part of it that is asked for.
enum FileAnswer {
    static func file(
        _ place: URL, name: String, _ request: APIRequest
    ) throws(APIFailure) -> HTTPResponse {
        guard let size = size(of: place) else {
            throw APIFailure(.notFound, "the file is gone")
        }
        var headers: HTTPHeaders = [
            .contentType: MediaTypes.type(ofEnding: (name as NSString).pathExtension)
                ?? "application/octet-stream",
            .acceptRanges: "bytes", HTTPHeader("X-Content-Type-Options"): "nosniff",
            HTTPHeader("Content-Security-Policy"): "sandbox; default-src 'none'",
        ]
        switch ByteRange(request.headers[.range], size: size) {
        case .whole:
            return HTTPResponse(
                statusCode: .ok, headers: headers, body: try bytes(place, 0..<size))
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            return HTTPResponse(
                statusCode: .partialContent, headers: headers, body: try bytes(place, range))
        case .none:
            var response = Answer.failure(
                APIFailure(code: 416, message: "the file has \(size) bytes"))
            response.headers[.contentRange] = "bytes */\(size)"
            return response
        }
    }

    private static func bytes(
        _ place: URL, _ range: Range<Int>
    ) throws(APIFailure) -> HTTPBodySequence {
        guard !range.isEmpty else { return HTTPBodySequence() }
        do {
            return try HTTPBodySequence(file: place, range: range, suggestedBufferSize: 262_144)
        } catch {
            throw APIFailure(.notFound, "the file is gone")
        }
    }

    private static func size(of place: URL) -> Int? {
        do {
            let values = try place.resolvingSymlinksInPath()
                .resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            return values.isRegularFile == true ? values.fileSize : nil
        } catch {
            return nil
        }
    }
}
