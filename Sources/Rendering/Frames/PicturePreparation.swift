import CKernels
import Foundation
import Media
import Planning

/// Turns a picture file into the raster that one clip is sampled from.
///
/// Rows stream through: decoded, converted to Y'CbCr, pre-scaled, stored. Only the result and a few
/// rows are held, so memory follows the canvas and not the file.
struct PicturePreparation {
    /// How many raster samples the tightest view keeps per canvas pixel.
    ///
    /// At 4/3 a sharp pre-scale followed by the per-frame filter is within 66 dB of that filter
    /// alone on the full-size picture; at 1.0 it would be 44 dB on hard edges.
    private static let oversampling = 4.0 / 3

    /// Shrinking by less is not worth a pass.
    private static let leastShrink = 1.06

    private let content: PictureContent
    private let placement: Placement

    init(_ content: PictureContent, _ placement: Placement) {
        self.content = content
        self.placement = placement
    }

    /// Source pixels per raster sample, across and down the upright picture.
    var shrink: (x: Double, y: Double) {
        let least = PictureView.scales(content, placement).least
        // A turned picture is sampled by four taps and wants a raster of its own size.
        let kept = isTurned ? 1 : Self.oversampling
        return (limited(least.x / kept), limited(least.y / kept))
    }

    /// Whether its box is turned at any time.
    var isTurned: Bool {
        !placement.rotation.isConstant || placement.rotation.value(at: 0) != 0
    }

    private func limited(_ shrink: Double) -> Double {
        shrink < Self.leastShrink ? 1 : shrink
    }

    /// Decodes and prepares the picture; the warnings are the decoder's.
    func run() throws -> (PictureRaster, warnings: [String]) {
        let shrink = shrink
        let reader = try PictureReader(
            path: content.path, largestShrink: max(min(shrink.x, shrink.y), 1))
        return (try raster(reader), reader.warnings)
    }

    /// Prepares what `reader` reads.
    func raster(_ reader: PictureReader) throws -> PictureRaster {
        var rows = RowScaler(reader, shrink: shrink, padding: padding(shrink))
        return try rows.run(reader)
    }

    /// Columns that the widest filter may reach over the edge.
    func padding(_ shrink: (x: Double, y: Double)) -> Int {
        let most = PictureView.scales(content, placement).most / min(shrink.x, shrink.y)
        return Int(min(3 * max(most, 1), 256)) + 3
    }
}

/// The pre-scalers of all planes of one picture.
private struct RowScaler {
    private var luma: Prescaler
    private var chroma: [Prescaler]
    private var alphaLuma: Prescaler?
    private var alphaChroma: Prescaler?
    private let lumaPlane: StripPlaneBuilder<UInt8>
    private let chromaPlanes: [StripPlaneBuilder<UInt8>]
    private let alphaPlanes: (luma: StripPlaneBuilder<UInt8>, chroma: StripPlaneBuilder<UInt8>)?
    private let sourceWidth: Int

    init(_ reader: PictureReader, shrink: (x: Double, y: Double), padding: Int) {
        let orientation = reader.info.orientation
        let stored = orientation.swapsSides ? (x: shrink.y, y: shrink.x) : shrink
        let width = Self.count(reader.info.storedWidth, reader.rowWidth, stored.x)
        let height = Self.count(reader.info.storedHeight, reader.rowCount, stored.y)
        let isShrunk = width < reader.rowWidth || height < reader.rowCount
        let lobes = isShrunk ? 8.0 : 3.0
        func scaler(_ width: Int, _ height: Int, _ lengthX: Double, _ lengthY: Double) -> Prescaler
        {
            Prescaler(
                sourceWidth: reader.rowWidth, sourceHeight: reader.rowCount, width: width,
                height: height, lengthX: lengthX, lengthY: lengthY, lobes: lobes)
        }
        func plane(_ width: Int, _ height: Int) -> StripPlaneBuilder<UInt8> {
            StripPlaneBuilder<UInt8>(
                width: width, height: height, padding: padding, orientation: orientation)
        }
        // A chroma sample covers two luma samples, the last one possibly past the edge.
        let (chromaWidth, chromaHeight) = ((width + 1) / 2, (height + 1) / 2)
        let full = (Double(reader.rowWidth), Double(reader.rowCount))
        let half = (
            full.0 * Double(2 * chromaWidth) / Double(width),
            full.1 * Double(2 * chromaHeight) / Double(height)
        )
        sourceWidth = reader.rowWidth
        luma = scaler(width, height, full.0, full.1)
        chroma = (0..<2).map { _ in scaler(chromaWidth, chromaHeight, half.0, half.1) }
        lumaPlane = plane(width, height)
        chromaPlanes = (0..<2).map { _ in plane(chromaWidth, chromaHeight) }
        guard reader.info.hasAlpha else {
            alphaPlanes = nil
            return
        }
        alphaLuma = scaler(width, height, full.0, full.1)
        alphaChroma = scaler(chromaWidth, chromaHeight, half.0, half.1)
        alphaPlanes = (plane(width, height), plane(chromaWidth, chromaHeight))
    }

    /// Raster samples for a side: the stored length over the shrink, but never more than was
    /// decoded.
    private static func count(_ stored: Int, _ decoded: Int, _ shrink: Double) -> Int {
        shrink == 1 ? decoded : max(min(Int((Double(stored) / shrink).rounded(.up)), decoded), 1)
    }

    mutating func run(_ reader: PictureReader) throws -> PictureRaster {
        let pixels = Storage<UInt16>(count: 4 * sourceWidth)
        let planes = Storage<Float>(count: 4 * sourceWidth)
        let row = UnsafeMutableBufferPointer(start: pixels.base, count: 4 * sourceWidth)
        for _ in 0..<reader.rowCount {
            try Task.checkCancellation()
            try reader.readRow(into: row)
            add(pixels.base, planes.base)
        }
        return PictureRaster(
            luma: lumaPlane.finished(), cb: chromaPlanes[0].finished(),
            cr: chromaPlanes[1].finished(),
            alpha: alphaPlanes.map {
                PictureRaster.Alpha(luma: $0.luma.finished(), chroma: $0.chroma.finished())
            })
    }

    private mutating func add(
        _ pixels: UnsafePointer<UInt16>, _ planes: UnsafeMutablePointer<Float>
    ) {
        let (y, cb, cr) = (planes, planes + sourceWidth, planes + 2 * sourceWidth)
        let alpha = planes + 3 * sourceWidth
        ck_ycbcr(
            ck_best_level(), pixels, Int32(sourceWidth), y, cb, cr, alphaPlanes == nil ? nil : alpha
        )
        luma.add(y, emit: lumaPlane.store)
        chroma[0].add(cb, emit: chromaPlanes[0].store)
        chroma[1].add(cr, emit: chromaPlanes[1].store)
        if let alphaPlanes {
            alphaLuma?.add(alpha, emit: alphaPlanes.luma.store)
            alphaChroma?.add(alpha, emit: alphaPlanes.chroma.store)
        }
    }
}
