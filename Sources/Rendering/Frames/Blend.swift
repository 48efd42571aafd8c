import Foundation

/// Mixing of 8-bit rows.
///
/// Weights are 0...255; results are exactly rounded.
///
/// The loops are written in wrapping 16-bit arithmetic, which the compiler turns into vector code.
enum Blend {
    typealias Row = UnsafeMutablePointer<UInt8>
    typealias Source = UnsafePointer<UInt8>

    /// `x / 255` rounded, for x in 0...65025 + 255.
    @inline(__always)
    private static func divided(_ x: UInt16) -> UInt8 {
        let biased = x &+ 128
        return UInt8(truncatingIfNeeded: (biased &+ (biased &>> 8)) &>> 8)
    }

    /// to = to + (from - to) * weight.
    static func mix(_ to: Row, _ from: Source, weight: UInt8, count: Int) {
        let (b, a) = (UInt16(weight), UInt16(255 - weight))
        for i in 0..<count { to[i] = divided(UInt16(to[i]) &* a &+ UInt16(from[i]) &* b) }
    }

    /// to = to + (from - to) * mask.
    static func mix(_ to: Row, _ from: Source, mask: Source, count: Int) {
        for i in 0..<count {
            let m = UInt16(mask[i])
            to[i] = divided(UInt16(to[i]) &* (255 &- m) &+ UInt16(from[i]) &* m)
        }
    }

    /// row = row * factor.
    static func multiply(_ row: Row, by factor: Source, count: Int) {
        for i in 0..<count { row[i] = divided(UInt16(row[i]) &* UInt16(factor[i])) }
    }

    /// Premultiplied over: to = to * (1 - alpha * mask) + from * mask.
    ///
    /// - Precondition: `from[i] <= alpha[i]`, as premultiplied samples are.
    static func over(_ to: Row, _ from: Source, alpha: Source, mask: Source, count: Int) {
        for i in 0..<count {
            let m = UInt16(mask[i])
            let k = UInt16(divided(UInt16(alpha[i]) &* m))
            to[i] = divided(UInt16(to[i]) &* (255 &- k) &+ UInt16(from[i]) &* m)
        }
    }

    /// Premultiplied over with one weight for all.
    static func over(_ to: Row, _ from: Source, alpha: Source, weight: UInt8, count: Int) {
        let m = UInt16(weight)
        for i in 0..<count {
            let k = UInt16(divided(UInt16(alpha[i]) &* m))
            to[i] = divided(UInt16(to[i]) &* (255 &- k) &+ UInt16(from[i]) &* m)
        }
    }

    /// Clamps premultiplied samples to what alpha allows of the range from `low` to `high`.
    static func limit(_ row: Row, alpha: Source, low: UInt8, high: UInt8, count: Int) {
        let (bottom, top) = (UInt16(low), UInt16(high))
        for i in 0..<count {
            let a = UInt16(alpha[i])
            row[i] = min(max(row[i], divided(a &* bottom)), divided(a &* top))
        }
    }

    /// One chroma row of coverage from two luma rows.
    ///
    /// Chroma lies on the even luma columns: weights 1 2 1 across, 1 1 down.
    static func chroma(_ to: Row, above: Source, below: Source, lumaWidth: Int) {
        for j in 0..<lumaWidth / 2 {
            let i = 2 * j
            let left = max(i - 1, 0)
            let sum =
                UInt16(above[left]) + UInt16(below[left])
                + 2 * (UInt16(above[i]) + UInt16(below[i]))
                + UInt16(above[i + 1]) + UInt16(below[i + 1])
            to[j] = UInt8((sum + 4) >> 3)
        }
    }
}
