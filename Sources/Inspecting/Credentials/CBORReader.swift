/// Reads data items of CBOR (RFC 8949) from bytes that nobody vouches for.
///
/// Lengths are held against what is left of the input before anything is copied, nesting and the
/// number of items are capped.
struct CBORReader {
    /// The most items inside one another, tags included.
    static let greatestDepth = 48

    /// The most items altogether.
    static let mostItems = 200_000

    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var items = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// Returns the first data item of `bytes`, nil where it is not well-formed or too large.
    static func read(_ bytes: ArraySlice<UInt8>) -> CBOR? {
        var reader = CBORReader(bytes)
        return reader.item(depth: 0)
    }

    private mutating func item(depth: Int) -> CBOR? {
        items += 1
        guard depth < Self.greatestDepth, items <= Self.mostItems, let head = head() else {
            return nil
        }
        switch head.major {
        case 0: return head.count.map(CBOR.unsigned)
        case 1: return head.count.map(CBOR.negative)
        case 2: return string(head).map(CBOR.bytes)
        case 3: return string(head).map { .text(String(decoding: $0, as: UTF8.self)) }
        case 4: return array(head, depth: depth)
        case 5: return map(head, depth: depth)
        case 6:
            guard let tag = head.count, let inner = item(depth: depth + 1) else { return nil }
            return .tagged(tag, inner)
        default: return simple(head)
        }
    }

    /// The initial byte and its argument (clause 3); `count` is nil for an indefinite length.
    private struct Head {
        var major: UInt8
        var detail: UInt8
        var count: UInt64?
    }

    private mutating func head() -> Head? {
        guard let first = take(1)?.first else { return nil }
        let (major, detail) = (first >> 5, first & 31)
        switch detail {
        case 0..<24: return Head(major: major, detail: detail, count: UInt64(detail))
        case 24...27:
            guard let argument = take(1 << (detail - 24)) else { return nil }
            let count = argument.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Head(major: major, detail: detail, count: count)
        case 31 where (2...5).contains(major) || major == 7:
            return Head(major: major, detail: detail, count: nil)
        default: return nil  // 28...30 are reserved; integers and tags have no indefinite form.
        }
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= bytes.endIndex - index else { return nil }
        defer { index += count }
        return bytes[index..<index + count]
    }

    /// Takes a break where one comes next (clause 3.2.1).
    private mutating func takeBreak() -> Bool {
        guard index < bytes.endIndex, bytes[index] == 0xFF else { return false }
        index += 1
        return true
    }

    /// Takes a string; one of indefinite length is made of definite chunks of its own type (clause
    /// 3.2.3).
    private mutating func string(_ head: Head) -> [UInt8]? {
        if let count = head.count {
            return Int(exactly: count).flatMap { take($0) }.map(Array.init)
        }
        var whole: [UInt8] = []
        while !takeBreak() {
            guard let chunk = self.head(), chunk.major == head.major,
                let count = chunk.count.flatMap(Int.init(exactly:)), let part = take(count)
            else { return nil }
            whole += part
        }
        return whole
    }

    private mutating func array(_ head: Head, depth: Int) -> CBOR? {
        var list: [CBOR] = []
        while !isComplete(list.count, head) {
            guard let next = item(depth: depth + 1) else { return nil }
            list.append(next)
        }
        return .array(list)
    }

    private mutating func map(_ head: Head, depth: Int) -> CBOR? {
        var members: [CBOR.Member] = []
        while !isComplete(members.count, head) {
            guard let key = item(depth: depth + 1), let value = item(depth: depth + 1) else {
                return nil
            }
            members.append(CBOR.Member(key: key, value: value))
        }
        return .map(members)
    }

    private mutating func isComplete(_ count: Int, _ head: Head) -> Bool {
        guard let wanted = head.count else { return takeBreak() }
        return UInt64(count) == wanted
    }

    /// Clause 3.3: simple values and floating-point numbers.
    private func simple(_ head: Head) -> CBOR? {
        guard let bits = head.count else { return nil }  // A break where an item should be.
        switch head.detail {
        case 20: return .bool(false)
        case 21: return .bool(true)
        case 22: return .null
        case 23: return .undefined
        case 0..<20: return .simple(UInt8(bits))
        case 24: return bits < 32 ? nil : .simple(UInt8(bits))
        case 25: return .float(Self.half(UInt16(truncatingIfNeeded: bits)))
        case 26: return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        default: return .float(Double(bitPattern: bits))
        }
    }

    /// Returns the value of IEEE 754 binary16 `bits`; Float16 is missing on some machines.
    private static func half(_ bits: UInt16) -> Double {
        let (exponent, fraction) = (Int(bits >> 10 & 31), Double(bits & 1023))
        let sign = bits >> 15 == 0 ? 1.0 : -1.0
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default:
            return Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction) * sign
        }
    }
}
