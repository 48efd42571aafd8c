import FlyingFox

/// Something that can be asked of a server: a path, and what is done there.
protocol Route: CaseIterable, Hashable, Sendable {
    /// The path, with `{name}` for steps that vary.
    var pattern: String { get }
    var method: HTTPMethod { get }
}

extension Route {
    /// Returns what varies in the path by name; nil where the path is another one.
    func match(_ steps: [String]) -> [String: String]? {
        let parts = pattern.split(separator: "/")
        guard parts.count == steps.count else { return nil }
        var found: [String: String] = [:]
        for (part, step) in zip(parts, steps) {
            if part.hasPrefix("{") {
                found[String(part.dropFirst().dropLast())] = step
            } else if part != step {
                return nil
            }
        }
        return found
    }

    /// The endpoints at a path, the most literal first.
    static func all(at steps: [String]) -> [(endpoint: Self, names: [String: String])] {
        let found = allCases.compactMap { endpoint in
            endpoint.match(steps).map { (endpoint: endpoint, names: $0) }
        }
        let fewest = found.map(\.names.count).min() ?? 0
        return found.filter { $0.names.count == fewest }
    }
}
