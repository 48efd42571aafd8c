import Foundation

/// The views that a picture of some size can give to a box.
struct PictureView {
    /// Pixels.
    var picture: (width: Double, height: Double)

    /// The largest view, in source pixels.
    var full: (width: Double, height: Double)

    /// The zoom at which one source pixel covers two output pixels; at least 1.
    var greatestZoom: Double

    /// All sizes are pixels: the upright `picture`, the `box` that gives the view its shape, and
    /// the largest size in which the box is `drawn`.
    init(
        picture: (Int, Int), box: (width: Double, height: Double),
        drawn: (width: Double, height: Double), fit: PictureContent.Fit
    ) {
        let (width, height) = (Double(picture.0), Double(picture.1))
        self.picture = (width, height)
        let enlargement: Double
        switch fit {
        case .cover:
            let scale = min(width / box.width, height / box.height)
            full = (box.width * scale, box.height * scale)
            enlargement = max(drawn.width / full.width, drawn.height / full.height)
        case .contain, .blur:
            full = (width, height)
            enlargement = min(drawn.width / width, drawn.height / height)
        case .stretch:
            full = (width, height)
            enlargement = max(drawn.width / width, drawn.height / height)
        }
        greatestZoom = max(1, 2 / enlargement)
    }

    /// Returns the view at `zoom` around a centre given as fractions, moved so that it stays
    /// inside.
    func crop(x: Double, y: Double, zoom: Double) -> CropRectangle {
        let (width, height) = (full.width / zoom, full.height / zoom)
        return CropRectangle(
            centerX: max(width / 2, min(x * picture.width, picture.width - width / 2)),
            centerY: max(height / 2, min(y * picture.height, picture.height - height / 2)),
            width: width, height: height)
    }
}

extension PlanWalk {
    /// Returns the move of a picture's view: numbers as written, or those of a preset.
    mutating func move(of timed: TimedSegment, view: PictureView) -> KenBurnsMove {
        switch timed.segment.kenBurns {
        case nil: return .still(view.crop(x: 0.5, y: 0.5, zoom: 1))
        case .move(let move):
            return KenBurnsMove(
                start: crop(move.from, "from", of: timed, view: view),
                end: crop(move.to, "to", of: timed, view: view), easing: move.easing ?? .inOut,
                path: move.path ?? .exponential)
        case .preset(let preset):
            let zoom = min(Self.calmZoom(duration: timed.duration), view.greatestZoom)
            return Self.move(preset, index: timed.index, zoom: zoom, view: view)
        }
    }

    private mutating func crop(
        _ written: Draft.KenBurns.View?, _ end: String, of timed: TimedSegment, view: PictureView
    ) -> CropRectangle {
        let asked = written?.zoom ?? 1
        let zoom = min(max(asked, 1), view.greatestZoom)
        let place = timed.place("kb/\(end)/z")
        if asked < 1 - 1e-6 {
            log.notice("a zoom below 1 is raised to 1", at: place)
        } else if asked > view.greatestZoom * (1 + 1e-6) {
            log.notice("a zoom that enlarges the picture more than twice is capped", at: place)
        }
        return view.crop(x: written?.x ?? 0.5, y: written?.y ?? 0.5, zoom: zoom)
    }

    /// The zoom that a calm move reaches: 1.10 in five seconds, at most 1.3.
    static func calmZoom(duration: Int) -> Double {
        min(pow(1.10, Double(duration) / 5000), 1.3)
    }

    /// Returns the move of a preset; `auto` goes in and out by turns.
    private static func move(
        _ preset: Draft.KenBurns.Preset, index: Int, zoom: Double, view: PictureView
    ) -> KenBurnsMove {
        let whole = view.crop(x: 0.5, y: 0.5, zoom: 1)
        let near = view.crop(x: 0.5, y: 0.5, zoom: zoom)
        // A pan goes as far as the zoom that it needs gives room in the whole view.
        let (dx, dy) = (
            (zoom - 1) * near.width / 2 / view.picture.width,
            (zoom - 1) * near.height / 2 / view.picture.height
        )
        func pan(_ x: Double, _ y: Double) -> KenBurnsMove {
            KenBurnsMove(
                start: view.crop(x: 0.5 - x, y: 0.5 - y, zoom: zoom),
                end: view.crop(x: 0.5 + x, y: 0.5 + y, zoom: zoom))
        }
        return switch preset {
        case .zoomIn: KenBurnsMove(start: whole, end: near)
        case .zoomOut: KenBurnsMove(start: near, end: whole)
        case .panLeft: pan(-dx, 0)
        case .panRight: pan(dx, 0)
        case .panUp: pan(0, -dy)
        case .panDown: pan(0, dy)
        case .auto: move(index % 2 == 0 ? .zoomIn : .zoomOut, index: index, zoom: zoom, view: view)
        }
    }
}
