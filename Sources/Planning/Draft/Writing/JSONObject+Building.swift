import Foundation

extension JSONObject {
    /// Builds an object in the order of the calls; values that are nil leave no key.
    package static func build(_ fill: (inout JSONObject) -> Void) -> JSONObject {
        var object = JSONObject()
        fill(&object)
        return object
    }

    /// Sets a whole number; nil leaves no key.
    package mutating func set(_ key: String, _ value: Int?) {
        if let value { set(key, JSONNode(.number(JSONNumber(value)))) }
    }

    /// Sets a number by its shortest literal; nil leaves no key.
    package mutating func set(_ key: String, _ value: Double?) {
        if let value { set(key, JSONNode(.number(JSONNumber(value)))) }
    }

    /// Sets a text; nil leaves no key.
    package mutating func set(_ key: String, _ value: String?) {
        if let value { set(key, JSONNode(.string(value))) }
    }

    /// Sets true or false; nil leaves no key.
    package mutating func set(_ key: String, _ value: Bool?) {
        if let value { set(key, JSONNode(.bool(value))) }
    }

    mutating func set(_ key: String, _ value: Color?) {
        set(key, value?.hex)
    }

    /// Sets an object; nil leaves no key.
    package mutating func set(_ key: String, _ object: JSONObject?) {
        if let object { set(key, JSONNode(.object(object))) }
    }

    /// Sets an array; nil leaves no key.
    package mutating func set(_ key: String, _ items: [JSONNode]?) {
        if let items { set(key, JSONNode(.array(items))) }
    }

    /// Adds the members of `other` that are not there yet, in their order.
    mutating func add(_ other: JSONObject) {
        for key in other.keys where self[key] == nil {
            if let node = other[key] { set(key, node) }
        }
    }

    /// nil where there is nothing in it.
    package var nonEmpty: JSONObject? { isEmpty ? nil : self }
}

extension Color {
    /// `#RRGGBB`, or `#RRGGBBAA` where it is not opaque.
    package var hex: String {
        let channels = [red, green, blue] + (alpha == 255 ? [] : [alpha])
        return channels.reduce("#") { text, channel in
            let digits = String(channel, radix: 16, uppercase: true)
            return text + (digits.count == 1 ? "0" : "") + digits
        }
    }
}
