import Media

/// The samples whose lowest bits may hold a text.
enum BitPlane: String, CaseIterable {
    case alpha
    case rgb = "RGB"

    private var bitsPerPixel: Int { self == .alpha ? 1 : 3 }

    /// Returns the first `count` bytes that the bits make, column by column; nil where the picture
    /// has too few or none of this kind, or is damaged.
    ///
    /// Rows below those that the bytes need are not decoded.
    func bytes(_ count: Int, path: String) throws(MediaError) -> [UInt8]? {
        guard let rows = try StoredRows(path: path), self == .rgb || rows.channels == 4 else {
            return nil
        }
        let pixels = (8 * count + bitsPerPixel - 1) / bitsPerPixel
        guard pixels <= rows.width * rows.height else { return nil }
        let columns = (pixels + rows.height - 1) / rows.height
        let rowCount = min(rows.height, pixels)
        return lowBits(of: rows, columns: columns, rowCount: rowCount).flatMap {
            pack($0, count: count)
        }
    }

    /// The bits of each pixel, column by column; nil where the picture is damaged.
    private func lowBits(
        of rows: StoredRows, columns: Int, rowCount: Int
    ) -> [UInt8]? {
        var bits = [UInt8](repeating: 0, count: columns * rowCount * bitsPerPixel)
        var row = [UInt8](repeating: 0, count: rows.width * rows.channels)
        let first = self == .alpha ? 3 : 0
        for y in 0..<rowCount {
            guard rows.readRow(into: &row) else { return nil }
            for x in 0..<columns {
                let to = (x * rowCount + y) * bitsPerPixel
                let from = x * rows.channels + first
                for bit in 0..<bitsPerPixel { bits[to &+ bit] = row[from &+ bit] & 1 }
            }
        }
        return bits
    }

    private func pack(_ bits: [UInt8], count: Int) -> [UInt8]? {
        guard bits.count >= 8 * count else { return nil }
        return (0..<count).map { index in
            bits[(8 * index)..<(8 * index + 8)].reduce(0) { $0 << 1 | $1 }
        }
    }
}
