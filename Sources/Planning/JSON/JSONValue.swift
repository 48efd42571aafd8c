import Foundation

/// A JSON value (RFC 8259) as it stood in the text.
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONNode])
    case object(JSONObject)
}

/// A JSON value and where it began; equality looks at the value alone.
package struct JSONNode: Hashable, Sendable {
    package var value: JSONValue

    /// 1-based; 0 where the value did not come from text.
    package var line: Int32

    /// 1-based, in Unicode scalars; 0 where the value did not come from text.
    package var column: Int32

    package init(_ value: JSONValue, line: Int32 = 0, column: Int32 = 0) {
        self.value = value
        self.line = line
        self.column = column
    }

    package static func == (a: JSONNode, b: JSONNode) -> Bool { a.value == b.value }

    package func hash(into hasher: inout Hasher) { hasher.combine(value) }

    /// The value in a few words, for messages: text in quotes, numbers as written, containers by
    /// name.
    package var summary: String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): number.text
        case .string(let text): JSONWriter.quoted(text.count > 40 ? "\(text.prefix(39))…" : text)
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// The members of a JSON object in the order of the text; equality ignores the order.
package struct JSONObject: Hashable, Sendable {
    package private(set) var keys: [String] = []
    private var members: [String: JSONNode] = [:]

    package init() {}

    package var isEmpty: Bool { keys.isEmpty }

    package subscript(key: String) -> JSONNode? { members[key] }

    /// Adds `node` as the last member, or replaces the value of a member that is there already.
    ///
    /// - Returns: true where `key` is new.
    @discardableResult
    package mutating func set(_ key: String, _ node: JSONNode) -> Bool {
        guard members.updateValue(node, forKey: key) == nil else { return false }
        keys.append(key)
        return true
    }

    package mutating func remove(_ key: String) {
        guard members.removeValue(forKey: key) != nil else { return }
        keys.removeAll { $0 == key }
    }

    package static func == (a: JSONObject, b: JSONObject) -> Bool { a.members == b.members }

    package func hash(into hasher: inout Hasher) { hasher.combine(members) }
}
