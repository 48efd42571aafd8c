import Foundation
import Media
import Planning

/// Plays one film clip: its frames as pictures that a painter draws.
///
/// The memory of a picture is written anew for the next one.
final class FilmPlayer {
    private let reader: FilmReader
    private let content: PictureContent
    private let placement: Placement
    private let preparation: PicturePreparation
    private let canvas: Canvas

    /// Whether frames may go to the canvas as they are.
    private let isUnscaled: Bool

    private let isTurned: Bool

    private var planes: StripPlanes?
    private var whole: FrameBuffer?
    private var last: (frame: FilmFrame, picture: PreparedClip)?

    /// `isCarried` tells that a transition moves the clip across the canvas or tints it.
    ///
    /// - Throws: where the film can't be opened.
    init(
        _ content: PictureContent, _ placement: Placement, on canvas: Canvas, isCarried: Bool
    ) throws(MediaError) {
        let scale = PictureView.scales(content, placement).least
        reader = try FilmReader(path: content.path, largestShrink: max(min(scale.x, scale.y), 1))
        self.content = content
        self.placement = placement
        self.canvas = canvas
        preparation = PicturePreparation(content, placement)
        isTurned = preparation.isTurned
        isUnscaled = !isCarried && content.fills(canvas, placement)
    }

    var path: String { content.path }

    /// What the film had to say so far.
    var warnings: [String] { reader.warnings }

    /// The picture that was returned last; nil before the first.
    var lastPicture: PreparedClip? { last?.picture }

    /// Returns the picture at `time`, in seconds of the source, valid until the next call.
    func picture(at time: Double, _ materials: [EffectMaterial]) throws -> PreparedClip {
        let frame = try reader.frame(at: time)
        if let last, last.frame === frame { return last.picture }
        let picture = try prepared(frame, materials)
        last = (frame, picture)
        return picture
    }

    private func prepared(
        _ frame: FilmFrame, _ materials: [EffectMaterial]
    ) throws -> PreparedClip {
        switch frame.content {
        case .planes(let planes) where isUnscaled && planes.isLaidOutAs(canvas, reader.orientation):
            let buffer = whole ?? FrameBuffer(width: canvas.width, height: canvas.height)
            whole = buffer
            buffer.planes.copy(planes)
            return .stillFrame(buffer, materials: materials)
        case .planes(let planes):
            return PreparedClip(raster(planes), content.fit, placement, materials)
        case .picture(let rows):
            return PreparedClip(
                try preparation.raster(rows), content.fit, placement, materials)
        }
    }

    private func raster(_ frame: FilmPlanes) -> PictureRaster {
        let shrink = preparation.shrink
        if isTurned, max(shrink.x, shrink.y) > 1 {
            return ShrunkPlanes(
                shrink: shrink, padding: preparation.padding(shrink),
                orientation: reader.orientation
            ).raster(frame)
        }
        let strips: StripPlanes
        if let planes, planes.fits(frame) {
            strips = planes
        } else {
            strips = StripPlanes(
                like: frame, padding: preparation.padding((1, 1)), reader.orientation)
            planes = strips
        }
        return strips.raster(frame)
    }
}

/// Strips for the frames of one film.
private struct StripPlanes {
    private let size: SIMD2<Int>
    private let luma: StripPlaneBuilder<UInt8>
    private let cb: StripPlaneBuilder<UInt8>
    private let cr: StripPlaneBuilder<UInt8>
    private let orientation: Orientation

    init(like frame: FilmPlanes, padding: Int, _ orientation: Orientation) {
        func plane(_ width: Int, _ height: Int) -> StripPlaneBuilder<UInt8> {
            StripPlaneBuilder(
                width: width, height: height, padding: padding, orientation: orientation)
        }
        size = SIMD2(frame.width, frame.height)
        luma = plane(frame.width, frame.height)
        cb = plane(frame.chromaWidth, frame.chromaHeight)
        cr = plane(frame.chromaWidth, frame.chromaHeight)
        self.orientation = orientation
    }

    func fits(_ frame: FilmPlanes) -> Bool { size == SIMD2(frame.width, frame.height) }

    func raster(_ frame: FilmPlanes) -> PictureRaster {
        luma.store(frame.luma, stride: frame.lumaStride)
        cb.store(frame.cb, stride: frame.cbStride)
        cr.store(frame.cr, stride: frame.crStride)
        return PictureRaster(
            luma: luma.finished(), cb: cb.finished(), cr: cr.finished(), alpha: nil,
            chromaShift: orientation.turned(frame.chromaShift))
    }
}

extension Orientation {
    /// Turns a direction of the stored raster into that of the upright picture.
    func turned(_ direction: SIMD2<Double>) -> SIMD2<Double> {
        let origin = shown(x: 0, y: 0, width: 2, height: 2)
        let right = shown(x: 1, y: 0, width: 2, height: 2)
        let down = shown(x: 0, y: 1, width: 2, height: 2)
        func step(_ to: (x: Int, y: Int)) -> SIMD2<Double> {
            SIMD2(Double(to.x - origin.x), Double(to.y - origin.y))
        }
        return step(right) * direction.x + step(down) * direction.y
    }
}

extension FilmPlanes {
    /// Whether the planes are those of a frame of `canvas`, sample for sample.
    fileprivate func isLaidOutAs(_ canvas: Canvas, _ orientation: Orientation) -> Bool {
        orientation == .upright && width == canvas.width && height == canvas.height
            && chromaShift == SIMD2(-0.5, 0)
    }
}

extension PictureContent {
    /// Whether each of its pixels lies on one of the canvas, all the time.
    fileprivate func fills(_ canvas: Canvas, _ placement: Placement) -> Bool {
        let sides = [
            placement.x, placement.y, placement.width, placement.height, placement.rotation,
        ]
        guard sides.allSatisfy(\.isConstant), move.isStill, placement.cornerRadius == 0,
            width == canvas.width, height == canvas.height
        else { return false }
        let box = Box(placement, at: 0)
        guard box.rotation == 0, box.left == 0, box.top == 0,
            box.width == Double(canvas.width), box.height == Double(canvas.height)
        else { return false }
        let view = PictureView(self, in: box, at: 0, of: 1)
        return view.scale == (1, 1) && view.crop.left == 0 && view.crop.top == 0
            && view.box.left == 0 && view.box.top == 0
    }
}

extension FramePlanes {
    /// Copies all samples of a film's frame of the same size.
    fileprivate func copy(_ film: FilmPlanes) {
        for y in 0..<height {
            (luma + y * lumaStride).update(from: film.luma + y * film.lumaStride, count: width)
        }
        for y in 0..<chromaHeight {
            let to = y * chromaStride
            (cb + to).update(from: film.cb + y * film.cbStride, count: chromaWidth)
            (cr + to).update(from: film.cr + y * film.crStride, count: chromaWidth)
        }
    }
}
