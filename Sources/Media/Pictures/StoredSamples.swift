/// The layout of decoded rows before they become RGBA with 16 bits a channel.
struct StoredSamples: Hashable {
    /// 1 gray, 2 gray and alpha, 3 RGB, 4 RGBA.
    var channels: Int

    /// Whether a sample has 16 bits, in this machine's byte order, rather than 8.
    var isWide: Bool

    var bytesPerPixel: Int { isWide ? 2 * channels : channels }

    /// Widens `row.count / 4` pixels; 8-bit samples are multiplied by 257, so that 255 is 65535.
    ///
    /// `stored` holds as many pixels at least.
    func widen(_ stored: UnsafeRawBufferPointer, into row: UnsafeMutableBufferPointer<UInt16>) {
        guard stored.count >= row.count / 4 * bytesPerPixel else { return }
        if isWide {
            let samples = stored.assumingMemoryBound(to: UInt16.self)
            if channels == 4 {
                _ = row.update(fromContentsOf: samples[..<row.count])
            } else {
                spread(samples, into: row, scale: 1)
            }
        } else {
            spread(stored.assumingMemoryBound(to: UInt8.self), into: row, scale: 257)
        }
    }

    @inline(__always)
    private func spread<Sample: FixedWidthInteger & UnsignedInteger>(
        _ stored: UnsafeBufferPointer<Sample>, into row: UnsafeMutableBufferPointer<UInt16>,
        scale: UInt16
    ) {
        func sample(_ index: Int) -> UInt16 { UInt16(truncatingIfNeeded: stored[index]) &* scale }
        let pixels = row.count / 4
        switch channels {
        case 1:
            for x in 0..<pixels { fill(row, x, sample(x), 65535) }
        case 2:
            for x in 0..<pixels { fill(row, x, sample(2 &* x), sample(2 &* x &+ 1)) }
        case 3:
            for x in 0..<pixels {
                let (from, to) = (3 &* x, 4 &* x)
                row[to] = sample(from)
                row[to &+ 1] = sample(from &+ 1)
                row[to &+ 2] = sample(from &+ 2)
                row[to &+ 3] = 65535
            }
        default:
            for index in 0..<4 &* pixels { row[index] = sample(index) }
        }
    }

    @inline(__always)
    private func fill(
        _ row: UnsafeMutableBufferPointer<UInt16>, _ pixel: Int, _ gray: UInt16, _ alpha: UInt16
    ) {
        let to = 4 &* pixel
        row[to] = gray
        row[to &+ 1] = gray
        row[to &+ 2] = gray
        row[to &+ 3] = alpha
    }
}
