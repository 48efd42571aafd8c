/// SplitMix64.
private struct Randomness {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}

/// Damage to a file that its number alone decides.
package struct Damage {
    private var random: Randomness

    package init(_ number: Int) { random = Randomness(state: UInt64(truncatingIfNeeded: number)) }

    /// Returns a damaged file of `corpus`, which holds no empty one.
    package func applied(to corpus: [[UInt8]]) -> [UInt8] {
        var copy = self
        return copy.file(from: corpus)
    }

    private mutating func file(from corpus: [[UInt8]]) -> [UInt8] {
        var bytes = corpus[random.below(corpus.count)]
        for _ in 0...random.below(6) {
            hurt(&bytes, other: corpus[random.below(corpus.count)])
            if bytes.isEmpty { return bytes }
        }
        return bytes
    }

    private static let marks = Array("{}[]\":,\\-0.eE\n\0 1".utf8) + [0xFF, 0x80, 0x7F, 0xD8]

    private mutating func hurt(_ bytes: inout [UInt8], other: [UInt8]) {
        // The first bytes name the format: they are hurt seldom.
        let first = random.below(20) == 0 ? 0 : min(24, bytes.count - 1)
        let place = first + random.below(bytes.count - first)
        let length = min(random.below(1 << random.below(12)) + 1, bytes.count - place)
        switch random.below(9) {
        case 0, 1, 2: bytes[place] = Self.marks[random.below(Self.marks.count)]
        case 3: bytes[place] ^= 1 << UInt8(random.below(8))
        case 4: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 5: bytes.replaceSubrange(place..<(place + length), with: [])
        case 6: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
        case 7:
            let from = random.below(other.count)
            let piece = other[from..<min(from + length, other.count)]
            bytes.replaceSubrange(place..<(place + min(piece.count, length)), with: piece)
        default: if random.below(4) == 0 { bytes.removeLast(bytes.count - place) }
        }
    }
}
