import Rendering

/// What a key asks of the preview.
enum PreviewKey: Hashable {
    case frameBack, frameOn, secondBack, secondOn
    case start, end
    case borderBack, borderOn
    case play, snapshot, reload, help
    case redraw, suspend, quit
}

/// Reads keys, and the terminal's answers between them, out of the bytes that it sends.
///
/// Bytes may come in any pieces: what is not whole yet waits for the rest.
struct PreviewKeys {
    private var bytes: [UInt8] = []

    /// What the terminal said about itself so far.
    private(set) var answer = TerminalAnswer()

    private static let escape: UInt8 = 0x1B

    /// More is no key: the rest of a sequence comes at once.
    private static let longest = 64

    /// Whether the start of a key waits for its rest.
    var isWaiting: Bool { !bytes.isEmpty }

    /// Returns the keys that are whole with `more`.
    mutating func take(_ more: [UInt8]) -> [PreviewKey] {
        bytes += more
        var keys: [PreviewKey] = []
        while let (key, length) = next() {
            bytes.removeFirst(length)
            if let key { keys.append(key) }
        }
        if bytes.count > Self.longest { bytes = [] }
        return keys
    }

    /// Returns what the start of a key means without a rest: a lone Escape.
    mutating func giveUp() -> [PreviewKey] {
        defer { bytes = [] }
        return bytes == [Self.escape] ? [.quit] : []
    }

    /// The first key and its bytes; without a key, bytes that mean nothing; nil where it is not
    /// whole.
    private mutating func next() -> (key: PreviewKey?, length: Int)? {
        guard let first = bytes.first else { return nil }
        guard first == Self.escape else { return (Self.characters[first], 1) }
        guard bytes.count > 1 else { return nil }
        switch bytes[1] {
        case UInt8(ascii: "["): return controlSequence()
        case UInt8(ascii: "O"):
            return bytes.count > 2 ? (Self.key(final: bytes[2], "", isModified: false), 3) : nil
        case Self.escape: return (.quit, 1)
        default: return (nil, 2)
        }
    }

    /// `ESC [`, parameters, a final byte from 0x40 on.
    private mutating func controlSequence() -> (key: PreviewKey?, length: Int)? {
        let end = bytes.dropFirst(2).prefix { 0x20...0x3F ~= $0 }.endIndex
        guard end < bytes.count else { return nil }
        let parameters = String(decoding: bytes[2..<end], as: UTF8.self)
        let final = bytes[end]
        if answer.take(parameters: parameters, final: Character(UnicodeScalar(final))) {
            return (nil, end + 1)
        }
        let isModified = parameters.contains(";") && !parameters.hasSuffix(";1")
        return (Self.key(final: final, parameters, isModified: isModified), end + 1)
    }

    private static func key(
        final: UInt8, _ parameters: String, isModified: Bool
    ) -> PreviewKey? {
        switch (Character(UnicodeScalar(final)), parameters.prefix { $0 != ";" }) {
        case ("D", _): isModified ? .secondBack : .frameBack
        case ("C", _): isModified ? .secondOn : .frameOn
        case ("A", _): .borderBack
        case ("B", _): .borderOn
        case ("H", _), ("~", "1"), ("~", "7"): .start
        case ("F", _), ("~", "4"), ("~", "8"): .end
        default: nil
        }
    }

    private static let characters: [UInt8: PreviewKey] = [
        UInt8(ascii: "h"): .frameBack, UInt8(ascii: "l"): .frameOn,
        UInt8(ascii: "["): .secondBack, UInt8(ascii: "]"): .secondOn,
        UInt8(ascii: "j"): .borderBack, UInt8(ascii: "k"): .borderOn,
        UInt8(ascii: " "): .play, UInt8(ascii: "s"): .snapshot, UInt8(ascii: "r"): .reload,
        UInt8(ascii: "?"): .help, UInt8(ascii: "q"): .quit,
        0x03: .quit, 0x04: .quit, 0x0C: .redraw, 0x1A: .suspend,
    ]
}
