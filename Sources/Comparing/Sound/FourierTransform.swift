import Foundation

/// The discrete Fourier transform of a power of two of complex values, in place (radix 2).
struct FourierTransform: Sendable {
    /// How many values, a power of two of at least 2.
    let count: Int

    private let cosines: [Float]
    private let sines: [Float]

    init(count: Int) {
        self.count = count
        let angles = (0..<count / 2).map { 2 * Double.pi * Double($0) / Double(count) }
        cosines = angles.map { Float(cos($0)) }
        sines = angles.map { Float(-sin($0)) }
    }

    /// Transforms values of which `real` and `imaginary` hold the parts, `count` each.
    func forward(_ real: inout [Float], _ imaginary: inout [Float]) {
        real.withUnsafeMutableBufferPointer { real in
            imaginary.withUnsafeMutableBufferPointer { imaginary in
                reorder(real, imaginary)
                var half = 1
                while half < count {
                    pass(real, imaginary, half: half)
                    half *= 2
                }
            }
        }
    }

    /// The inverse of `forward` but for the factor `count`.
    func backward(_ real: inout [Float], _ imaginary: inout [Float]) {
        forward(&imaginary, &real)
    }

    private typealias Values = UnsafeMutableBufferPointer<Float>

    private func reorder(_ real: Values, _ imaginary: Values) {
        var mirrored = 0
        var index = 1
        while index < count {
            var bit = count / 2
            while mirrored & bit != 0 {
                mirrored ^= bit
                bit /= 2
            }
            mirrored |= bit
            if index < mirrored {
                real.swapAt(index, mirrored)
                imaginary.swapAt(index, mirrored)
            }
            index += 1
        }
    }

    private func pass(_ real: Values, _ imaginary: Values, half: Int) {
        let step = count / (2 * half)
        cosines.withUnsafeBufferPointer { cosines in
            sines.withUnsafeBufferPointer { sines in
                var start = 0
                while start < count {
                    var offset = 0
                    while offset < half {
                        let (c, s) = (cosines[offset * step], sines[offset * step])
                        let (low, high) = (start + offset, start + offset + half)
                        let turned = real[high] * c - imaginary[high] * s
                        let crossed = real[high] * s + imaginary[high] * c
                        real[high] = real[low] - turned
                        imaginary[high] = imaginary[low] - crossed
                        real[low] += turned
                        imaginary[low] += crossed
                        offset += 1
                    }
                    start += 2 * half
                }
            }
        }
    }
}
