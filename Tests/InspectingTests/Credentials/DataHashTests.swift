import Testing

@testable import Inspecting

@Suite struct DataHashTests {
    /// SHA-256 of "abc" (FIPS 180-2, appendix B.1).
    private let abc: [UInt8] = [
        0xBA, 0x78, 0x16, 0xBF, 0x8F, 0x01, 0xCF, 0xEA, 0x41, 0x41, 0x40, 0xDE, 0x5D, 0xAE, 0x22,
        0x23, 0xB0, 0x03, 0x61, 0xA3, 0x96, 0x17, 0x7A, 0x9C, 0xB4, 0x10, 0xFF, 0x61, 0xF2, 0x00,
        0x15, 0xAD,
    ]

    private func hash(_ exclusions: [(Int, Int)], algorithm: String? = nil) -> DataHash? {
        let ranges = exclusions.map { start, length in
            CBOR.map([
                .init(key: .text("start"), value: Self.number(start)),
                .init(key: .text("length"), value: Self.number(length)),
            ])
        }
        return DataHash(
            .map([
                .init(key: .text("exclusions"), value: .array(ranges)),
                .init(key: .text("hash"), value: .bytes(abc)),
            ]), claimAlgorithm: algorithm)
    }

    private static func number(_ value: Int) -> CBOR {
        value < 0 ? .negative(UInt64(-1 - value)) : .unsigned(UInt64(value))
    }

    @Test(arguments: [
        ("abc", []), ("axxbc", [(1, 2)]), ("xxabcy", [(5, 1), (0, 2)]),
        ("axyzbc", [(1, 2), (2, 2)]), ("abcxx", [(3, 99)]),
    ])
    func rangesAreLeftOut(file: String, exclusions: [(Int, Int)]) {
        #expect(hash(exclusions)?.fits(Array(file.utf8), storeSize: 0) == true)
    }

    @Test func rangesThatLeaveOutMoreThanTheStoreSayNothing() {
        let file = Array("abc".utf8) + [UInt8](repeating: 0, count: 10_000)
        #expect(hash([(3, 10_000)])?.fits(file, storeSize: 0) == nil)
        #expect(hash([(3, 10_000)])?.fits(file, storeSize: 10_000) == true)
    }

    @Test func rangesBelowZeroOrBeyondCountingAreNone() {
        #expect(hash([(-1, 2)]) == nil)
        #expect(hash([(1, -2)]) == nil)
        #expect(hash([(Int.max, 2)]) == nil)
    }

    @Test func anUnknownAlgorithmSaysNothing() {
        #expect(hash([], algorithm: "md5")?.fits(Array("abc".utf8), storeSize: 0) == nil)
    }
}
