import Media

extension WorkingRaster {
    /// Reads the picture at `path` once, top to bottom, and turns it upright.
    init(readingPictureAt path: String) throws(MediaError) {
        let reader = try PictureReader(path: path, largestShrink: 2)
        var sums = BoxSums(
            width: reader.rowWidth, height: reader.rowCount, hasAlpha: reader.info.hasAlpha)
        let row = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: 4 * reader.rowWidth)
        defer { row.deallocate() }
        for y in 0..<reader.rowCount {
            try reader.readRow(into: row)
            sums.add(UnsafeBufferPointer(row), y: y)
        }
        self = sums.raster(reader.info.orientation)
    }
}

/// Sums of the pixels that each pixel of the working raster covers.
private struct BoxSums {
    private let sourceWidth: Int
    private let sourceHeight: Int
    private let hasAlpha: Bool
    private let width: Int
    private let height: Int
    /// The first source column of each column, and one past the last.
    private let columns: [Int]
    /// Red, green, blue (each times opacity) and opacity of every box.
    private var sums: [Float]
    private var transparentCount = 0

    init(width: Int, height: Int, hasAlpha: Bool) {
        sourceWidth = width
        sourceHeight = height
        self.hasAlpha = hasAlpha
        let size = WorkingRaster.size(of: width, height)
        (self.width, self.height) = (size.width, size.height)
        columns = (0...size.width).map { $0 * width / size.width }
        sums = [Float](repeating: 0, count: 4 * size.width * size.height)
    }

    mutating func add(_ row: UnsafeBufferPointer<UInt16>, y: Int) {
        // The row that y falls into: the largest r with r * sourceHeight / height <= y.
        let target = min(height - 1, ((y + 1) * height - 1) / sourceHeight)
        if hasAlpha { transparentCount += Self.transparentPixels(in: row) }
        let (width, hasAlpha) = (width, hasAlpha)
        columns.withUnsafeBufferPointer { columns in
            sums.withUnsafeMutableBufferPointer { sums in
                for x in 0..<width {
                    let box = UnsafeBufferPointer(
                        rebasing: row[(4 * columns[x])..<(4 * columns[x + 1])])
                    let sum = hasAlpha ? Self.weightedSum(of: box) : Self.sum(of: box)
                    let at = 4 &* (target &* width &+ x)
                    sums[at] += sum.red
                    sums[at &+ 1] += sum.green
                    sums[at &+ 2] += sum.blue
                    sums[at &+ 3] += sum.opacity
                }
            }
        }
    }

    /// A box has at most 196 columns, so that 32 bits hold the sum.
    private static func sum(of box: UnsafeBufferPointer<UInt16>) -> WorkingRaster.Pixel {
        var (red, green, blue): (UInt32, UInt32, UInt32) = (0, 0, 0)
        var index = 0
        while index < box.count {
            red &+= UInt32(truncatingIfNeeded: box[index])
            green &+= UInt32(truncatingIfNeeded: box[index &+ 1])
            blue &+= UInt32(truncatingIfNeeded: box[index &+ 2])
            index &+= 4
        }
        return WorkingRaster.Pixel(
            red: Float(red) / 65535, green: Float(green) / 65535, blue: Float(blue) / 65535,
            opacity: Float(box.count / 4))
    }

    private static func weightedSum(of box: UnsafeBufferPointer<UInt16>) -> WorkingRaster.Pixel {
        var (red, green, blue, opacity): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var index = 0
        while index < box.count {
            let alpha = UInt64(truncatingIfNeeded: box[index &+ 3])
            red &+= UInt64(truncatingIfNeeded: box[index]) &* alpha
            green &+= UInt64(truncatingIfNeeded: box[index &+ 1]) &* alpha
            blue &+= UInt64(truncatingIfNeeded: box[index &+ 2]) &* alpha
            opacity &+= alpha
            index &+= 4
        }
        let scale = Float(65535) * 65535
        return WorkingRaster.Pixel(
            red: Float(red) / scale, green: Float(green) / scale, blue: Float(blue) / scale,
            opacity: Float(opacity) / 65535)
    }

    private static func transparentPixels(in row: UnsafeBufferPointer<UInt16>) -> Int {
        var (count, index) = (0, 3)
        while index < row.count {
            if row[index] != .max { count &+= 1 }
            index &+= 4
        }
        return count
    }

    func raster(_ orientation: Orientation) -> WorkingRaster {
        var pixels: [WorkingRaster.Pixel] = []
        pixels.reserveCapacity(width * height)
        for y in 0..<height {
            let rows = rowCount(y)
            for x in 0..<width { pixels.append(pixel(x, y, rows: rows)) }
        }
        return WorkingRaster(
            width: orientation.swapsSides ? height : width,
            height: orientation.swapsSides ? width : height,
            pixels: orientation.turnedUpright(pixels, width: width, height: height),
            transparentShare: Double(transparentCount) / Double(sourceWidth * sourceHeight))
    }

    /// The source rows that `add` counts into row `y`.
    private func rowCount(_ y: Int) -> Int {
        (y + 1) * sourceHeight / height - y * sourceHeight / height
    }

    private func pixel(_ x: Int, _ y: Int, rows: Int) -> WorkingRaster.Pixel {
        let at = 4 * (y * width + x)
        let opacity = sums[at + 3]
        let scale = opacity > 0 ? 1 / opacity : 0
        return WorkingRaster.Pixel(
            red: sums[at] * scale, green: sums[at + 1] * scale, blue: sums[at + 2] * scale,
            opacity: min(1, opacity / Float(rows * (columns[x + 1] - columns[x]))))
    }
}
