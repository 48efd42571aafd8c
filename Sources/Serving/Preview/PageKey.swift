import FlyingFox
package import Foundation

/// What the holder of a preview's address has and other programs and pages have not.
package struct PageKey: Hashable, Sendable {
    package let text: String

    /// - Parameter text: nil for a new one of 22 random characters, 128 bits.
    package init(_ text: String? = nil) { self.text = text ?? RandomText.urlSafe(22) }

    /// The address to open.
    package func address(at base: URL) -> String { "\(base.absoluteString)/?key=\(text)" }

    /// The answer to the address that was given: the key goes into a cookie and out of the bar.
    func admission(_ request: APIRequest, port: UInt16?) -> HTTPResponse? {
        guard request.steps.isEmpty, let given = request.query["key"], given == text else {
            return nil
        }
        return HTTPResponse(
            statusCode: Answer.code(303),
            headers: [
                HTTPHeader("Location"): "/", .cacheControl: "no-store",
                HTTPHeader("Set-Cookie"):
                    "\(Self.cookie(port))=\(text); Path=/; HttpOnly; SameSite=Lax",
            ])
    }

    func isHeld(by request: APIRequest, port: UInt16?) -> Bool {
        if request.bearer == text { return true }
        let cookies = (request.headers[HTTPHeader("Cookie")] ?? "").split(separator: ";")
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return cookies.contains("\(Self.cookie(port))=\(text)")
    }

    /// Servers of other ports share the cookies of a host.
    private static func cookie(_ port: UInt16?) -> String { "explainer-\(port ?? 0)" }
}
