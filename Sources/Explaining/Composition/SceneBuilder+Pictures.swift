import Foundation
import Inspecting
import Planning

extension SceneBuilder {
    /// How a picture lies in an area.
    func framing(_ picture: ExplainedPicture, in area: Area) -> Framing {
        let unitsAcross = max(
            area.width, area.height * picture.aspectRatio)
        // A canvas of 1080 units is taken for 1080 pixels: what a preview at a smaller size shows
        // must be framed as the export is.
        return Framing(
            pictureAspect: picture.aspectRatio, boxAspect: area.width / area.height,
            enlargement: unitsAcross / Double(max(picture.facts.displayWidth, 1)))
    }

    /// A picture that fills `area` and moves from one view to another.
    func segment(
        of picture: ExplainedPicture, in area: Area, from start: Int, to end: Int,
        views: (Draft.KenBurns.View, Draft.KenBurns.View)
    ) -> Draft.Segment {
        var segment = layers.segment(area, from: start, to: end)
        segment.source = picture.source
        segment.kenBurns = .move(.init(from: views.0, to: views.1))
        return segment
    }

    /// The slow move of a full picture: towards the focus in even beats, away from it in odd ones.
    func drift(
        _ picture: ExplainedPicture, in area: Area, _ scene: Scene,
        at screen: (x: Double, y: Double) = (0.5, 0.5), zoom base: Double = 1
    ) -> (Draft.KenBurns.View, Draft.KenBurns.View) {
        let framing = framing(picture, in: area)
        let growth = min(pow(theme.zoom, Double(scene.duration) / 5000), 1.16)
        let focus = picture.focus
        let far = framing.view(focus.x, focus.y, zoom: base, at: screen)
        let near = framing.view(focus.x, focus.y, zoom: base * growth, at: screen)
        return scene.index.isMultiple(of: 2) ? (far, near) : (near, far)
    }

    /// Where a large picture lies: everywhere in dark themes.
    ///
    /// Light themes frame it, because dark words can't be read on it.
    func pictureArea(hasHeading: Bool = false) -> Area {
        guard theme.isLight else { return stage.whole }
        let side = stage.width * 0.05
        let top = stage.height * 0.055 + (hasHeading ? 118 : 0)
        return Area(
            x: side, y: top, width: stage.width - 2 * side,
            height: stage.cardBottom(theme) - top)
    }

    /// Adds a large picture to the main track, with the theme's corners where it is framed.
    mutating func addLarge(_ segment: Draft.Segment) -> String {
        var segment = segment
        if theme.isLight, theme.cornerRadius > 0 { segment.radius = theme.cornerRadius }
        return layers.add(segment, to: .pictures)
    }

    /// A large picture whose view does not move; `isBackdrop` fills the canvas in every theme.
    mutating func still(
        _ picture: ExplainedPicture, _ range: Range<Int>, effects: [Draft.Effect] = [],
        isBackdrop: Bool = false, hasHeading: Bool = false
    ) -> String {
        let area = isBackdrop ? stage.whole : pictureArea(hasHeading: hasHeading)
        let framing = framing(picture, in: area)
        let view = framing.view(picture.focus.x, picture.focus.y, zoom: 1)
        var segment = segment(
            of: picture, in: area, from: range.lowerBound, to: range.upperBound,
            views: (view, view))
        segment.effects = effects
        return isBackdrop ? layers.add(segment, to: .pictures) : addLarge(segment)
    }

    /// What cards stand on, for the whole beat; the words of `footings` can be read on it.
    mutating func backdrop(
        _ scene: Scene, _ picture: ExplainedPicture, under footings: [Footing]
    ) {
        switch theme.backdrop {
        case .picture(let blur, let brightness):
            darkened(
                scene, picture, under: footings, most: brightness, [.blur(blur)],
                spread: 2 * blur)
        case .ground: plainGround(scene)
        }
    }

    /// The picture, darkened to at most `most` of its brightness; light themes have their plain
    /// ground instead.
    mutating func dimmed(
        _ scene: Scene, _ picture: ExplainedPicture, under footings: [Footing], most: Double,
        _ effects: [Draft.Effect] = []
    ) {
        guard !theme.isLight else { return plainGround(scene) }
        darkened(scene, picture, under: footings, most: most, effects)
    }

    private mutating func darkened(
        _ scene: Scene, _ picture: ExplainedPicture, under footings: [Footing], most: Double,
        _ effects: [Draft.Effect], spread: Double = 0
    ) {
        let darkening = darkening(picture, under: footings, most: most, spread: spread)
        let id = still(
            picture, scene.start..<scene.end, effects: effects + darkening.effects,
            isBackdrop: true)
        remember(first: id, last: id)
        let ground = lightest(
            picture, under: captionArea.grown(by: spread), [restingView(picture)])
        shadeCaptions(of: scene, on: darkening.shown(ground))
    }

    private mutating func plainGround(_ scene: Scene) {
        var segment = layers.segment(stage.whole, from: scene.start, to: scene.end)
        segment.color = theme.ground
        let id = layers.add(segment, to: .pictures)
        remember(first: id, last: id)
    }

    /// A picture on a card, with its shadow.
    mutating func card(
        _ picture: ExplainedPicture, in area: Area, _ scene: Scene
    ) {
        let range = scene.words
        if theme.shadow > 0 { shadow(under: area, during: range) }
        var segment = segment(
            of: picture, in: area, from: range.lowerBound, to: range.upperBound,
            views: drift(picture, in: area, scene))
        if theme.cornerRadius > 0 { segment.radius = theme.cornerRadius }
        segment.fadeIn = 300
        segment.fadeOut = 200
        layers.add(segment, to: .insets)
    }

    /// A soft edge of several faint rectangles, each a little larger than the one before.
    private mutating func shadow(under area: Area, during range: Range<Int>) {
        let count = 7
        for index in 0..<count {
            let spread = Double(index) * 6
            panel(
                area.grown(by: spread - 8).moved(down: 14),
                Color.black.faded(theme.shadow / Double(count)),
                radius: theme.cornerRadius + spread, during: range, on: .shadows)
        }
    }
}

extension Draft.Effect {
    static func blur(_ radius: Double) -> Draft.Effect {
        with(.blur, ["from": radius, "to": radius])
    }

    static func dim(_ brightness: Double) -> Draft.Effect {
        with(.dim, ["from": brightness, "to": brightness])
    }

    static func adjust(contrast: Double, saturation: Double) -> Draft.Effect {
        with(.adjust, ["contrast": contrast, "saturation": saturation])
    }

    static func pixelate(from: Double, to: Double) -> Draft.Effect {
        with(.pixelate, ["from": from, "to": to])
    }

    /// The forward diffusion of the picture, from one time of the schedule to another.
    static func diffuse(from: Double, to: Double, steps: Int, seed: Int) -> Draft.Effect {
        with(
            .diffuse,
            ["from": from, "to": to, "steps": Double(steps), "seed": Double(seed), "grain": 3])
    }

    private static func with(
        _ kind: Kind, _ numbers: KeyValuePairs<String, Double>
    ) -> Draft.Effect {
        var effect = Draft.Effect(kind)
        for (key, value) in numbers {
            effect.settings.set(key, JSONNode(.number(JSONNumber(value))))
        }
        return effect
    }
}
