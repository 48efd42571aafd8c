import Foundation

/// A JSON number with the digits that were written, so that nothing is lost on the way back.
package struct JSONNumber: Hashable, Sendable {
    /// The literal, by RFC 8259's grammar and inside the range of a double.
    package let text: String

    /// - Precondition: `text` is a JSON number literal.
    init(literal text: String) {
        self.text = text
    }

    /// A whole number of any length, kept to the last digit; nil where `digits` is more or less
    /// than digits behind an optional minus, or past the range of a double.
    package init?(digits: String) {
        let plain = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
        guard !plain.isEmpty, plain.utf8.count <= 300,
            plain.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            plain == "0" || plain.first != "0"
        else { return nil }
        text = digits
    }

    package init(_ integer: Int) {
        text = String(integer)
    }

    /// The shortest literal that reads back as `double`; infinities and NaN become 0.
    package init(_ double: Double) {
        guard double.isFinite else {
            text = "0"
            return
        }
        let whole = double.rounded() == double && abs(double) < 9e15
        text = whole ? String(Int(double)) : "\(double)"
    }

    package var double: Double { Double(text) ?? 0 }

    /// The value where it is a whole number that fits, however it is written: `1000.0` and `1e3`
    /// are 1000.
    package var integer: Int? {
        if let plain = Int(text) { return plain }
        let (digits, exponent) = decimal
        if digits.allSatisfy({ $0 == "0" || $0 == "-" }) { return 0 }
        guard exponent <= 20, exponent >= -digits.count else { return nil }
        guard exponent < 0 else { return Int(digits + String(repeating: "0", count: exponent)) }
        guard digits.suffix(-exponent).allSatisfy({ $0 == "0" }) else { return nil }
        return Int(digits.dropLast(-exponent))
    }

    /// The value as a fraction in lowest decimal terms, nil where it does not fit.
    ///
    /// 12.5 is 125/10: exact where a double may not be.
    package var fraction: (numerator: Int, denominator: Int)? {
        if let integer { return (integer, 1) }
        let (digits, exponent) = decimal
        guard exponent < 0, exponent >= -15, let numerator = Int(digits) else { return nil }
        return (numerator, (0..<(-exponent)).reduce(1) { power, _ in power * 10 })
    }

    /// The literal as an integer's digits (with its sign) times ten to the exponent.
    private var decimal: (digits: String, exponent: Int) {
        let parts = text.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: "E", maxSplits: 1, omittingEmptySubsequences: false) }
        let mantissa = parts.first.map(String.init) ?? text
        // Bounded, so that the number of places can be taken off: 1e-9223372036854775808 is 0.
        let written =
            parts.count > 1 ? min(max(Int(parts[1]) ?? Int.max, -1_000_000), 1_000_000) : 0
        guard let point = mantissa.firstIndex(of: ".") else { return (mantissa, written) }
        let places = mantissa.distance(from: point, to: mantissa.endIndex) - 1
        return (mantissa.replacingOccurrences(of: ".", with: ""), written - places)
    }
}
