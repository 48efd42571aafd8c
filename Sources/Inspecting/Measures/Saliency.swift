import Foundation

/// A guess at how strongly each cell draws the eye, made of what sets it apart.
///
/// Five signs are added: fine detail, a colour far from the picture's mean, contrast with the
/// surroundings at a small and at a large scale, and a rare bright light. The middle counts more.
struct Saliency {
    private let map: Field
    private let cells: CellGrid

    init(cells: CellGrid, detail: DetailMap) {
        self.cells = cells
        let unit = Double(cells.longerSide)
        let lab = LabFields(cells)
        let signs: [(weight: Double, field: Field)] = [
            (1, detail.energy.blurred(unit * 0.024).scaled(floor: 0.04)),
            (2, lab.distanceFromMean.scaled(floor: 0.15)),
            (0.5, lab.contrast(unit / 64, unit / 12).scaled(floor: 0.08)),
            (1.5, lab.contrast(unit / 32, unit / 5).scaled(floor: 0.08)),
            (5, lab.lights),
        ]
        // A plain picture has no sign: what is left is the middle.
        var sum = [Double](repeating: 0.3, count: cells.cells.count)
        for sign in signs {
            for index in sum.indices { sum[index] += sign.weight * sign.field.values[index] }
        }
        for index in sum.indices { sum[index] *= Self.centerBias(cells.center(index)) }
        map = Field(width: cells.width, values: sum).blurred(unit * 0.05)
    }

    /// The centroid of the strongest place: the cells around the peak that rise above half of the
    /// way from the median to it.
    var focus: PictureMeasures.Point {
        guard let peak = map.values.indices.max(by: { map.values[$0] < map.values[$1] }) else {
            return PictureMeasures.Point(x: 0.5, y: 0.5)
        }
        let level = (map.values[peak] + map.median) / 2
        var (total, x, y) = (0.0, 0.0, 0.0)
        for index in place(around: peak, above: level) {
            let weight = pow(map.values[index] - level, 2)
            let center = cells.center(index)
            total += weight
            x += weight * center.x
            y += weight * center.y
        }
        guard total > 0 else { return cells.center(peak) }
        return PictureMeasures.Point(x: x / total, y: y / total)
    }

    /// The connected cells around `peak` that are above `level`.
    private func place(around peak: Int, above level: Double) -> [Int] {
        var isSeen = [Bool](repeating: false, count: map.values.count)
        var (found, waiting) = ([Int](), [peak])
        isSeen[peak] = true
        while let index = waiting.popLast() {
            found.append(index)
            for next in neighbors(of: index) where !isSeen[next] && map.values[next] > level {
                isSeen[next] = true
                waiting.append(next)
            }
        }
        return found
    }

    private func neighbors(of index: Int) -> [Int] {
        let (x, y) = (index % map.width, index / map.width)
        return [
            x > 0 ? index - 1 : nil, x + 1 < map.width ? index + 1 : nil,
            y > 0 ? index - map.width : nil, y + 1 < map.height ? index + map.width : nil,
        ].compactMap { $0 }
    }

    private static func centerBias(_ point: PictureMeasures.Point) -> Double {
        let (x, y) = (point.x - 0.5, point.y - 0.5)
        return exp(-(x * x + y * y) / (2 * 0.3 * 0.3))
    }
}

/// The three axes of OKLab as fields.
private struct LabFields {
    private let fields: [Field]
    private let means: [Double]

    init(_ cells: CellGrid) {
        let axes: [(CellGrid.Cell) -> Double] = [
            { $0.seen.lightness }, { $0.seen.a }, { $0.seen.b },
        ]
        fields = axes.map { Field(width: cells.width, values: cells.cells.map($0)) }
        means = fields.map { $0.values.reduce(0, +) / Double(max(1, $0.values.count)) }
    }

    var distanceFromMean: Field {
        distance { axis, index in fields[axis].values[index] - means[axis] }
    }

    /// How far a cell's surroundings of `inner` cells are from those of `outer` cells.
    func contrast(_ inner: Double, _ outer: Double) -> Field {
        let near = fields.map { $0.blurred(inner) }
        let far = fields.map { $0.blurred(outer) }
        return distance { axis, index in near[axis].values[index] - far[axis].values[index] }
    }

    /// Cells much lighter than the mean, as far as they are rare (one in sixteen at most): a sun or
    /// a lamp, not a white ground.
    var lights: Field {
        var field = fields[0]
        field.values = field.values.map { max(0, $0 - means[0]) }
        field = field.scaled(floor: 0.15)
        field.values = field.values.map { pow($0, 6) }
        let mean = field.values.reduce(0, +) / Double(max(1, field.values.count))
        let rarity = max(0, 1 - 16 * mean)
        field.values = field.values.map { $0 * rarity }
        return field
    }

    private func distance(_ difference: (_ axis: Int, _ index: Int) -> Double) -> Field {
        var result = fields[0]
        for index in result.values.indices {
            let (l, a, b) = (difference(0, index), difference(1, index), difference(2, index))
            result.values[index] = (l * l + a * a + b * b).squareRoot()
        }
        return result
    }
}
