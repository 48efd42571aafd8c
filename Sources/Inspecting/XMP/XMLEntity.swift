/// Character references and the five entities that XML has without a declaration.
enum XMLEntity {
    /// Returns `bytes` as text with references put into place; what is none stays as it is.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes
        while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
            decoded += rest[..<ampersand]
            let body = rest[(ampersand + 1)...].prefix(12)
            if let end = body.firstIndex(of: UInt8(ascii: ";")), let text = named(body[..<end]) {
                decoded += text.utf8
                rest = rest[(end + 1)...]
            } else {
                decoded.append(UInt8(ascii: "&"))
                rest = rest[(ampersand + 1)...]
            }
        }
        return String(decoding: decoded + rest, as: UTF8.self)
    }

    private static func named(_ body: ArraySlice<UInt8>) -> String? {
        let name = String(decoding: body, as: UTF8.self)
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let code = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
        else { return nil }
        return Unicode.Scalar(code).map { String(Character(code == 0 ? "\u{FFFD}" : $0)) }
    }
}
