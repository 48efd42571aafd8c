import Planning
import VideoAPI

/// The fields of a request by their snake_case names; camelCase ones are found too.
struct RequestFields: Sendable {
    let root: JSONObject

    init(_ root: JSONObject) { self.root = root }

    subscript(name: String) -> JSONNode? {
        for key in [name, Self.camel(name)] {
            if let node = root[key], node.value != .null { return node }
        }
        return nil
    }

    /// - Throws: `badRequest` where the field is there and no string, or longer than `limit`
    ///   characters.
    func string(_ name: String, limit: Int = 4096) throws(APIFailure) -> String? {
        guard let node = self[name] else { return nil }
        guard let text = node.string, text.unicodeScalars.count <= limit else {
            throw APIFailure(
                .badRequest, "\"\(name)\" has to be a text of at most \(limit) characters")
        }
        return text
    }

    func required(_ name: String) throws(APIFailure) -> String {
        guard let text = try string(name), !text.isEmpty else {
            throw APIFailure(.badRequest, "\"\(name)\" is missing")
        }
        return text
    }

    func object(_ name: String) throws(APIFailure) -> RequestFields? {
        guard let node = self[name] else { return nil }
        guard let object = node.object else {
            throw APIFailure(.badRequest, "\"\(name)\" has to be an object")
        }
        return RequestFields(object)
    }

    func flag(_ name: String) throws(APIFailure) -> Bool {
        guard let node = self[name] else { return false }
        guard case .bool(let flag) = node.value else {
            throw APIFailure(.badRequest, "\"\(name)\" has to be true or false")
        }
        return flag
    }

    /// `session_id` as `sessionId`.
    private static func camel(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}
