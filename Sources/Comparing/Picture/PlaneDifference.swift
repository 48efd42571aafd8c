import Foundation

/// Measures two planes of 8-bit samples against each other, as FFmpeg's filters `psnr` and `ssim`
/// define it.
///
/// Memory is kept from call to call.
struct PlaneDifference {
    private let width: Int
    private let height: Int

    /// Sums of 4 rows in each column: of A, of B, of both squares, of the products.
    private var columns: [Int32]

    /// The same of 4 × 4 pixels each, of the row of blocks above and of this one.
    private var above: [Int32]
    private var below: [Int32]

    /// The windows' similarities of the last measurement, `mapWidth` a row.
    private(set) var map: [Float]

    /// Windows of 8 × 8 pixels stand at every fourth.
    let mapWidth: Int
    let mapHeight: Int

    /// For planes of at least 8 × 8 pixels.
    init(width: Int, height: Int) {
        (self.width, self.height) = (width, height)
        (mapWidth, mapHeight) = (width / 4 - 1, height / 4 - 1)
        columns = Array(repeating: 0, count: 4 * width)
        above = Array(repeating: 0, count: width / 4 * 4)
        below = above
        map = Array(repeating: 1, count: mapWidth * mapHeight)
    }

    /// Returns the mean of the squared differences.
    static func meanSquaredError(_ a: [UInt8], _ b: [UInt8]) -> Double {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                var total = 0
                var start = 0
                // As many squares as 32 bits hold.
                while start < a.count {
                    let end = min(start + 16384, a.count)
                    var sum: Int32 = 0
                    for place in start..<end {
                        let difference = Int32(a[place]) &- Int32(b[place])
                        sum = sum &+ difference &* difference
                    }
                    total += Int(sum)
                    start = end
                }
                return Double(total) / Double(a.count)
            }
        }
    }

    /// Returns the mean structural similarity and leaves the windows' in `map`.
    mutating func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
        var sum = 0.0
        for row in 0...mapHeight {
            swap(&above, &below)
            addBlocks(a, b, row: row)
            if row > 0 { sum += closeWindows(row: row - 1) }
        }
        return sum / Double(mapWidth * mapHeight)
    }

    private mutating func addBlocks(_ a: [UInt8], _ b: [UInt8], row: Int) {
        let (width, start) = (self.width, row * 4 * self.width)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                columns.withUnsafeMutableBufferPointer { columns in
                    guard let a = a.baseAddress, let b = b.baseAddress,
                        let columns = columns.baseAddress
                    else { return }
                    Self.addColumns(a + start, b + start, width, columns)
                }
            }
        }
        let blocks = width / 4
        columns.withUnsafeBufferPointer { columns in
            below.withUnsafeMutableBufferPointer { below in
                for kind in 0..<4 {
                    for block in 0..<blocks {
                        let first = kind &* width &+ 4 &* block
                        below[kind &* blocks &+ block] =
                            columns[first] &+ columns[first &+ 1] &+ columns[first &+ 2]
                            &+ columns[first &+ 3]
                    }
                }
            }
        }
    }

    private static func addColumns(
        _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ width: Int,
        _ sums: UnsafeMutablePointer<Int32>
    ) {
        let (sumsB, squares, products) = (sums + width, sums + 2 * width, sums + 3 * width)
        memset(sums, 0, 4 * width * MemoryLayout<Int32>.size)
        for row in 0..<4 {
            let (a, b) = (a + row &* width, b + row &* width)
            for x in 0..<width {
                let (p, q) = (Int32(a[x]), Int32(b[x]))
                sums[x] = sums[x] &+ p
                sumsB[x] = sumsB[x] &+ q
                squares[x] = squares[x] &+ p &* p &+ q &* q
                products[x] = products[x] &+ p &* q
            }
        }
    }

    private mutating func closeWindows(row: Int) -> Double {
        let (blocks, count) = (width / 4, mapWidth)
        var sum: Float = 0
        above.withUnsafeBufferPointer { above in
            below.withUnsafeBufferPointer { below in
                map.withUnsafeMutableBufferPointer { map in
                    for x in 0..<count {
                        func total(_ kind: Int) -> Int32 {
                            let place = kind &* blocks &+ x
                            return above[place] &+ above[place &+ 1] &+ below[place]
                                &+ below[place &+ 1]
                        }
                        let value = Self.similarity(total(0), total(1), total(2), total(3))
                        map[row &* count &+ x] = value
                        sum += value
                    }
                }
            }
        }
        return Double(sum)
    }

    /// The similarity of a window of 64 pixels by its sums; the constants are (0.01 · 255)² · 64
    /// and (0.03 · 255)² · 64 · 63.
    @inline(__always)
    private static func similarity(
        _ a: Int32, _ b: Int32, _ squares: Int32, _ products: Int32
    ) -> Float {
        let (c1, c2): (Float, Float) = (416, 235_963)
        let means = Float(a &* a &+ b &* b)
        let variances = Float(squares &* 64 &- a &* a &- b &* b)
        let covariance = Float(products &* 64 &- a &* b)
        return (2 * Float(a &* b) + c1) * (2 * covariance + c2)
            / ((means + c1) * (variances + c2))
    }
}
