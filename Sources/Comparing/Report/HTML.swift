import Foundation

/// Text and bytes for a page of HTML.
enum HTML {
    /// Returns `text` for use between tags and in quoted attributes.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // No document may hold other control characters (HTML, 13.2.3.5).
            case "\u{0}"..<"\t", "\u{B}"..<" ", "\u{7F}"..<"\u{A0}": result += "\u{FFFD}"
            // Embeddings, overrides and isolates would turn what follows around.
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Returns a `data:` address of a picture; nil where `bytes` is neither JPEG nor PNG.
    static func picture(_ bytes: [UInt8]) -> String? {
        let kind: String
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            kind = "image/png"
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            kind = "image/jpeg"
        } else {
            return nil
        }
        return "data:\(kind);base64,\(Data(bytes).base64EncodedString())"
    }

    /// Returns `text` as JSON's string that is safe inside a script element.
    static func script(_ text: String) -> String {
        var result = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x20, 0x21, 0x23...0x25, 0x28...0x3B, 0x3D, 0x3F...0x5B, 0x5D...0x7E:
                result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default: result += String(format: "\\u%04x", Int(unit))
            }
        }
        return result + "\""
    }

    /// Returns a number for JSON and SVG: never an exponent, never what is not finite.
    static func number(_ value: Double, digits: Int = 2) -> String {
        guard value.isFinite else { return "0" }
        return String(format: "%.\(digits)f", value)
    }
}
