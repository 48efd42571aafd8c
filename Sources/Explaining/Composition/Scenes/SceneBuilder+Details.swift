import Foundation
import Inspecting
import Planning

extension SceneBuilder {
    /// A round close-up of one place, beside a heading and a badge.
    mutating func spotlight(
        _ scene: Scene, _ index: Int, _ point: (x: Double, y: Double), kicker: String,
        heading: String, badge: Visual.Badge?
    ) {
        let picture = picture(index)
        let layout = SpotlightLayout(stage)
        dimmed(scene, picture, under: footings(layout, hasBadge: badge != nil), most: 0.32)
        lens(picture, at: point, in: layout.lens, scene)
        let under = self.kicker(
            kicker,
            at: WordPlace(left: layout.words.x, top: layout.words.y, width: layout.words.width),
            during: scene.words)
        let fit = look.fitted(
            heading, look.type(.heading), width: layout.words.width, lines: 4)
        let bottom = words(
            look.balanced(heading, fit.type, width: layout.words.width), fit.type, theme.ink,
            at: WordPlace(left: layout.words.x, top: under + 16, width: layout.words.width),
            during: scene.words, name: "title")
        guard let badge else { return }
        add(
            badge, left: layout.badge.x, top: layout.isBadgeBelow ? bottom + 30 : layout.badge.y,
            width: layout.badge.width, scene)
    }

    private func footings(_ layout: SpotlightLayout, hasBadge: Bool) -> [Footing] {
        let bottom = stage.cardBottom(theme)
        func reaching(_ area: Area) -> Area {
            var area = area
            area.height = max(bottom - area.y, 0)
            return area
        }
        let small = Footing(reaching(layout.words), for: look.accent.word)
        guard hasBadge else { return [small] }
        var badge = Footing(reaching(layout.badge), for: look.accent.word)
        // A badge's panel is lighter than what lies under it.
        let panel = Double(theme.panel.alpha) / 255
        badge.lightest = max((badge.lightest - panel) / (1 - panel), 0)
        return [small, badge]
    }

    /// A circle that shows the picture around `point`, larger, with a ring of the accent.
    private mutating func lens(
        _ picture: ExplainedPicture, at point: (x: Double, y: Double), in area: Area,
        _ scene: Scene
    ) {
        let range = scene.words
        panel(
            area.grown(by: 6), look.accent.line, radius: area.width / 2 + 6, during: range)
        let framing = framing(picture, in: area)
        // About a third of the picture's shorter side, and never coarser than twice its pixels.
        let zoom = min(2.6, framing.largestZoom / 1.06)
        var segment = segment(
            of: picture, in: area, from: range.lowerBound, to: range.upperBound,
            views: (
                framing.view(point.x, point.y, zoom: zoom),
                framing.view(point.x, point.y, zoom: zoom * 1.06)
            ))
        segment.radius = area.width / 2
        segment.fadeIn = 300
        segment.fadeOut = 300
        layers.add(segment, to: .insets)
    }

    private mutating func add(
        _ badge: Visual.Badge, left: Double, top: Double, width: Double, _ scene: Scene
    ) {
        let type = look.type(.badge)
        var strong = type
        strong.weight = 600
        let inner = width - 52
        let title = look.measurer.extent(of: badge.title, in: strong, width: inner)
        let text = look.measurer.extent(of: badge.text, in: type, width: inner)
        let height = 24 + title.height + 8 + text.height + 24
        panel(
            Area(x: left, y: top, width: width, height: height), theme.panel,
            radius: min(theme.cornerRadius, 18), during: scene.words)
        let under = words(
            badge.title, strong, look.accent.word,
            at: WordPlace(left: left + 26, top: top + 24, width: inner), during: scene.words)
        words(
            badge.text, type, theme.ink.faded(0.78),
            at: WordPlace(left: left + 26, top: under + 8, width: inner), during: scene.words)
    }

