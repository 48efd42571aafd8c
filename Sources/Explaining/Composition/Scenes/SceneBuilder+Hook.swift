import Foundation
import Planning

extension SceneBuilder {
    /// The picture fills the canvas and comes nearer; a title stands where it leaves room.
    mutating func hook(_ scene: Scene, _ index: Int, kicker: String, title: String) {
        guard !theme.isLight else {
            return framedHook(scene, index, kicker: kicker, title: title)
        }
        let picture = picture(index)
        let isWide = stage.shape == .wide
        let views = drift(
            picture, in: stage.whole, scene, at: isWide ? (0.66, 0.5) : (0.5, 0.6), zoom: 1)
        let id = layers.add(
            segment(
                of: picture, in: stage.whole, from: scene.start, to: scene.end, views: views),
            to: .pictures)
        remember(first: id, last: id)
        shadeCaptions(of: scene, over: picture, in: [views.0, views.1])
        let width = isWide ? stage.width * 0.5 : stage.width - 2 * stage.margin
        let left = stage.margin
        let top = stage.height * (isWide ? 0.31 : stage.shape == .tall ? 0.13 : 0.12)
        let range = scene.start..<scene.words.upperBound
        if theme.hasTitlePanel {
            hookShade(scene, hookRamp)
            return titlePanel(kicker, title, left: left, top: top, width: width, during: range)
        }
        let fit = look.fitted(title, look.type(.hero), width: width, lines: 3)
        let small = look.measurer.extent(
            of: look.isChinese ? kicker : kicker.uppercased(), in: look.type(.kicker),
            width: width)
        let footings = [
            Footing(
                Area(x: left, y: top, width: small.width, height: small.height),
                for: look.accent.word),
            Footing(
                Area(
                    x: left, y: top + small.height + 18, width: fit.extent.width,
                    height: fit.extent.height), for: theme.ink, size: fit.type.size),
        ]
        let ramp = ramp(
            hookRamp, under: footings, to: isWide ? \.right : \.bottom, picture,
            [views.0, views.1])
        hookShade(scene, ramp)
        let under = self.kicker(
            kicker, at: WordPlace(left: left, top: top, width: width), during: range)
        let bottom = words(
            look.balanced(title, fit.type, width: width), fit.type, theme.ink,
            at: WordPlace(left: left, top: under + 18, width: width), during: range,
            name: "title")
        panel(
            Area(x: left, y: bottom + 34, width: 112, height: 8), look.accent.line, radius: 4,
            during: range, on: .ornaments)
    }

    /// Light themes: the title beside or over a framed picture.
    private mutating func framedHook(
        _ scene: Scene, _ index: Int, kicker: String, title: String
    ) {
        let isWide = stage.shape == .wide
        let left = stage.margin
        let width = isWide ? stage.width * 0.37 : stage.width - 2 * left
        let top = stage.height * (isWide ? 0.3 : stage.shape == .tall ? 0.075 : 0.055)
        let range = scene.start..<scene.words.upperBound
        let under = self.kicker(
            kicker, at: WordPlace(left: left, top: top, width: width), during: range)
        let size = stage.shape == .square ? look.type(.title) : look.type(.hero)
        let fit = look.fitted(title, size, width: width, lines: isWide ? 4 : 2)
        let bottom = words(
            look.balanced(title, fit.type, width: width), fit.type, theme.ink,
            at: WordPlace(left: left, top: under + 16, width: width), during: range,
            name: "title")
        panel(
            Area(x: left, y: bottom + 28, width: 112, height: 8), look.accent.line, radius: 4,
            during: range, on: .ornaments)
        let picture = picture(index)
        let cardTop = isWide ? stage.height * 0.08 : bottom + 76
        let cardLeft = isWide ? stage.width * 0.5 : left
        let area = Area(
            x: cardLeft, y: cardTop,
            width: isWide ? stage.width * 0.95 - cardLeft : stage.width - 2 * left,
            height: stage.cardBottom(theme) - cardTop)
        let id = addLarge(
            segment(
                of: picture, in: area, from: scene.start, to: scene.end,
                views: drift(picture, in: area, scene)))
        remember(first: id, last: id)
    }

