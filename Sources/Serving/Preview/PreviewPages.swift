import FlyingFox
package import Foundation
import VideoAPI

/// The files of the page, which come with the program.
package struct PreviewPages: Hashable, Sendable {
    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    private let folder: URL

    /// - Parameter folder: Where index.html lies, and beside it all that it asks for.
    package init(in folder: URL) { self.folder = folder }

    func page() throws(APIFailure) -> HTTPResponse {
        var answer = try file("index.html")
        // Nothing runs that is not of this server, and no other page shows it.
        answer.headers[HTTPHeader("Content-Security-Policy")] =
            "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
            + "style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
        return answer
    }

    /// Returns a file that the page asks for; `notFound` where there is none of that name.
    func file(_ name: String) throws(APIFailure) -> HTTPResponse {
        // A name is one step of a path and has no dots at its start, so it leads nowhere else.
        guard !name.hasPrefix("."), !name.contains("/"),
            let type = Self.types[(name as NSString).pathExtension],
            let bytes = FileManager.default.contents(atPath: folder.appending(path: name).path)
        else { throw APIFailure(.notFound, "there is no such file") }
        return HTTPResponse(
            statusCode: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-cache",
                HTTPHeader("X-Content-Type-Options"): "nosniff",
                HTTPHeader("Referrer-Policy"): "no-referrer",
            ], body: bytes)
    }
}
