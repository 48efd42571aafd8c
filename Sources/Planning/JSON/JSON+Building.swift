import Foundation

/// Short spellings for values of a JSON tree.
package enum JSON {
    /// An object with `members` in their order; nil leaves no key.
    package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(.of(members))
    }

    /// An array of `items`.
    package static func array(_ items: [JSONValue]) -> JSONValue {
        .array(items.map { JSONNode($0) })
    }

    /// A whole number.
    package static func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }

    /// A number by its shortest literal.
    package static func number(_ number: Double) -> JSONValue { .number(JSONNumber(number)) }
}

extension JSONObject {
    /// An object with `members` in their order; nil leaves no key.
    package static func of(_ members: KeyValuePairs<String, JSONValue?>) -> JSONObject {
        var object = JSONObject()
        for (key, value) in members {
            if let value { object.set(key, JSONNode(value)) }
        }
        return object
    }
}
