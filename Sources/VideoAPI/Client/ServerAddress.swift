package import Foundation

/// Where the service is: the part of its addresses before the path.
package struct ServerAddress: Hashable, Sendable {
    /// Without a slash at its end.
    package let text: String

    /// The service that is asked where no other is named.
    package static let usual = "https://mega-api-prod.nemovideo.ai"

    /// Takes an address as people write it, also with a slash at its end.
    ///
    /// - Throws: where it is none, or where a token would travel unprotected: plain http is for
    ///   this machine alone.
    package init(_ text: String) throws(ClientProblem) {
        var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        while text.hasSuffix("/") { text.removeLast() }
        guard let url = URLComponents(string: text), let scheme = url.scheme?.lowercased(),
            let host = url.host, !host.isEmpty, url.user == nil, url.query == nil,
            url.fragment == nil
        else { throw .address("\(text) is no address; write it as https://HOST") }
        guard scheme == "https" || (scheme == "http" && Self.isLoopback(host)) else {
            throw .address(
                "\(text): use https; plain http is taken for this machine alone "
                    + "(http://127.0.0.1:PORT)")
        }
        self.text = text
    }

    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Returns the address of `path`, which starts with a slash.
    func url(_ path: String) throws(ClientProblem) -> URL {
        guard let url = URL(string: text + path) else {
            throw .address("\(text) and \(path) make no address")
        }
        return url
    }

    /// Returns the address that a service named, which may be a path on it.
    package func resolve(_ link: String) throws(ClientProblem) -> URL {
        if link.hasPrefix("/"), !link.hasPrefix("//") { return try url(link) }
        guard let url = URL(string: link), let scheme = url.scheme?.lowercased(),
            let host = url.host(), scheme == "https" || (scheme == "http" && Self.isLoopback(host))
        else { throw .address("the service names \(link), which is no address to load from") }
        return url
    }

    /// Whether the token may be sent to `url`.
    func isSameOrigin(_ url: URL) -> Bool {
        guard let own = URL(string: text) else { return false }
        func port(_ url: URL) -> Int { url.port ?? (url.scheme == "https" ? 443 : 80) }
        return own.scheme?.lowercased() == url.scheme?.lowercased()
            && own.host()?.lowercased() == url.host()?.lowercased() && port(own) == port(url)
    }

    /// `id` as one part of a path.
    static func escape(_ id: String) -> String {
        let plain = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~")
        return id.addingPercentEncoding(withAllowedCharacters: plain) ?? "_"
    }
}
