/// How much fine detail one plane has over another.
enum Sharpness {
    /// Edges that count, as 8-bit values of the Laplacian, and the share of pixels that must be one.
    ///
    /// Soft ones count where there are no strong ones; noise that encoders drop is weaker.
    private static let bars: [(edge: Int32, share: Double)] = [(40, 0.001), (16, 0.004)]

    /// Returns B's detail over A's, in the root of the edges' energy; nil where there are too few.
    ///
    /// Edges are where either has one: neither is favoured.
    static func ratio(_ a: [UInt8], _ b: [UInt8], width: Int, height: Int) -> Double? {
        for bar in bars {
            if let ratio = ratio(a, b, width: width, height: height, bar) { return ratio }
        }
        return nil
    }

    private static func ratio(
        _ a: [UInt8], _ b: [UInt8], width: Int, height: Int, _ bar: (edge: Int32, share: Double)
    ) -> Double? {
        var (energyA, energyB, count) = (0, 0, 0)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                for y in 1..<height - 1 {
                    for place in (y &* width &+ 1)..<(y &* width &+ width &- 1) {
                        let first = laplacian(a, place, width)
                        let second = laplacian(b, place, width)
                        guard max(abs(first), abs(second)) >= bar.edge else { continue }
                        energyA &+= Int(first &* first)
                        energyB &+= Int(second &* second)
                        count &+= 1
                    }
                }
            }
        }
        guard energyA > 0, energyB > 0, Double(count) >= bar.share * Double(width * height)
        else { return nil }
        return (Double(energyB) / Double(energyA)).squareRoot()
    }

    @inline(__always)
    private static func laplacian(
        _ plane: UnsafeBufferPointer<UInt8>, _ place: Int, _ width: Int
    ) -> Int32 {
        4 &* Int32(plane[place]) &- Int32(plane[place &- 1]) &- Int32(plane[place &+ 1])
            &- Int32(plane[place &- width]) &- Int32(plane[place &+ width])
    }
}
