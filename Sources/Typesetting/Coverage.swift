/// A raster of 8-bit coverage at a whole-pixel place; rows run down.
struct Coverage {
    var originX: Int
    var originY: Int
    var width: Int
    var height: Int
    var pixels: [UInt8]

    /// An empty raster.
    init(originX: Int, originY: Int, width: Int, height: Int) {
        self.originX = originX
        self.originY = originY
        self.width = max(width, 0)
        self.height = max(height, 0)
        pixels = [UInt8](repeating: 0, count: self.width * self.height)
    }

    /// Adds `other` where both overlap, up to full: outlines that touch then leave no seam.
    mutating func add(_ other: Coverage) {
        combine(other) { sum, added in UInt8(clamping: Int(sum) + Int(added)) }
    }

    /// Takes the larger of both: for shapes that overlap, as a stroke and its fill do.
    mutating func formMaximum(_ other: Coverage) {
        combine(other) { max($0, $1) }
    }

    private mutating func combine(_ other: Coverage, _ operation: (UInt8, UInt8) -> UInt8) {
        let left = max(originX, other.originX)
        let right = min(originX + width, other.originX + other.width)
        let top = max(originY, other.originY)
        let bottom = min(originY + height, other.originY + other.height)
        guard left < right, top < bottom else { return }
        for y in top..<bottom {
            let row = (y - originY) * width - originX
            let otherRow = (y - other.originY) * other.width - other.originX
            for x in left..<right {
                pixels[row + x] = operation(pixels[row + x], other.pixels[otherRow + x])
            }
        }
    }
}
