import CKernels
import Foundation
import Media

/// Fills a `StripPlane` row by row, turning a stored raster upright on the way.
struct StripPlaneBuilder<Sample: StripSample> {
    fileprivate let width: Int
    fileprivate let height: Int
    private let padding: Int
    fileprivate let orientation: Orientation
    fileprivate let storage: Storage<Sample>

    private var stride: Int { width + 2 * padding }

    /// `width` and `height` are those of the raster as its rows come in, before it is turned;
    /// `padding` columns are repeated on either side.
    init(width: Int, height: Int, padding: Int, orientation: Orientation = .upright) {
        self.width = orientation.swapsSides ? height : width
        self.height = orientation.swapsSides ? width : height
        self.padding = padding
        self.orientation = orientation
        let strips = (self.height + StripPlane.lanes - 1) / StripPlane.lanes
        storage = Storage(count: strips * (self.width + 2 * padding) * StripPlane.lanes)
    }

    /// Takes row `y` of the raster as code values.
    func store(_ row: UnsafePointer<Float>, y: Int) {
        let (storedWidth, storedHeight) =
            orientation.swapsSides ? (height, width) : (width, height)
        if orientation == .upright {
            let to = storage.base + offset(x: 0, y: y)
            for x in 0..<width { to[x * StripPlane.lanes] = Sample(codeValue: row[x]) }
            return
        }
        let start = orientation.shown(x: 0, y: y, width: storedWidth, height: storedHeight)
        let next = orientation.shown(x: 1, y: y, width: storedWidth, height: storedHeight)
        let (dx, dy) = (next.x - start.x, next.y - start.y)
        for x in 0..<storedWidth {
            storage.base[offset(x: start.x + x * dx, y: start.y + x * dy)] = Sample(
                codeValue: row[x])
        }
    }

    /// Returns the plane once all rows are stored.
    func finished() -> StripPlane {
        repeatEdges()
        return StripPlane(
            width: width, height: height, padding: padding, samples: Sample.samples(storage))
    }

    fileprivate func offset(x: Int, y: Int) -> Int {
        (y / StripPlane.lanes * stride + padding + x) * StripPlane.lanes + y % StripPlane.lanes
    }

    private func repeatEdges() {
        let lanes = StripPlane.lanes
        let strips = (height + lanes - 1) / lanes
        let used = height - (strips - 1) * lanes
        for index in 0..<strips {
            let row = storage.base + index * stride * lanes
            if index == strips - 1, used < lanes {
                for x in 0..<width {
                    let column = row + (padding + x) * lanes
                    for y in used..<lanes { column[y] = column[used - 1] }
                }
            }
            for x in 0..<padding {
                (row + x * lanes).update(from: row + padding * lanes, count: lanes)
                (row + (padding + width + x) * lanes).update(
                    from: row + (padding + width - 1) * lanes, count: lanes)
            }
        }
    }
}

extension StripPlaneBuilder where Sample == UInt8 {
    /// Takes all rows of the raster as it is stored; the first starts at `rows`, each `stride`
    /// bytes after the one before.
    func store(_ rows: UnsafePointer<UInt8>, stride: Int) {
        let strips = (height + StripPlane.lanes - 1) / StripPlane.lanes
        for index in 0..<strips {
            let count = Int32(min(height - index * StripPlane.lanes, StripPlane.lanes))
            let to = storage.base + offset(x: 0, y: index * StripPlane.lanes)
            if orientation.swapsSides {
                turn(rows, stride, strip: index, count, to)
            } else {
                lay(rows, stride, strip: index, count, to)
            }
        }
    }

    /// A strip whose rows are stored rows, in their order or turned round.
    private func lay(
        _ rows: UnsafePointer<UInt8>, _ stride: Int, strip index: Int, _ count: Int32,
        _ to: UnsafeMutablePointer<UInt8>
    ) {
        let start = orientation.stored(
            x: 0, y: index * StripPlane.lanes, width: width, height: height)
        let isMirrored = orientation == .mirrored || orientation == .upsideDown
        let isUpsideDown = orientation == .upsideDown || orientation == .mirroredUpsideDown
        ck_strip(
            rows + start.y * stride, isUpsideDown ? -stride : stride, count, Int32(width),
            isMirrored ? to + (width - 1) * StripPlane.lanes : to,
            isMirrored ? -StripPlane.lanes : StripPlane.lanes)
    }

    /// A strip whose columns are stored rows.
    private func turn(
        _ rows: UnsafePointer<UInt8>, _ stride: Int, strip index: Int, _ count: Int32,
        _ to: UnsafeMutablePointer<UInt8>
    ) {
        // The stored raster is as wide as this plane is high.
        let start = orientation.stored(
            x: 0, y: index * StripPlane.lanes, width: height, height: width)
        let goesUp = orientation == .right || orientation == .mirroredRight
        let goesBack = orientation == .left || orientation == .mirroredRight
        ck_turned_strip(
            rows + start.y * stride + start.x, goesUp ? -stride : stride, Int32(width), count,
            goesBack ? -1 : 1, to)
    }
}
