import Foundation

/// Prints JSON with two-space indents: short arrays of plain values on one line, all else one a
/// line.
package enum JSONWriter {
    /// Returns the text of `value`, without a final newline.
    package static func text(of value: JSONValue) -> String {
        var text = ""
        write(value, indent: 0, into: &text)
        return text
    }

    private static func write(_ value: JSONValue, indent: Int, into text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number.text
        case .string(let string): text += quoted(string)
        case .array(let items) where items.allSatisfy(\.isScalar):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += ", " }
                write(item.value, indent: indent, into: &text)
            }
            text += "]"
        case .array(let items):
            block("[", "]", items, indent, &text) { item, text in
                write(item.value, indent: indent + 1, into: &text)
            }
        case .object(let object) where object.isEmpty: text += "{}"
        case .object(let object):
            block("{", "}", object.keys, indent, &text) { key, text in
                text += quoted(key) + ": "
                if let node = object[key] { write(node.value, indent: indent + 1, into: &text) }
            }
        }
    }

    private static func block<Item>(
        _ opening: String, _ closing: String, _ items: [Item], _ indent: Int,
        _ text: inout String, _ body: (Item, inout String) -> Void
    ) {
        text += opening
        for (index, item) in items.enumerated() {
            text += index > 0 ? ",\n" : "\n"
            text += String(repeating: "  ", count: indent + 1)
            body(item, &text)
        }
        text += "\n" + String(repeating: "  ", count: indent) + closing
    }

    /// Returns `string` in double quotes, escaped where RFC 8259 demands it.
    package static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension JSONNode {
    fileprivate var isScalar: Bool {
        switch value {
        case .array, .object: false
        default: true
        }
    }
}
