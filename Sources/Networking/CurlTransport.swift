import Foundation

/// The network, by libcurl.
///
/// It keeps no cookies, no cache and no connections, and reads no file of credentials. Whoever sends
/// an answer waits while it is not read: at most a few hundred kilobytes of it are held.
package struct CurlTransport: Transport {
    /// What happens where an answer to a GET names another address.
    package enum Redirects: Hashable, Sendable {
        /// It is the answer.
        case none
        /// It is followed where scheme, host and port stay; else it is the answer.
        case sameOrigin
        /// It is followed, without `Authorization` where the origin changes.
        case anyOrigin
    }

    private static let mostHops = 10

    private let redirects: Redirects
    private let addresses: AddressRule

    package init(redirects: Redirects = .sameOrigin, addresses: AddressRule = .any) {
        self.redirects = redirects
        self.addresses = addresses
    }

    package func send(
        _ request: TransportRequest
    ) async throws(TransportFault) -> TransportAnswer {
        var request = request
        for _ in 0...Self.mostHops {
            let answer = try await Self.answer(to: request, addresses)
            guard let next = try next(after: request, answer) else { return answer }
            answer.chunks.stop()
            request = next
        }
        throw TransportFault("one address leads to another without end")
    }

    private static func answer(
        to request: TransportRequest, _ addresses: AddressRule
    ) async throws(TransportFault) -> TransportAnswer {
        guard ["http", "https"].contains(request.url.scheme?.lowercased()) else {
            throw TransportFault("the address is none of http or https", isUnsent: true)
        }
        do {
            return try await CurlExchange().answer(to: request, addresses)
        } catch let fault as TransportFault {
            throw fault
        } catch {
            throw TransportFault("\(error)", isCancelled: error is CancellationError)
        }
    }

    /// The request that a redirect asks for; nil where there is none to follow.
    private func next(
        after request: TransportRequest, _ answer: TransportAnswer
    ) throws(TransportFault) -> TransportRequest? {
        guard redirects != .none, request.method == "GET",
            [301, 302, 303, 307, 308].contains(answer.status),
            let location = answer.headers["location"]
        else { return nil }
        guard let url = URL(string: location, relativeTo: request.url)?.absoluteURL else {
            answer.chunks.stop()
            throw TransportFault("it leads to what is no address")
        }
        var next = request
        next.url = url
        if Self.origin(url) != Self.origin(request.url) {
            guard redirects == .anyOrigin else { return nil }
            next.headers = next.headers.filter { $0.key.lowercased() != "authorization" }
        }
        return next
    }

    private static func origin(_ url: URL) -> [String] {
        let scheme = url.scheme?.lowercased() ?? ""
        let port = url.port ?? (scheme == "https" ? 443 : 80)
        return [scheme, url.host()?.lowercased() ?? "", String(port)]
    }
}
