import Foundation

/// Samples all planes of a raster for a region of the canvas.
struct PictureSampler {
    private let resampler: Resampler

    init(_ resampler: Resampler) {
        self.resampler = resampler
    }

    /// Luma stays in 16...235, chroma in 16...240 (BT.709 item 3.4); premultiplied samples start at
    /// 0.
    private static let lumaRange: ClosedRange<Int16> = 16...235
    private static let chromaRange: ClosedRange<Int16> = 16...240
    private static let anyRange: ClosedRange<Int16> = 0...255

    /// Samples an opaque raster straight into a whole frame.
    func sample(_ raster: PictureRaster, _ x: AxisMap, _ y: AxisMap, into frame: FramePlanes) {
        let region = EvenRegion(x: 0, y: 0, width: frame.width, height: frame.height)
        luma(
            [raster.luma], x, y, region,
            [target(frame.luma, frame.lumaStride, Self.lumaRange, raster, row: 0)])
        chroma(
            [raster.cb, raster.cr], shift: raster.chromaShift, x, y, region,
            [frame.cb, frame.cr].map {
                target($0, frame.chromaStride, Self.chromaRange, raster, row: 0)
            })
    }

    /// Samples a raster, with its alpha where it has one, into a layer's region.
    func sample(_ raster: PictureRaster, _ x: AxisMap, _ y: AxisMap, into layer: LayerBuffer) {
        let region = layer.region
        luma(
            [raster.luma] + alphaPlane(raster.alpha?.luma), x, y, region, lumaTargets(raster, layer)
        )
        chroma(
            [raster.cb, raster.cr] + alphaPlane(raster.alpha?.chroma), shift: raster.chromaShift,
            x, y, region, chromaTargets(raster, layer))
        if raster.alpha != nil { layer.limitToAlpha() }
    }

    /// Samples a turned raster.
    func sample(_ raster: PictureRaster, _ warp: Warp, into layer: LayerBuffer) {
        let region = layer.region
        let lumaPlanes = [raster.luma] + alphaPlane(raster.alpha?.luma)
        for (plane, target) in zip(lumaPlanes, lumaTargets(raster, layer)) {
            warp.luma(plane, region: region, into: target)
        }
        let chromaPlanes = [raster.cb, raster.cr] + alphaPlane(raster.alpha?.chroma)
        for (plane, target) in zip(chromaPlanes, chromaTargets(raster, layer)) {
            warp.chroma(plane, shift: raster.chromaShift, region: region, into: target)
        }
        if raster.alpha != nil { layer.limitToAlpha() }
    }

    private func alphaPlane(_ plane: StripPlane?) -> [StripPlane] { plane.map { [$0] } ?? [] }

    private func luma(
        _ planes: [StripPlane], _ x: AxisMap, _ y: AxisMap, _ region: EvenRegion,
        _ targets: [Resampler.Target]
    ) {
        resampler.sample(
            planes, x: x.luma(from: region.x, count: region.width),
            y: y.luma(from: region.y, count: region.height), into: targets)
    }

    private func chroma(
        _ planes: [StripPlane], shift: SIMD2<Double>, _ x: AxisMap, _ y: AxisMap,
        _ region: EvenRegion, _ targets: [Resampler.Target]
    ) {
        resampler.sample(
            planes, x: x.cositedChroma(from: region.x, count: region.width / 2, shift: shift.x),
            y: y.centredChroma(from: region.y, count: region.height / 2, shift: shift.y),
            into: targets)
    }

    private func lumaTargets(_ raster: PictureRaster, _ layer: LayerBuffer) -> [Resampler.Target] {
        let isOpaque = raster.alpha == nil
        return [
            target(
                layer.luma, layer.lumaStride, isOpaque ? Self.lumaRange : Self.anyRange, raster,
                row: layer.region.y),
            target(layer.alphaLuma, layer.lumaStride, Self.anyRange, raster, row: layer.region.y),
        ]
    }

    private func chromaTargets(_ raster: PictureRaster, _ layer: LayerBuffer) -> [Resampler.Target]
    {
        let range = raster.alpha == nil ? Self.chromaRange : Self.anyRange
        let row = layer.region.y / 2
        return [
            target(layer.cb, layer.chromaStride, range, raster, row: row),
            target(layer.cr, layer.chromaStride, range, raster, row: row),
            target(layer.alphaChroma, layer.chromaStride, Self.anyRange, raster, row: row),
        ]
    }

    private func target(
        _ samples: UnsafeMutablePointer<UInt8>, _ stride: Int, _ range: ClosedRange<Int16>,
        _ raster: PictureRaster, row: Int
    ) -> Resampler.Target {
        Resampler.Target(
            samples: samples, stride: stride, range: range, isDithered: raster.isDithered,
            firstRow: row)
    }
}
