import Testing

@testable import Inspecting

/// The examples of RFC 8949, appendix A, and what is not well-formed by appendix F.
@Suite struct CBORTests {
    @Test(
        arguments: [
            ("00", .unsigned(0)), ("01", .unsigned(1)), ("0a", .unsigned(10)),
            ("17", .unsigned(23)),
            ("1818", .unsigned(24)), ("1819", .unsigned(25)), ("1864", .unsigned(100)),
            ("1903e8", .unsigned(1000)), ("1a000f4240", .unsigned(1_000_000)),
            ("1b000000e8d4a51000", .unsigned(1_000_000_000_000)),
            ("1bffffffffffffffff", .unsigned(18_446_744_073_709_551_615)),
            ("3bffffffffffffffff", .negative(18_446_744_073_709_551_615)),
            ("20", .negative(0)), ("29", .negative(9)), ("3863", .negative(99)),
            ("3903e7", .negative(999)),
            ("c249010000000000000000", .tagged(2, .bytes([1, 0, 0, 0, 0, 0, 0, 0, 0]))),
            ("c11a514b67b0", .tagged(1, .unsigned(1_363_896_240))),
            ("d74401020304", .tagged(23, .bytes([1, 2, 3, 4]))),
            ("d818456449455446", .tagged(24, .bytes([0x64, 0x49, 0x45, 0x54, 0x46]))),
        ] as [(String, CBOR)])
    func integersAndTagsAreThoseOfTheStandard(hex: String, item: CBOR) {
        #expect(Self.read(hex) == item)
    }

    @Test(arguments: [
        ("f90000", 0.0), ("f93c00", 1), ("f93e00", 1.5), ("f97bff", 65504),
        ("f90001", 5.960464477539063e-8), ("f90400", 0.00006103515625), ("f9c400", -4),
        ("fb3ff199999999999a", 1.1), ("fa47c35000", 100_000),
        ("fa7f7fffff", 3.4028234663852886e+38), ("fb7e37e43c8800759c", 1.0e+300),
        ("fbc010666666666666", -4.1), ("f97c00", .infinity), ("f9fc00", -.infinity),
        ("fa7f800000", .infinity), ("fbfff0000000000000", -.infinity),
    ])
    func floatingPointNumbersAreThoseOfTheStandard(hex: String, value: Double) {
        #expect(Self.read(hex) == .float(value))
    }

    @Test(arguments: ["f97e00", "fa7fc00000", "fb7ff8000000000000"])
    func notANumberIsNone(hex: String) {
        guard case .float(let value) = Self.read(hex) else {
            Issue.record("\(hex) is a float")
            return
        }
        #expect(value.isNaN)
    }

    @Test(
        arguments: [
            ("f4", .bool(false)), ("f5", .bool(true)), ("f6", .null), ("f7", .undefined),
            ("f0", .simple(16)), ("f8ff", .simple(255)), ("40", .bytes([])),
            ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")), ("6161", .text("a")),
            ("6449455446", .text("IETF")), ("62225c", .text("\"\\")), ("62c3bc", .text("\u{FC}")),
            ("63e6b0b4", .text("\u{6C34}")), ("64f0908591", .text("\u{10151}")),
            ("5f42010243030405ff", .bytes([1, 2, 3, 4, 5])),
            ("7f657374726561646d696e67ff", .text("streaming")),
        ] as [(String, CBOR)])
    func stringsAndSimpleValuesAreThoseOfTheStandard(hex: String, item: CBOR) {
        #expect(Self.read(hex) == item)
    }

    private static let oneToThree = CBOR.array([
        .unsigned(1), .array([.unsigned(2), .unsigned(3)]),
        .array([.unsigned(4), .unsigned(5)]),
    ])

    @Test(arguments: [
        "8301820203820405", "9f018202039f0405ffff", "9f01820203820405ff", "83018202039f0405ff",
        "83019f0203ff820405",
    ])
    func arraysOfBothKindsOfLengthAreTheSame(hex: String) {
        #expect(Self.read(hex) == Self.oneToThree)
    }

    @Test func mapsAreThoseOfTheStandard() {
        let numbers = Self.read("a201020304")
        #expect(numbers?[.unsigned(1)] == .unsigned(2))
        #expect(numbers?[.unsigned(3)] == .unsigned(4))
        let list = CBOR.array([.unsigned(2), .unsigned(3)])
        for hex in ["a26161016162820203", "bf61610161629f0203ffff"] {
            #expect(Self.read(hex)?["a"]?.integer == 1)
            #expect(Self.read(hex)?["b"] == list)
        }
        #expect(Self.read("bf6346756ef563416d7421ff")?["Amt"]?.integer == -2)
        #expect(Self.read("a0") == .map([]))
        #expect(Self.read("9fff") == .array([]))
    }

    @Test(arguments: [
        "", "18", "1b00000000", "44010203", "5a", "81", "8201", "a1", "a101", "bf01ff", "9f01",
        "5f4100", "7f", "1c", "3d", "df", "fe", "ff", "81ff", "f800", "f81f", "5f00ff", "7f4100ff",
        "5f5f4100ffff", "3f", "1f", "9bffffffffffffffff", "bbffffffffffffffff",
        "5bffffffffffffffff", "5b7fffffffffffffff",
    ])
    func whatIsNotWellFormedIsNoItem(hex: String) {
        #expect(Self.read(hex) == nil)
    }

    @Test func depthIsBounded() {
        let deep = [UInt8](repeating: 0x81, count: 1_000_000) + [0]
        #expect(CBORReader.read(deep[...]) == nil)
        let shallow = [UInt8](repeating: 0x81, count: CBORReader.greatestDepth - 1) + [0]
        #expect(CBORReader.read(shallow[...]) != nil)
    }

    @Test func theNumberOfItemsIsBounded() {
        let head: [UInt8] = [0x9A, 0x00, 0x10, 0x00, 0x00]
        #expect(CBORReader.read((head + [UInt8](repeating: 0, count: 1 << 20))[...]) == nil)
    }

    private static func read(_ hex: String) -> CBOR? {
        let digits = Array(hex)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        return CBORReader.read(bytes[...])
    }
}
