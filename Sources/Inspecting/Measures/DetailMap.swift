import Foundation

/// Where a picture has much detail: the mean step between neighbouring pixels, by cells.
struct DetailMap {
    /// Mean steps of Y' (0...1), not blurred.
    let energy: Field
    private let cells: CellGrid

    /// No place is nearer to an edge than this share of the side.
    private static let margin = 0.15
    /// Places are this share of the longer side apart.
    private static let distance = 0.22
    private static let most = 3
    /// Below one step of 255 there is noise alone.
    private static let least = 1.0 / 255

    init(luma: LumaPlane, cells: CellGrid) {
        energy = cells.means(of: luma.steps, width: luma.width, height: luma.height)
        self.cells = cells
    }

    /// The centres of the most detailed places, the strongest first.
    var places: [PictureMeasures.Point] {
        let blurred = energy.blurred(Double(cells.longerSide) * 0.03)
        var found: [PictureMeasures.Point] = []
        let order = blurred.values.indices.filter { isInside(cells.center($0)) }
            .sorted { (blurred.values[$1], $0) < (blurred.values[$0], $1) }
        for index in order where blurred.values[index] > Self.least {
            let place = cells.center(index)
            if found.allSatisfy({ distance($0, place) >= Self.distance }) { found.append(place) }
            if found.count == Self.most { break }
        }
        return found
    }

    private func isInside(_ point: PictureMeasures.Point) -> Bool {
        let inside = Self.margin...(1 - Self.margin)
        return inside.contains(point.x) && inside.contains(point.y)
    }

    /// The distance in shares of the longer side.
    private func distance(_ a: PictureMeasures.Point, _ b: PictureMeasures.Point) -> Double {
        let longer = Double(cells.longerSide)
        return hypot(
            (a.x - b.x) * Double(cells.width) / longer, (a.y - b.y) * Double(cells.height) / longer)
    }
}
