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
            let calm = Draft.KenBurns.calmZoom(duration: timed.duration)
            let share = (
                width: view.full.width / view.picture.width,
                height: view.full.height / view.picture.height
            )
            let (from, to) = preset.views(
                index: timed.index, zoom: min(calm, view.greatestZoom), share: share)
            return KenBurnsMove(start: view.crop(from), end: view.crop(to))
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
}

extension PictureView {
    /// Returns the view as it is resolved already, moved so that it stays inside.
    fileprivate func crop(_ view: Draft.KenBurns.View) -> CropRectangle {
        crop(x: view.x ?? 0.5, y: view.y ?? 0.5, zoom: view.zoom ?? 1)
    }
}

extension Draft.KenBurns {
    /// The zoom that a calm move reaches: 1.10 in five seconds, at most 1.3.
    package static func calmZoom(duration: Int) -> Double {
        min(pow(1.10, Double(duration) / 5000), 1.3)
    }
}

extension Draft.KenBurns.Preset {
    /// Returns where a preset starts and ends; `auto` goes in and out by turns.
    ///
    /// - Parameters: index: the segment's place on its track, for `auto`. zoom: what the move
    ///   reaches. share: the largest view's share of the picture's sides, less than 1 where the
    ///   picture has another shape.
    package func views(
        index: Int, zoom: Double, share: (width: Double, height: Double) = (1, 1)
    ) -> (from: Draft.KenBurns.View, to: Draft.KenBurns.View) {
        typealias View = Draft.KenBurns.View
        let whole = View(x: 0.5, y: 0.5, zoom: 1)
        let near = View(x: 0.5, y: 0.5, zoom: zoom)
        // A pan goes as far as the zoom that it needs gives room in the whole view.
        let travel = (zoom - 1) / zoom / 2
        func pan(_ x: Double, _ y: Double) -> (View, View) {
            (
                View(x: 0.5 - x, y: 0.5 - y, zoom: zoom), View(x: 0.5 + x, y: 0.5 + y, zoom: zoom)
            )
        }
        return switch self {
        case .zoomIn: (whole, near)
        case .zoomOut: (near, whole)
        case .panLeft: pan(-travel * share.width, 0)
        case .panRight: pan(travel * share.width, 0)
        case .panUp: pan(0, -travel * share.height)
        case .panDown: pan(0, travel * share.height)
        case .auto: index % 2 == 0 ? (whole, near) : (near, whole)
        }
    }
}
