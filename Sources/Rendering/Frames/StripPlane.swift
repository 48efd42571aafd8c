import Foundation

/// One plane of a prepared picture in the layout that the kernels read: strips of 16 rows, a
/// vector a column.
///
/// Columns repeat outwards for `padding` columns on either side, and the last rows downwards to a
/// whole strip, so a filter that reaches over an edge sees the edge.
struct StripPlane: Sendable {
    let width: Int
    let height: Int
    let padding: Int
    let samples: Samples

    /// How a plane holds its samples.
    enum Samples: Sendable {
        /// Code values: what a file's picture is worth, and half the memory to stream through for
        /// every frame.
        case bytes(Storage<UInt8>)
        /// Signed 9.7 fixed-point code values, for what is made at high precision and dithered.
        case words(Storage<Int16>)
    }

    /// The rows of a strip, which is `CK_LANES`; spelled out so that the compiler can divide by it
    /// fast.
    static let lanes = 16

    /// Where the strip of rows `16 * index ..< 16 * index + 16` holds column 0.
    func offset(ofStrip index: Int) -> Int {
        (index * (width + 2 * padding) + padding) * Self.lanes
    }

    /// The code value at (`x`, `y`), clamped to the plane.
    func sample(_ x: Int, _ y: Int) -> Float {
        let (x, y) = (min(max(x, 0), width - 1), min(max(y, 0), height - 1))
        let index = offset(ofStrip: y / Self.lanes) + x * Self.lanes + y % Self.lanes
        return switch samples {
        case .bytes(let storage): Float(storage.base[index])
        case .words(let storage): Float(storage.base[index]) / Int16.one
        }
    }
}

/// A number that a plane can be made of.
protocol StripSample: BitwiseCopyable, Sendable {
    /// The nearest sample to a code value, saturating.
    init(codeValue: Float)

    static func samples(_ storage: Storage<Self>) -> StripPlane.Samples
}

extension UInt8: StripSample {
    init(codeValue: Float) {
        self = UInt8(codeValue.clamped(to: 0...255) + 0.5)
    }

    static func samples(_ storage: Storage<UInt8>) -> StripPlane.Samples { .bytes(storage) }
}

extension Int16: StripSample {
    /// Code value 1.
    static let one: Float = 128

    init(codeValue: Float) {
        let exact = (codeValue * Self.one).clamped(to: -32_767...32_767)
        // Written out, because rounding is a library call on processors before SSE4.
        self = Int16(exact + (exact < 0 ? -0.5 : 0.5))
    }

    static func samples(_ storage: Storage<Int16>) -> StripPlane.Samples { .words(storage) }
}

extension Float {
    fileprivate func clamped(to range: ClosedRange<Float>) -> Float {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
