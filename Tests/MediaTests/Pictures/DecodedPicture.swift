import Media

/// A whole picture as `PictureReader` gives it, for tests to look at.
struct DecodedPicture {
    var info: PictureInfo
    var warnings: [String]

    /// The decoded raster's size, in stored orientation.
    var storedWidth: Int
    var storedHeight: Int

    /// RGBA in stored orientation, 16 bits a channel.
    var samples: [UInt16]

    init(path: String, largestShrink: Double = 1) throws(MediaError) {
        let reader = try PictureReader(path: path, largestShrink: largestShrink)
        (storedWidth, storedHeight) = (reader.rowWidth, reader.rowCount)
        samples = [UInt16](repeating: 7, count: 4 * storedWidth * storedHeight)
        let stride = 4 * storedWidth
        let rowCount = storedHeight
        let result = samples.withUnsafeMutableBufferPointer { buffer in
            Result { () throws(MediaError) in
                for row in 0..<rowCount {
                    let range = (row * stride)..<((row + 1) * stride)
                    try reader.readRow(into: UnsafeMutableBufferPointer(rebasing: buffer[range]))
                }
            }
        }
        try result.get()
        info = reader.info
        warnings = reader.warnings
    }

    /// Returns RGBA, 0...65535, at a place of the upright picture.
    func pixel(x: Int, y: Int) -> [Int] {
        let at = info.orientation.stored(x: x, y: y, width: storedWidth, height: storedHeight)
        let start = 4 * (at.y * storedWidth + at.x)
        return samples[start..<start + 4].map(Int.init)
    }

    /// Returns RGBA, 0...255, at a place of the upright picture.
    func byte(x: Int, y: Int) -> [Int] { pixel(x: x, y: y).map { ($0 + 128) / 257 } }

    /// Returns what is seen at a place of the upright picture over black, 0...255.
    func overBlack(x: Int, y: Int) -> [Int] {
        let pixel = pixel(x: x, y: y)
        return pixel.prefix(3).map { ($0 * pixel[3] / 65535 + 128) / 257 }
    }
}

/// Returns whether two colours differ by no more than `tolerance` in any channel.
func isClose(_ a: some Collection<Int>, _ b: some Collection<Int>, tolerance: Int) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
}
