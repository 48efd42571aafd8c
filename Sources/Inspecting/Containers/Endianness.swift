import Foundation

/// The order of an integer's bytes.
enum Endianness: Hashable, Sendable {
    case big
    case little

    /// Returns the unsigned integer in `width` bytes (1...4) from `index` on, nil where it would
    /// leave `bytes`.
    func integer(_ bytes: [UInt8], at index: Int, width: Int) -> Int? {
        guard index >= 0, width <= bytes.count, index <= bytes.count - width else { return nil }
        var value = 0
        for offset in 0..<width {
            let byte = Int(bytes[index + offset])
            value |= byte << (8 * (self == .big ? width - 1 - offset : offset))
        }
        return value
    }
}

extension [UInt8] {
    /// Whether the characters of `text` stand at `index`.
    func hasText(_ text: StaticString, at index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index >= 0, count <= self.count, index <= self.count - count else { return false }
        return text.withUTF8Buffer { self[index..<(index + count)].elementsEqual($0) }
    }

    /// Returns the four characters at `index`; bytes that are not ASCII become question marks.
    func fourCharacters(at index: Int) -> String? {
        guard index >= 0, index <= count - 4 else { return nil }
        let characters = self[index..<(index + 4)].map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
        return String(decoding: characters, as: UTF8.self)
    }
}
