import Inspecting
import Planning

/// Where words are to stand, and the lightest ground on which they can be read: a grey, encoded
/// sRGB, 0...1.
struct Footing {
    var area: Area
    var lightest: Double

    /// `size` is that of the words, in units; small ones are all alike.
    init(_ area: Area, for ink: Color, size: Double = 0) {
        self.area = area
        lightest = ink.lightestGround(size: size)
    }

    /// The density of shade that makes `ground` dark enough; 0 where it is already.
    func shade(on ground: Double) -> Double { max(1 - lightest / max(ground, 0.001), 0) }
}

/// Pictures are as light as they are: what lies under words of dark themes is darkened by as much
/// as the words need there, and no more.
extension SceneBuilder {
    /// The lightest place of a picture that fills the canvas, under `area`, in any of `views`.
    func lightest(
        _ picture: ExplainedPicture, under area: Area, _ views: [Draft.KenBurns.View]
    ) -> Double {
        guard let light = picture.facts.measures?.light else { return 1 }
        let framing = framing(picture, in: stage.whole)
        return views.map { view in
            let shown = framing.shown(area, of: stage.whole, in: view)
            return light.lightest(x: shown.x, y: shown.y)
        }.max() ?? 1
    }

    /// `usual`, denser and longer as far as the words of `footings` need it over a picture that fills
    /// the canvas in `views`; `end` is the side of an area that is farthest from the dense end.
    func ramp(
        _ usual: Ramp, under footings: [Footing], to end: KeyPath<Area, Double>,
        _ picture: ExplainedPicture, _ views: [Draft.KenBurns.View]
    ) -> Ramp {
        footings.reduce(into: usual) { ramp, footing in
            let ground = lightest(picture, under: footing.area, views)
            ramp.reach(footing.shade(on: ground), at: footing.area[keyPath: end])
        }
    }

    /// How a picture that fills the canvas, and does not move, is darkened so that the words of
    /// `footings` can be read on it.
    ///
    /// `spread` is how far in units a blur carries light.
    func darkening(
        _ picture: ExplainedPicture, under footings: [Footing], most: Double, spread: Double
    ) -> Darkening {
        let view = restingView(picture)
        return Darkening(
            most: most,
            footings.map { footing in
                let area = footing.area.grown(by: spread)
                return (lightest(picture, under: area, [view]), footing.lightest)
            })
    }

    /// The view of a picture that fills the canvas and does not move.
    func restingView(_ picture: ExplainedPicture) -> Draft.KenBurns.View {
        framing(picture, in: stage.whole).view(picture.focus.x, picture.focus.y, zoom: 1)
    }
}