    /// What lies under a title where the picture is dark enough by itself.
    private var hookRamp: Ramp {
        Ramp(
            density: 0.74,
            length: stage.shape == .wide ? stage.width * 0.68 : stage.height * 0.56)
    }

    private mutating func hookShade(_ scene: Scene, _ ramp: Ramp) {
        shade(
            ramp, from: stage.shape == .wide ? .left : .top, during: scene.start..<scene.end)
    }

    /// Title and kicker on a solid panel of the accent.
    private mutating func titlePanel(
        _ kicker: String, _ title: String, left: Double, top: Double, width: Double,
        during range: Range<Int>
    ) {
        let padding = 44.0
        let inner = width - 2 * padding
        let ink = look.inkOnAccent
        let fit = look.fitted(title, look.type(.hero), width: inner, lines: 3)
        let title = look.balanced(title, fit.type, width: inner)
        let extent = look.measurer.extent(of: title, in: fit.type, width: inner)
        let small = look.type(.kicker)
        let kickerHeight = look.measurer.extent(of: kicker, in: small, width: inner).height
        let height = 2 * padding + kickerHeight + 14 + extent.height
        panel(
            Area(x: left, y: top - padding, width: extent.width + 2 * padding, height: height),
            look.accent.line, radius: 0, during: range, fade: 0)
        words(
            kicker, small, ink,
            at: WordPlace(left: left + padding, top: top, width: inner), during: range,
            isUpper: !look.isChinese, name: "kicker")
        words(
            title, fit.type, ink,
            at: WordPlace(left: left + padding, top: top + kickerHeight + 14, width: inner),
            during: range, name: "title")
    }

    /// The picture fills the canvas and drifts; an optional label stands at the top left.
    mutating func moving(_ scene: Scene, _ index: Int, label: String?) {
        let picture = picture(index)
        let area = pictureArea(hasHeading: label != nil)
        let views = drift(picture, in: area, scene)
        let id = addLarge(
            segment(
                of: picture, in: area, from: scene.start, to: scene.end, views: views))
        remember(first: id, last: id)
        shadeCaptions(of: scene, over: picture, in: [views.0, views.1])
        if let label { heading(label, scene, picture, [views.0, views.1]) }
    }

    /// A heading at the top left, on a shade of its own; the picture lies in `views` meanwhile.
    mutating func heading(
        _ text: String, _ scene: Scene, _ picture: ExplainedPicture,
        _ views: [Draft.KenBurns.View]
    ) {
        let left = headingLeft
        let width = stage.width - left - stage.margin
        let fit = look.fitted(text, look.type(.heading), width: width, lines: headingLines)
        let area = Area(
            x: left, y: headingTop, width: fit.extent.width, height: fit.extent.height)
        headingShade(
            scene, picture, views, Footing(area, for: theme.ink, size: fit.type.size))
        words(
            look.balanced(text, fit.type, width: width), fit.type, theme.ink,
            at: WordPlace(left: left, top: headingTop, width: width), during: scene.words,
            name: "title")
    }

    /// Headings stand over pictures in dark themes, and above their frame in light ones.
    var headingTop: Double { stage.height * (theme.isLight ? 0.055 : 0.075) }
    var headingLeft: Double { theme.isLight ? stage.width * 0.05 : stage.margin }
    var headingLines: Int { theme.isLight ? 1 : 2 }

    mutating func headingShade(
        _ scene: Scene, _ picture: ExplainedPicture, _ views: [Draft.KenBurns.View],
        _ words: Footing
    ) {
        guard !theme.isLight else { return }
        let usual = Ramp(density: 0.64, length: stage.height * 0.34)
        shade(
            ramp(usual, under: [words], to: \.bottom, picture, views), from: .top,
            during: scene.start..<scene.end)
    }
}
