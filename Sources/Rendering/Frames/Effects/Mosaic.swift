import Foundation

/// Replaces a plane by the means of square cells.
struct Mosaic {
    /// The centre of the middle cell in luma pixels of the plane's region.
    var centerX: Double
    var centerY: Double

    /// The side of a cell in luma pixels.
    var cell: Double

    /// Draws over `plane`; edges between cells lie on whole samples.
    func draw(over plane: SamplePlane) {
        let reduction = Double(plane.reduction)
        let side = cell / reduction
        guard side > 1 else { return }
        let columns = Self.edges(centerX / reduction, side, plane.width)
        let rows = Self.edges(centerY / reduction, side, plane.height)
        var sums = [UInt32](repeating: 0, count: plane.width)
        for (top, bottom) in zip(rows, rows.dropFirst()) {
            for x in sums.indices { sums[x] = 0 }
            for y in top..<bottom { Self.add(plane.samples + y * plane.stride, to: &sums) }
            let first = plane.samples + top * plane.stride
            for (left, right) in zip(columns, columns.dropFirst()) {
                let count = UInt32((right - left) * (bottom - top))
                let sum = sums[left..<right].reduce(0, &+)
                let mean = UInt8(truncatingIfNeeded: (sum &+ count / 2) / count)
                (first + left).update(repeating: mean, count: right - left)
            }
            for y in top + 1..<max(bottom, top + 1) {
                (plane.samples + y * plane.stride).update(from: first, count: plane.width)
            }
        }
    }

    private static func add(_ row: UnsafeMutablePointer<UInt8>, to sums: inout [UInt32]) {
        sums.withUnsafeMutableBufferPointer { sums in
            for x in sums.indices { sums[x] &+= UInt32(row[x]) }
        }
    }

    /// The edges of all cells that touch 0..<count, cut to it, rising.
    private static func edges(_ center: Double, _ side: Double, _ count: Int) -> [Int] {
        var edges = [0]
        let first = (-center / side + 0.5).rounded(.down)
        // One more than the cells that fit, and one for either end.
        for index in 0...Int(Double(count) / side) + 2 {
            let edge = (center + (first + Double(index) - 0.5) * side).rounded()
            if edge > Double(edges[edges.count - 1]), edge < Double(count) {
                edges.append(Int(edge))
            }
        }
        return edges + [count]
    }
}
