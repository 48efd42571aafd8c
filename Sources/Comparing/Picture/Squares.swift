/// Finds pictures of squares, such as pixelation makes them: their steps are meant, and no bands.
///
/// Edges between flat cells lie on few straight lines, across and down; those of bands follow the
/// gradient. Of pixelated films at least 0.4 of the edges lie on such lines in both directions, of
/// banded and other ones less than 0.1 in one of them.
enum Squares {
    /// Pixels on each side of an edge that have to be flat, and how much they may differ.
    private static let side = 5
    private static let flat: Int32 = 2
    /// The least difference of both sides' sums.
    private static let leastStep: Int32 = 12

    /// The share of rows that have an edge on a line, at least.
    private static let leastSupport = 0.2
    private static let leastLines = 5
    private static let leastShare = 0.25

    /// Whether a plane of `width` x `height` samples shows squares; false where it is too small to tell.
    static func areShown(by plane: [UInt8], width: Int, height: Int) -> Bool {
        plane.withUnsafeBufferPointer { plane in
            haveLines(plane, lines: height, apart: width, length: width, step: 1)
                && haveLines(plane, lines: width, apart: 1, length: height, step: width)
        }
    }

    /// Whether the edges of every fourth line lie at the same places.
    private static func haveLines(
        _ plane: UnsafeBufferPointer<UInt8>, lines: Int, apart: Int, length: Int, step: Int
    ) -> Bool {
        guard length > 2 * side + 2, lines > 4 else { return false }
        var edges = [Int](repeating: 0, count: length)
        var count = 0
        for number in stride(from: 0, to: lines, by: 4) {
            count += 1
            let start = number &* apart
            for place in side...(length - side) {
                let before = Side(plane, start &+ (place &- side) &* step, step)
                let behind = Side(plane, start &+ place &* step, step)
                if before.range <= flat, behind.range <= flat,
                    abs(before.sum &- behind.sum) >= leastStep
                {
                    edges[place] &+= 1
                }
            }
        }
        return areOnLines(edges, rows: count)
    }

    private static func areOnLines(_ edges: [Int], rows: Int) -> Bool {
        let least = leastSupport * Double(rows)
        var (onLines, lines, last) = (0, 0, -4)
        for place in 1..<(edges.count - 1)
        where Double(edges[place - 1] + edges[place] + edges[place + 1]) >= least {
            onLines += edges[place]
            if place - last > 3 { lines += 1 }
            last = place
        }
        return lines >= leastLines
            && Double(onLines) >= leastShare * Double(edges.reduce(0, +))
    }

    /// Pixels beside an edge.
    private struct Side {
        var range: Int32
        var sum: Int32

        init(_ plane: UnsafeBufferPointer<UInt8>, _ start: Int, _ step: Int) {
            var (low, high, sum): (Int32, Int32, Int32) = (255, 0, 0)
            for index in 0..<Squares.side {
                let value = Int32(plane[start &+ index &* step])
                (low, high, sum) = (min(low, value), max(high, value), sum &+ value)
            }
            (range, self.sum) = (high &- low, sum)
        }
    }
}
