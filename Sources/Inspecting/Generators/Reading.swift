import Foundation

/// Reads single values out of text.
enum Reading {
    /// Returns a finite number, nil where `text` is none.
    static func amount(_ text: some StringProtocol) -> Double? {
        guard text.utf8.count <= 64, let value = Double(text.trimmed), value.isFinite else {
            return nil
        }
        return value
    }

    /// Returns a whole number from 0 on, however it is written.
    static func whole(_ text: some StringProtocol) -> Int? {
        guard let value = amount(text), value >= 0, value < 1e15, value.rounded() == value else {
            return nil
        }
        return Int(value)
    }

    /// Returns the digits of a seed, nil where it is no integer or -1, which means "not known".
    static func seed(_ text: some StringProtocol) -> String? {
        var text = text.trimmed
        if text.hasSuffix(".0") { text.removeLast(2) }
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard (1...40).contains(digits.utf8.count), text != "-1",
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return text
    }

    /// Returns a size where both sides are possible ones.
    static func size(_ width: Int?, _ height: Int?) -> Generation.Size? {
        guard let width, let height, (1...1_000_000).contains(width),
            (1...1_000_000).contains(height)
        else { return nil }
        return Generation.Size(width: width, height: height)
    }

    /// Returns the first two whole numbers of a short text: "1024x1024", "(1024, 1024)",
    /// "1024 × 768".
    static func size(_ text: some StringProtocol) -> Generation.Size? {
        guard text.utf8.count <= 64 else { return nil }
        let numbers = text.split { !$0.isASCII || !$0.isNumber }.map { Int($0) }
        guard numbers.count >= 2 else { return nil }
        return size(numbers[0], numbers[1])
    }
}
