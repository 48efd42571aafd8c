import Foundation
import Planning

/// Chooses what of a picture a box shows.
///
/// Fractions of the upright picture throughout, as Ken Burns views are written.
struct Framing {
    /// Width to height.
    var pictureAspect: Double
    var boxAspect: Double

    /// How often the picture's pixels are enlarged at zoom 1; what is over 2 looks soft.
    var enlargement: Double

    /// The shares of the picture's width and height that a view at `zoom` shows.
    func share(at zoom: Double) -> (width: Double, height: Double) {
        let width = min(1, boxAspect / pictureAspect) / zoom
        let height = min(1, pictureAspect / boxAspect) / zoom
        return (width, height)
    }

    /// The largest zoom that shows no more than twice enlarged pixels, a little less for rounding; at
    /// least 1.
    var largestZoom: Double { max(1, 1.98 / max(enlargement, 0.01)) }

    /// The view at `zoom` in which the point (`x`, `y`) of the picture stands at `screen`, as far
    /// as the picture reaches.
    func view(
        _ x: Double, _ y: Double, zoom: Double, at screen: (x: Double, y: Double) = (0.5, 0.5)
    ) -> Draft.KenBurns.View {
        let zoom = min(max(zoom, 1), largestZoom)
        let share = share(at: zoom)
        func center(_ point: Double, _ place: Double, _ share: Double) -> Double {
            min(max(point + (0.5 - place) * share, share / 2), 1 - share / 2)
        }
        return Draft.KenBurns.View(
            x: rounded(center(x, screen.x, share.width)),
            y: rounded(center(y, screen.y, share.height)), zoom: rounded(zoom))
    }

    /// The part of the picture that `view` shows under `area`, a part of `box`.
    func shown(
        _ area: Area, of box: Area, in view: Draft.KenBurns.View
    ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
        let share = share(at: view.zoom ?? 1)
        func place(_ center: Double?, _ distance: Double, _ length: Double, _ share: Double)
            -> Double
        {
            (center ?? 0.5) + (distance / length - 0.5) * share
        }
        let left = place(view.x, area.x - box.x, box.width, share.width)
        let top = place(view.y, area.y - box.y, box.height, share.height)
        return (
            left...(left + area.width / box.width * share.width),
            top...(top + area.height / box.height * share.height)
        )
    }

    /// Four decimals: less than a tenth of a pixel, and a draft that people can read.
    private func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
}
