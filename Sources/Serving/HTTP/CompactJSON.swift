import Planning

/// Prints JSON on one line, as event streams need it.
enum CompactJSON {
    static func text(of object: JSONObject) -> String {
        var text = ""
        write(.object(object), into: &text)
        return text
    }

    private static func write(_ value: JSONValue, into text: inout String) {
        switch value {
        case .array(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += "," }
                write(item.value, into: &text)
            }
            text += "]"
        case .object(let object):
            text += "{"
            for (index, key) in object.keys.enumerated() {
                if index > 0 { text += "," }
                text += JSONWriter.quoted(key) + ":"
                write(object[key]?.value ?? .null, into: &text)
            }
            text += "}"
        default: text += JSONWriter.text(of: value)
        }
    }
}
