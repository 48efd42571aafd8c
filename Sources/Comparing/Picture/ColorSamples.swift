import Media

/// The colours of small squares of frames at the same places of A and B, as limited range stores
/// them.
struct ColorSamples: Sendable {
    var a: [SIMD3<Double>] = []
    var b: [SIMD3<Double>] = []

    /// Squares of a frame at most, so that a long film stays small.
    private static let most = 500

    /// Pixels of a square's side: enough to average an encoder's noise out.
    private static let side = 8

    init() {}

    /// Takes squares evenly from all of a pair of frames.
    init(_ a: VideoScan.Frame, _ b: VideoScan.Frame, isFullRange: Bool) {
        let (columns, rows) = (a.width / Self.side, a.height / Self.side)
        var step = 1
        while (columns / step) * (rows / step) > Self.most { step += 1 }
        for row in stride(from: step / 2, to: rows, by: step) {
            for column in stride(from: step / 2, to: columns, by: step) {
                let (x, y) = (column * Self.side, row * Self.side)
                let (first, second) = (Self.mean(of: a, x, y), Self.mean(of: b, x, y))
                self.a.append(isFullRange ? YCbCr.narrowed(first) : first)
                self.b.append(isFullRange ? YCbCr.narrowed(second) : second)
            }
        }
    }

    mutating func append(_ other: ColorSamples) {
        a += other.a
        b += other.b
    }

    /// Returns some of the squares, spread evenly.
    func thinned(to most: Int) -> ColorSamples {
        let step = (a.count + most - 1) / most
        guard step > 1 else { return self }
        var result = ColorSamples()
        for place in stride(from: 0, to: a.count, by: step) {
            result.a.append(a[place])
            result.b.append(b[place])
        }
        return result
    }

    private static func mean(of frame: VideoScan.Frame, _ x: Int, _ y: Int) -> SIMD3<Double> {
        SIMD3(
            mean(frame.luma, frame.width, x, y, side),
            mean(frame.cb, frame.width / 2, x / 2, y / 2, side / 2),
            mean(frame.cr, frame.width / 2, x / 2, y / 2, side / 2))
    }

    private static func mean(
        _ plane: [UInt8], _ width: Int, _ x: Int, _ y: Int, _ side: Int
    ) -> Double {
        plane.withUnsafeBufferPointer { plane in
            var sum = 0
            for row in y..<y + side {
                for place in row * width + x..<row * width + x + side { sum &+= Int(plane[place]) }
            }
            return Double(sum) / Double(side * side)
        }
    }
}
