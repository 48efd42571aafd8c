import Foundation

/// Where an effect applies, as a share of each pixel, in the directions of a box.
struct MaskShape: Hashable {
    var kind: Kind
    var box: Box

    enum Kind: Hashable {
        /// From the middle towards the corners.
        case corners
        /// Lines `width` pixels wide between equal parts.
        case lines(parts: Int, width: Double)
        /// Outside a circle; places are fractions of the box, the radius one of its shorter side.
        case outside(x: Double, y: Double, radius: Double)
    }

    /// Writes the shares 0...255 of `count` pixels from (`x`, `y`) of the canvas on.
    func write(x: Int, y: Int, count: Int, into row: UnsafeMutablePointer<UInt8>) {
        let (c, s) = (cos(box.rotation), sin(box.rotation))
        let dy = Double(y) + 0.5 - box.centerY
        for i in 0..<count {
            let dx = Double(x + i) + 0.5 - box.centerX
            let share = share(dx * c + dy * s, dy * c - dx * s)
            row[i] = UInt8((min(max(share, 0), 1) * 255).rounded())
        }
    }

    /// The share at a place that counts from the box's centre, in its own directions.
    private func share(_ u: Double, _ v: Double) -> Double {
        switch kind {
        case .corners:
            let (x, y) = (2 * u / box.width, 2 * v / box.height)
            return Self.smooth(((x * x + y * y) / 2).squareRoot(), from: 0.35, to: 1)
        case .lines(let parts, let width):
            guard abs(u) <= box.width / 2, abs(v) <= box.height / 2 else { return 0 }
            let distance = min(
                Self.distance(u, box.width, parts), Self.distance(v, box.height, parts))
            return width / 2 + 0.5 - distance
        case .outside(let x, let y, let radius):
            let (dx, dy) = (u - (x - 0.5) * box.width, v - (y - 0.5) * box.height)
            let distance = (dx * dx + dy * dy).squareRoot()
            return Self.smooth(
                distance / (radius * min(box.width, box.height)), from: 0.9, to: 1.1)
        }
    }

    /// How far `place` is from the nearest line that cuts -side/2...side/2 into equal parts.
    private static func distance(_ place: Double, _ side: Double, _ parts: Int) -> Double {
        let count = Double(parts)
        let line = min(max(((place / side + 0.5) * count).rounded(), 1), count - 1)
        return abs(place - (line / count - 0.5) * side)
    }

    /// Hermite's step from 0 to 1.
    private static func smooth(_ value: Double, from: Double, to: Double) -> Double {
        let share = min(max((value - from) / (to - from), 0), 1)
        return share * share * (3 - 2 * share)
    }
}
