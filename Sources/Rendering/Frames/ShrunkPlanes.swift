import Foundation
import Media

/// Makes a smaller raster of a film's frame, for a box that is turned: there the sampler has no
/// area filter of its own.
struct ShrunkPlanes {
    /// Source pixels per raster sample, across and down the upright picture.
    var shrink: (x: Double, y: Double)
    var padding: Int
    var orientation: Orientation

    private static let lobes = 8.0

    func raster(_ frame: FilmPlanes) -> PictureRaster {
        let stored = orientation.swapsSides ? (x: shrink.y, y: shrink.x) : shrink
        let width = Self.count(frame.width, stored.x)
        let height = Self.count(frame.height, stored.y)
        let half = (width: (width + 1) / 2, height: (height + 1) / 2)
        // A chroma sample covers two luma samples, the last one possibly past the edge.
        let chroma = (
            x: Double(frame.width) / 2 * Double(2 * half.width) / Double(width),
            y: Double(frame.height) / 2 * Double(2 * half.height) / Double(height)
        )
        func plane(_ samples: UnsafePointer<UInt8>, _ stride: Int) -> StripPlane {
            scaled(
                Source(
                    samples: samples, stride: stride, width: frame.chromaWidth,
                    height: frame.chromaHeight), half.width, half.height, chroma)
        }
        let luma = Source(
            samples: frame.luma, stride: frame.lumaStride, width: frame.width,
            height: frame.height)
        let shift = frame.chromaShift / SIMD2(stored.x, stored.y)
        return PictureRaster(
            luma: scaled(luma, width, height, (Double(frame.width), Double(frame.height))),
            cb: plane(frame.cb, frame.cbStride), cr: plane(frame.cr, frame.crStride), alpha: nil,
            chromaShift: orientation.turned(shift))
    }

    private struct Source {
        var samples: UnsafePointer<UInt8>
        var stride: Int
        var width: Int
        var height: Int
    }

    private func scaled(
        _ source: Source, _ width: Int, _ height: Int, _ length: (x: Double, y: Double)
    ) -> StripPlane {
        let plane = StripPlaneBuilder<UInt8>(
            width: width, height: height, padding: padding, orientation: orientation)
        var scaler = Prescaler(
            sourceWidth: source.width, sourceHeight: source.height, width: width, height: height,
            lengthX: length.x, lengthY: length.y, lobes: Self.lobes)
        let row = Storage<Float>(count: source.width)
        for y in 0..<source.height {
            let from = source.samples + y * source.stride
            for x in 0..<source.width { row.base[x] = Float(from[x]) }
            scaler.add(row.base, emit: plane.store)
        }
        return plane.finished()
    }

    private static func count(_ length: Int, _ shrink: Double) -> Int {
        max(min(Int((Double(length) / shrink).rounded(.up)), length), 1)
    }
}
