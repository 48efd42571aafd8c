import Foundation
import Planning

extension JSONNode {
    var members: JSONObject? {
        if case .object(let object) = value { object } else { nil }
    }

    var items: [JSONNode]? {
        if case .array(let items) = value { items } else { nil }
    }

    /// A string, clean.
    var words: String? {
        if case .string(let text) = value { MetadataText.clean(text) } else { nil }
    }

    /// A number or a string of digits, as a number.
    var amount: Double? {
        switch value {
        case .number(let number): number.double
        case .string(let text): Reading.amount(text)
        default: nil
        }
    }

    /// A whole number, however it is written.
    var whole: Int? {
        switch value {
        case .number(let number): Reading.whole(number.text)
        case .string(let text): Reading.whole(text)
        default: nil
        }
    }

    /// A seed with all its digits; nil where it is "-1", which means "not known".
    var seed: String? {
        switch value {
        case .number(let number): Reading.seed(number.text)
        case .string(let text): Reading.seed(text)
        default: nil
        }
    }

    var isTrue: Bool { value == .bool(true) }
}

extension JSONObject {
    /// Returns what `read` makes of the first of `keys` where it makes something.
    func first<Value>(_ keys: [String], _ read: (JSONNode) -> Value?) -> Value? {
        for key in keys {
            if let node = self[key], let value = read(node) { return value }
        }
        return nil
    }

    func words(_ keys: String...) -> String? { first(keys, \.words) }
    func name(_ keys: String...) -> String? { first(keys) { $0.words.flatMap(MetadataText.name) } }
    func amount(_ keys: String...) -> Double? { first(keys, \.amount) }
    func whole(_ keys: String...) -> Int? { first(keys, \.whole) }
    func seed(_ keys: String...) -> String? { first(keys, \.seed) }
    func members(_ keys: String...) -> JSONObject? { first(keys, \.members) }
    func items(_ keys: String...) -> [JSONNode]? { first(keys, \.items) }

    /// Returns width and height where both are given.
    func size(_ width: String, _ height: String) -> Generation.Size? {
        Reading.size(whole(width), whole(height))
    }
}
