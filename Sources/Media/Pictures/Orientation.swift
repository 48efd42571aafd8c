/// Which way up a stored raster is to be shown.
///
/// Raw values are those of the EXIF tag 0x0112 (CIPA DC-008-2019, 4.6.4, Orientation).
package enum Orientation: Int, Hashable, Sendable, CaseIterable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case mirroredUpsideDown = 4
    case mirroredLeft = 5
    case right = 6
    case mirroredRight = 7
    case left = 8

    /// Whether the upright picture is as wide as the stored raster is high.
    package var swapsSides: Bool { rawValue >= 5 }

    /// Returns the stored pixel that is shown at (`x`, `y`) of the upright picture.
    ///
    /// `width` and `height` are those of the stored raster; `x` and `y` lie inside the upright
    /// picture.
    package func stored(
        x: Int, y: Int, width: Int, height: Int
    ) -> (x: Int, y: Int) {
        switch self {
        case .upright: (x, y)
        case .mirrored: (width - 1 - x, y)
        case .upsideDown: (width - 1 - x, height - 1 - y)
        case .mirroredUpsideDown: (x, height - 1 - y)
        case .mirroredLeft: (y, x)
        case .right: (y, height - 1 - x)
        case .mirroredRight: (width - 1 - y, height - 1 - x)
        case .left: (width - 1 - y, x)
        }
    }

    /// Returns where the stored pixel (`x`, `y`) is shown in the upright picture.
    ///
    /// `width` and `height` are those of the stored raster; `x` and `y` lie inside it.
    package func shown(x: Int, y: Int, width: Int, height: Int) -> (x: Int, y: Int) {
        inverse.stored(
            x: x, y: y, width: swapsSides ? height : width, height: swapsSides ? width : height)
    }

    /// The orientation that undoes this one: only the two quarter turns differ from themselves.
    package var inverse: Orientation {
        switch self {
        case .right: .left
        case .left: .right
        default: self
        }
    }

    /// Returns `elements`, a stored raster of `width` x `height`, turned upright.
    ///
    /// Meant for small finished planes: a picture is scaled as it is stored and turned afterwards.
    /// Returns `elements` unchanged where their count is not `width * height`.
    package func turnedUpright<Element>(
        _ elements: [Element], width: Int, height: Int
    ) -> [Element] {
        guard self != .upright, elements.count == width * height else { return elements }
        let shownWidth = swapsSides ? height : width
        let shownHeight = swapsSides ? width : height
        var turned: [Element] = []
        turned.reserveCapacity(elements.count)
        for y in 0..<shownHeight {
            for x in 0..<shownWidth {
                let (column, row) = stored(x: x, y: y, width: width, height: height)
                turned.append(elements[row * width + column])
            }
        }
        return turned
    }
}
