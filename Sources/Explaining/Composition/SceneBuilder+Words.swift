import Foundation
import Planning

/// Where words stand: one edge or the middle, and the top of the block.
struct WordPlace {
    enum Edge: Equatable { case left(Double), center(Double), right(Double) }

    var edge: Edge
    var top: Double
    /// The largest width of a line.
    var width: Double

    init(left: Double, top: Double, width: Double) {
        edge = .left(left)
        self.top = top
        self.width = width
    }

    init(center: Double, top: Double, width: Double) {
        edge = .center(center)
        self.top = top
        self.width = width
    }

    init(right: Double, top: Double, width: Double) {
        edge = .right(right)
        self.top = top
        self.width = width
    }

    /// The centre of the box in which lines lie, and how they lie in it.
    fileprivate var box: (x: Double, alignment: TextStyle.Alignment) {
        switch edge {
        case .left(let x): (x + width / 2, .left)
        case .center(let x): (x, .center)
        case .right(let x): (x - width / 2, .right)
        }
    }
}

extension SceneBuilder {
    /// Adds words for the time `range`, called `name`: what an editor finds them by.
    ///
    /// - Returns: where the block of lines ends.
    @discardableResult
    mutating func words(
        _ text: String, _ type: TypeSpec, _ color: Color, at place: WordPlace,
        during range: Range<Int>, entrance: Draft.TextAnimation.Kind = .slideUp,
        exit: Draft.TextAnimation.Kind = .fade,
        timings: [Draft.Segment.WordTiming]? = nil, isUpper: Bool = false, name: String? = nil
    ) -> Double {
        let extent = look.measurer.extent(
            of: isUpper ? text.uppercased() : text, in: type, width: place.width)
        var segment = Draft.Segment(
            id: "", start: range.lowerBound, duration: max(range.count, 1))
        segment.text = text
        segment.name = name
        segment.x = place.box.x / stage.width
        segment.y = (place.top + extent.height / 2) / stage.height
        segment.width = place.width / stage.width
        segment.style = style(type, color, place.box.alignment, isUpper: isUpper)
        segment.words = timings
        if timings != nil { segment.style?.highlight = look.accent.word }
        segment.animation = Draft.TextAnimation(
            entrance: entrance, exit: exit, duration: 350)
        layers.add(segment, to: .words)
        return place.top + extent.height
    }

    private func style(
        _ type: TypeSpec, _ color: Color, _ alignment: TextStyle.Alignment, isUpper: Bool
    ) -> Draft.TextStyle {
        var style = Draft.TextStyle(.card)
        style.font = type.family
        style.size = (type.size * 100).rounded() / 100
        style.weight = type.weight
        style.color = color
        style.alignment = alignment
        style.lineHeight = (type.lineHeight * 1000).rounded() / 1000
        style.spacing = (type.spacing * 100).rounded() / 100
        style.box = Draft.TextStyle.Box(color: Color.black.faded(0))
        if isUpper { style.letterCase = .upper }
        return style
    }

    /// The small line over a heading.
    @discardableResult
    mutating func kicker(
        _ text: String, at place: WordPlace, during range: Range<Int>
    ) -> Double {
        words(
            text, look.type(.kicker), look.accent.word, at: place, during: range,
            isUpper: !look.isChinese, name: "kicker")
    }

    /// A plain rectangle.
    mutating func panel(
        _ area: Area, _ color: Color, radius: Double, during range: Range<Int>,
        on level: DraftLayers.Level = .cards, fade: Int = 300
    ) {
        var segment = layers.segment(area, from: range.lowerBound, to: range.upperBound)
        segment.color = color
        if radius > 0 { segment.radius = radius }
        segment.fadeIn = min(fade, range.count / 3)
        segment.fadeOut = min(fade, range.count / 3)
        layers.add(segment, to: level)
    }
}
