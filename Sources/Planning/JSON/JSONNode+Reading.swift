import Foundation

extension JSONNode {
    /// The members; nil where it is no object.
    package var object: JSONObject? {
        if case .object(let object) = value { object } else { nil }
    }

    /// The elements; nil where it is no array.
    package var array: [JSONNode]? {
        if case .array(let items) = value { items } else { nil }
    }

    /// The text; nil where it is no string.
    package var string: String? {
        if case .string(let string) = value { string } else { nil }
    }

    /// The whole number; nil where it is none.
    package var integer: Int? {
        if case .number(let number) = value { number.integer } else { nil }
    }

    /// The number; nil where it is none.
    package var double: Double? {
        if case .number(let number) = value { number.double } else { nil }
    }
}
