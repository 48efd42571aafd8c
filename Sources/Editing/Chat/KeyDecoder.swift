/// Reads keys out of the bytes that a terminal sends.
///
/// Bytes may come in any pieces: what is not whole yet waits for the rest.
package struct KeyDecoder: Sendable {
    private var bytes: [UInt8] = []

    /// What has been pasted so far; nil outside of a paste.
    private var pasted: [UInt8]?

    private static let escape: UInt8 = 0x1B

    package init() {}

    /// Whether the start of a key waits for its rest: a terminal sends that at once.
    package var isWaiting: Bool { !bytes.isEmpty }

    /// Returns the keys that are whole with `more`.
    package mutating func keys(_ more: [UInt8]) -> [Key] {
        bytes += more
        var keys: [Key] = []
        while !bytes.isEmpty {
            if pasted != nil {
                guard let paste = takePaste() else { break }
                keys.append(paste)
                continue
            }
            guard let (key, length) = next() else { break }
            bytes.removeFirst(length)
            if let key { keys.append(key) }
        }
        return keys
    }

    /// Gives up on the rest of a key that was begun: a lone Escape.
    package mutating func giveUp() { bytes = [] }

    /// The first key and its bytes; without a key, bytes that mean nothing; nil where it is not
    /// whole.
    private mutating func next() -> (key: Key?, length: Int)? {
        switch bytes[0] {
        case Self.escape: return escapeSequence()
        case 0..<0x20, 0x7F: return (Self.controls[bytes[0]], 1)
        default: return character()
        }
    }

    private static let controls: [UInt8: Key] = [
        0x01: .home, 0x02: .left, 0x03: .interrupt, 0x04: .endOfInput, 0x05: .end, 0x06: .right,
        0x08: .backspace, 0x09: .tab, 0x0A: .enter, 0x0B: .killToEnd, 0x0C: .clearScreen,
        0x0D: .enter, 0x0E: .down, 0x10: .up, 0x15: .killToStart, 0x17: .deleteWord,
        0x1A: .suspend, 0x7F: .backspace,
    ]

    // MARK: - Characters

    private func character() -> (key: Key?, length: Int)? {
        let length =
            switch bytes[0] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let rest = bytes.dropFirst().prefix(length - 1).prefix { 0x80...0xBF ~= $0 }
        if rest.count < length - 1, bytes.count < length, rest.count == bytes.count - 1 {
            return nil
        }
        // Bytes that are no UTF-8 become the replacement character.
        return (
            .text(String(decoding: bytes.prefix(rest.count + 1), as: UTF8.self)), rest.count + 1
        )
    }

    // MARK: - Escape sequences

    private mutating func escapeSequence() -> (key: Key?, length: Int)? {
        guard bytes.count > 1 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "["): return controlSequence()
        case UInt8(ascii: "O"):
            guard bytes.count > 2 else { return nil }
            return (Self.finals[bytes[2]], 3)
        case UInt8(ascii: "b"): return (.wordLeft, 2)
        case UInt8(ascii: "f"): return (.wordRight, 2)
        case 0x7F, 0x08: return (.deleteWord, 2)
        case Self.escape: return (nil, 1)
        default: return (nil, bytes[1] < 0x80 ? 2 : 1)
        }
    }

    /// `ESC [`, parameters, a final byte from 0x40 on.
    private mutating func controlSequence() -> (key: Key?, length: Int)? {
        let parameters = bytes.dropFirst(2).prefix { 0x20...0x3F ~= $0 }
        let end = parameters.endIndex
        guard end < bytes.count else { return nil }
        // What is no sequence is no key either.
        guard 0x40...0x7E ~= bytes[end] else { return (nil, end) }
        let text = String(decoding: parameters, as: UTF8.self)
        if bytes[end] == UInt8(ascii: "~") {
            if text == "200" { pasted = [] }
            return (Self.numbered[text], end + 1)
        }
        let isByWord = text.hasSuffix(";5") || text.hasSuffix(";3")
        let key = Self.finals[bytes[end]]
        return switch key {
        case .left? where isByWord: (.wordLeft, end + 1)
        case .right? where isByWord: (.wordRight, end + 1)
        default: (key, end + 1)
        }
    }

    private static let finals: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
        UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    ]

    private static let numbered: [String: Key] = [
        "1": .home, "3": .delete, "4": .end, "7": .home, "8": .end,
    ]

    // MARK: - Pastes

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    /// Moves bytes into the paste, and returns it where its end has come.
    private mutating func takePaste() -> Key? {
        if let end = bytes.firstRange(of: Self.pasteEnd) {
            let whole = (pasted ?? []) + bytes[..<end.lowerBound]
            bytes.removeFirst(end.upperBound)
            pasted = nil
            return .paste(String(decoding: whole, as: UTF8.self))
        }
        // The end may have begun.
        let kept =
            (1..<Self.pasteEnd.count).reversed().first {
                bytes.ends(with: Self.pasteEnd.prefix($0))
            } ?? 0
        pasted?.append(contentsOf: bytes.dropLast(kept))
        bytes.removeFirst(bytes.count - kept)
        return nil
    }
}

extension Array where Element == UInt8 {
    fileprivate func ends(with other: ArraySlice<UInt8>) -> Bool {
        count >= other.count && self[(count - other.count)...].elementsEqual(other)
    }
}
