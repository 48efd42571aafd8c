import Foundation
import Planning

/// Short spellings for values of a JSON tree.
enum JSON {
    static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        var object = JSONObject()
        for (key, value) in members {
            if let value { object.set(key, JSONNode(value)) }
        }
        return .object(object)
    }

    static func array(_ items: [JSONValue]) -> JSONValue {
        .array(items.map { JSONNode($0) })
    }

    static func number(_ number: Int) -> JSONValue { .number(JSONNumber(number)) }

    static func number(_ number: Double) -> JSONValue { .number(JSONNumber(number)) }
}
