/// Breaks bytes in the same way on every machine.
struct ByteBreaker {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ z >> 31) % UInt64(max(limit, 1)))
    }

    /// Returns `bytes` with one to eight places changed, doubled, dropped or cut off.
    mutating func `break`(_ bytes: [UInt8]) -> [UInt8] {
        var broken = bytes
        for _ in 0...next(below: 8) where !broken.isEmpty {
            let place = next(below: broken.count)
            let end = min(place + next(below: 40), broken.count)
            switch next(below: 6) {
            case 0: broken[place] = [0, 1, 0x7F, 0x80, 0xFF][next(below: 5)]
            case 1: broken[place] ^= 1 << UInt8(next(below: 8))
            case 2: broken.removeSubrange(place..<end)
            case 3: broken.insert(contentsOf: broken[place..<end], at: next(below: place + 1))
            case 4: broken[place] = UInt8(next(below: 256))
            default: if next(below: 4) == 0 { broken.removeLast(broken.count - place) }
            }
        }
        return broken
    }
}
