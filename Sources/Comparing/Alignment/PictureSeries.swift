/// The luma of a film's frames over one area at a small raster, in sixteenths of a level.
struct PictureSeries {
    let columns: Int
    let rows: Int
    let count: Int
    private(set) var values: [Int16]

    static let columns = 48
    static let rows = 27

    /// Samples `area` of each kept picture of `signature`.
    init(_ signature: VideoSignature, area: PictureArea) {
        (columns, rows, count) = (Self.columns, Self.rows, signature.pictureCount)
        let (width, height) = (VideoSignature.width, VideoSignature.height)
        let xs = Self.taps(Self.columns, area.x, area.width, width)
        let ys = Self.taps(Self.rows, area.y, area.height, height)
        let (size, picture) = (Self.columns * Self.rows, width * height)
        let count = count
        values = [Int16](unsafeUninitializedCapacity: count * size) { out, filled in
            signature.pictures.withUnsafeBufferPointer { source in
                var place = 0
                for frame in 0..<count {
                    for y in ys {
                        let top = frame * picture + y.first * width
                        let bottom = frame * picture + y.second * width
                        for x in xs {
                            let upper =
                                Int(source[top + x.first]) &* (16 &- x.share)
                                &+ Int(source[top + x.second]) &* x.share
                            let lower =
                                Int(source[bottom + x.first]) &* (16 &- x.share)
                                &+ Int(source[bottom + x.second]) &* x.share
                            let value = upper &* (16 &- y.share) &+ lower &* y.share
                            out[place] = Int16(truncatingIfNeeded: (value &+ 8) >> 4)
                            place += 1
                        }
                    }
                }
            }
            filled = count * size
        }
    }

    private init(columns: Int, rows: Int, count: Int, values: [Int16]) {
        (self.columns, self.rows, self.count, self.values) = (columns, rows, count, values)
    }

    var size: Int { columns * rows }

    private typealias Tap = (first: Int, second: Int, share: Int)

    private static func taps(_ count: Int, _ start: Double, _ length: Double, _ limit: Int)
        -> [Tap]
    {
        (0..<count).map { index in
            let center = start + (Double(index) + 0.5) / Double(count) * length
            let place = min(max(center * Double(limit) - 0.5, 0), Double(limit - 1))
            let first = Int(place)
            let share = Int(((place - Double(first)) * 16).rounded())
            return (first, min(first + 1, limit - 1), share)
        }
    }

    /// The same at a third of the raster.
    var coarse: PictureSeries {
        let (wide, high) = (columns / 3, rows / 3)
        var out = [Int16](repeating: 0, count: count * wide * high)
        for frame in 0..<count {
            for y in 0..<high {
                for x in 0..<wide {
                    var sum = 0
                    for line in 0..<3 {
                        let start = frame * size + (3 * y + line) * columns + 3 * x
                        for index in start..<start + 3 { sum &+= Int(values[index]) }
                    }
                    out[(frame * high + y) * wide + x] = Int16(truncatingIfNeeded: sum / 9)
                }
            }
        }
        return PictureSeries(columns: wide, rows: high, count: count, values: out)
    }

    /// The same with levels multiplied by `gain` and raised by `bias` levels.
    func mapped(gain: Double, bias: Double) -> PictureSeries {
        let table = (0...4096).map { value in
            Int16(min(max((Double(value) * gain + bias * 16).rounded(), -1000), 5000))
        }
        return PictureSeries(
            columns: columns, rows: rows, count: count,
            values: values.map { table[min(max(Int($0), 0), 4096)] })
    }

    /// The mean squared difference of frame `index` from `otherIndex` of `other`, in levels².
    func distance(_ index: Int, _ other: PictureSeries, _ otherIndex: Int) -> Double {
        values.withUnsafeBufferPointer { mine in
            other.values.withUnsafeBufferPointer { its in
                var sum = 0
                let (start, otherStart) = (index * size, otherIndex * size)
                for row in 0..<rows {
                    var part: Int32 = 0
                    for x in row * columns..<(row + 1) * columns {
                        let difference = Int32(mine[start + x]) &- Int32(its[otherStart + x])
                        part &+= difference &* difference
                    }
                    sum &+= Int(UInt32(bitPattern: part))
                }
                return Double(sum) / Double(256 * size)
            }
        }
    }

    /// How far frame `other.otherIndex` lies from frame `index` towards frame `next`, as a share.
    func share(_ index: Int, towards next: Int, of other: PictureSeries, _ otherIndex: Int)
        -> Double
    {
        var (along, length) = (0, 0)
        let (start, nextStart, otherStart) = (index * size, next * size, otherIndex * size)
        for x in 0..<size {
            let base = Int(values[start + x])
            let step = Int(values[nextStart + x]) &- base
            along &+= step &* (Int(other.values[otherStart + x]) &- base)
            length &+= step &* step
        }
        return length > 0 ? Double(along) / Double(length) : 0
    }
}
