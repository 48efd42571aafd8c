import FlyingFox
import Foundation
import VideoAPI

/// Refuses requests that a page of another site could have made.
///
/// A name that resolves to 127.0.0.1 passes every firewall, so the Host must be a loopback name
/// with our port; a page tells where it is from by Origin, so that must be loopback too.
struct RequestGate: Sendable {
    private static let names: Set<String> = ["127.0.0.1", "localhost", "[::1]"]

    /// The port that is listened on; nil accepts any, for a handler without a socket.
    let port: UInt16?

    /// Whether pages of other ports of this machine may ask.
    var isOpen = true

    func check(_ headers: HTTPHeaders) throws(APIFailure) {
        guard let host = headers[.host], isOurs(host) else {
            throw APIFailure(code: 403, message: "this server answers to 127.0.0.1 and localhost")
        }
        let origins = headers.values(for: .origin)
        guard origins.allSatisfy(isOpen ? Self.isLoopback : { $0 == "http://" + host }) else {
            throw APIFailure(
                code: 403,
                message: isOpen
                    ? "pages from other places than this machine are not answered"
                    : "pages from other places than this one are not answered")
        }
    }

    private func isOurs(_ host: String) -> Bool {
        guard let (name, ending) = Self.split(host), Self.names.contains(name.lowercased()) else {
            return false
        }
        guard let port else { return true }
        return ending == port || ending == nil && port == 80
    }

    static func isLoopback(origin: String) -> Bool {
        for scheme in ["http://", "https://"] where origin.lowercased().hasPrefix(scheme) {
            guard let (name, _) = split(String(origin.dropFirst(scheme.count))) else {
                return false
            }
            return names.contains(name.lowercased())
        }
        return false
    }

    /// Returns name and port of `NAME[:PORT]`; nil where the port is no port.
    private static func split(_ authority: String) -> (name: String, port: UInt16?)? {
        let closing = authority.lastIndex(of: "]")
        guard let colon = authority.lastIndex(of: ":"), closing.map({ $0 < colon }) ?? true else {
            return (authority, nil)
        }
        let digits = authority[authority.index(after: colon)...]
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let port = UInt16(digits) else {
            return nil
        }
        return (String(authority[..<colon]), port)
    }
}

extension HTTPHeader {
    static let origin = HTTPHeader("Origin")
    static let vary = HTTPHeader("Vary")
    static let allow = HTTPHeader("Allow")
    static let retryAfter = HTTPHeader("Retry-After")
    static let clientID = HTTPHeader("X-Client-Id")
    static let allowOrigin = HTTPHeader("Access-Control-Allow-Origin")
    static let allowMethods = HTTPHeader("Access-Control-Allow-Methods")
    static let allowHeaders = HTTPHeader("Access-Control-Allow-Headers")
    static let exposeHeaders = HTTPHeader("Access-Control-Expose-Headers")
    static let maxAge = HTTPHeader("Access-Control-Max-Age")
}
