import FlyingFox

/// A request and what varies in its path.
struct APICall {
    let request: APIRequest
    let names: [String: String]

    func name(_ key: String) -> String { names[key] ?? "" }

    /// What links of the answer begin with: the name by which the client reached this server.
    var base: String { "http://" + (request.headers[.host] ?? "127.0.0.1") }
}
