import Foundation
import Planning

extension JSONNode {
    var members: [String: JSONValue] { value.members }
}

extension JSONValue {
    var members: [String: JSONValue] {
        guard case .object(let object) = self else { return [:] }
        return object.keys.reduce(into: [:]) { $0[$1] = object[$1]?.value }
    }

    var items: [JSONValue] {
        guard case .array(let nodes) = self else { return [] }
        return nodes.map(\.value)
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var number: Double? {
        guard case .number(let number) = self else { return nil }
        return number.double
    }
}
