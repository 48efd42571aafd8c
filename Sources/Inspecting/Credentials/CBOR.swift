/// A data item of CBOR (RFC 8949).
enum CBOR: Hashable, Sendable {
    case unsigned(UInt64)
    /// The value is -1 - n, so that -2⁶⁴ fits too (clause 3.1).
    case negative(UInt64)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    /// Members in the order of the input; keys may repeat, the first one counts.
    case map([Member])
    indirect case tagged(UInt64, CBOR)
    case bool(Bool)
    case null
    case undefined
    case simple(UInt8)
    /// Half, single or double.
    case float(Double)

    struct Member: Hashable, Sendable {
        var key: CBOR
        var value: CBOR
    }
}

extension CBOR {
    /// The item below all tags.
    var untagged: CBOR {
        var item = self
        while case .tagged(_, let inner) = item { item = inner }
        return item
    }

    /// The value for `key` where this is a map that has it.
    subscript(key: CBOR) -> CBOR? {
        guard case .map(let members) = untagged else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value for the text `key` where this is a map that has it.
    subscript(key: String) -> CBOR? { self[.text(key)] }

    var text: String? {
        guard case .text(let text) = untagged else { return nil }
        return text
    }

    var bytes: [UInt8]? {
        guard case .bytes(let bytes) = untagged else { return nil }
        return bytes
    }

    var items: [CBOR]? {
        guard case .array(let items) = untagged else { return nil }
        return items
    }

    var isMap: Bool {
        guard case .map = untagged else { return false }
        return true
    }

    /// The integer where it fits.
    var integer: Int? {
        switch untagged {
        case .unsigned(let value): Int(exactly: value)
        case .negative(let value): Int(exactly: value).map { -1 - $0 }
        default: nil
        }
    }
}