    /// A close view of one place, with its number and a label.
    mutating func callout(
        _ scene: Scene, _ index: Int, _ point: (x: Double, y: Double), number: Int, label: String
    ) {
        let picture = picture(index)
        let area = pictureArea(hasHeading: true)
        let framing = framing(picture, in: area)
        let zoom = min(1.7, framing.largestZoom / 1.08)
        let views = (
            framing.view(point.x, point.y, zoom: zoom),
            framing.view(point.x, point.y, zoom: zoom * 1.08)
        )
        let id = addLarge(
            segment(
                of: picture, in: area, from: scene.start, to: scene.end, views: views))
        remember(first: id, last: id)
        shadeCaptions(of: scene, over: picture, in: [views.0, views.1])
        let top = headingTop
        let disc = Area(x: headingLeft, y: top, width: 72, height: 72)
        panel(disc, look.accent.line, radius: 36, during: scene.words)
        var digit = look.type(.heading)
        digit.size = 40
        digit.spacing = 0
        let height = look.measurer.extent(of: "\(number)", in: digit, width: 72).height
        words(
            "\(number)", digit, look.inkOnAccent,
            at: WordPlace(center: disc.centerX, top: disc.centerY - height / 2, width: 72),
            during: scene.words, entrance: .fade)
        let left = disc.right + 28
        let width = stage.width - stage.margin - left
        let fit = look.fitted(label, look.type(.heading), width: width, lines: headingLines)
        let offset = fit.extent.lineCount == 1 ? (72 - fit.extent.height) / 2 : 0
        let words = Area(x: left, y: top + offset, width: width, height: fit.extent.height)
        headingShade(
            scene, picture, [views.0, views.1],
            Footing(words, for: theme.ink, size: fit.type.size))
        self.words(
            look.balanced(label, fit.type, width: width), fit.type, theme.ink,
            at: WordPlace(left: left, top: top + offset, width: width), during: scene.words)
    }

    /// The picture as coarse squares that become fine.
    mutating func pixels(_ scene: Scene, _ index: Int, label: String) {
        let picture = picture(index)
        let clear = scene.end - scene.duration / 5
        let first = still(
            picture, scene.start..<clear, effects: [.pixelate(from: 135, to: 6)],
            hasHeading: true)
        let last = still(picture, clear..<scene.end, hasHeading: true)
        remember(first: first, last: last)
        let view = restingView(picture)
        shadeCaptions(of: scene, over: picture, in: [view])
        heading(label, scene, picture, [view])
    }

    /// One sentence over the blurred picture, and its colours.
    mutating func end(_ scene: Scene, _ index: Int, takeaway: String) {
        let picture = picture(index)
        let width = min(stage.width - 2 * stage.margin, 1300)
        let fit = look.fitted(takeaway, look.type(.title), width: width, lines: 4)
        let top = stage.height * (stage.shape == .tall ? 0.4 : 0.42) - fit.extent.height / 2
        let area = Area(
            x: (stage.width - width) / 2, y: top, width: width, height: fit.extent.height)
        backdrop(
            scene, picture, under: [Footing(area, for: theme.ink, size: fit.type.size)])
        let range = scene.words.lowerBound..<scene.end
        let bottom = words(
            look.balanced(takeaway, fit.type, width: width), fit.type, theme.ink,
            at: WordPlace(center: stage.width / 2, top: top, width: width), during: range,
            name: "end card")
        strip(picture, top: bottom + 56, during: range)
    }

    /// The palette as one rounded strip, each colour as wide as its share.
    private mutating func strip(
        _ picture: ExplainedPicture, top: Double, during range: Range<Int>
    ) {
        let colors = picture.palette.prefix(6).flatMap { swatch in
            Array(
                repeating: Color(red: swatch.red, green: swatch.green, blue: swatch.blue),
                count: max(Int((swatch.share * 24).rounded()), 1))
        }
        guard !colors.isEmpty else { return }
        var generated = Draft.Generated(.palette)
        generated.colors = colors
        let width = min(620, stage.width - 2 * stage.margin)
        var segment = layers.segment(
            Area(x: (stage.width - width) / 2, y: top, width: width, height: 26),
            from: range.lowerBound, to: range.upperBound)
        segment.generated = generated
        segment.radius = min(theme.cornerRadius, 13)
        segment.fadeIn = 400
        layers.add(segment, to: .ornaments)
    }
}

/// Where the parts of a close look stand.
private struct SpotlightLayout {
    let lens: Area
    let words: Area
    let badge: Area
    /// The badge follows the heading instead of standing beside the lens.
    let isBadgeBelow: Bool

    init(_ stage: Stage) {
        let (width, height, margin) = (stage.width, stage.height, stage.margin)
        switch stage.shape {
        case .wide:
            let side = min(560, height * 0.52)
            lens = Area(x: width * 0.41, y: height * 0.16, width: side, height: side)
            words = Area(x: margin, y: height * 0.27, width: width * 0.3, height: 0)
            badge = Area(x: width * 0.755, y: height * 0.32, width: width * 0.195, height: 0)
            isBadgeBelow = false
        case .tall:
            let side = 560.0
            lens = Area(
                x: (width - side) / 2, y: height * 0.085, width: side, height: side)
            words = Area(
                x: margin, y: lens.bottom + 60, width: width - 2 * margin, height: 0)
            badge = words
            isBadgeBelow = true
        case .square:
            let side = 400.0
            lens = Area(x: width - margin - side, y: 76, width: side, height: side)
            words = Area(x: margin, y: 96, width: width - 3 * margin - side, height: 0)
            badge = Area(
                x: margin, y: lens.bottom + 44, width: width - 2 * margin, height: 0)
            isBadgeBelow = false
        }
    }
}
