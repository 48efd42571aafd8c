import Planning

/// Gradients of the scrim's colour, on which words stand.
extension SceneBuilder {
    /// An edge of the canvas, or a height from which shade goes upwards.
    enum ShadeOrigin { case left, top, bottom(Double) }

    /// Adds a gradient that fades in and out, for the milliseconds `range`.
    mutating func shade(_ ramp: Ramp, from origin: ShadeOrigin, during range: Range<Int>) {
        var segment = shadeSegment(ramp, from: origin, during: range)
        segment.fadeIn = Self.shadeFade
        segment.fadeOut = Self.shadeFade
        layers.add(segment, to: .shade)
    }

    /// A gradient as wide or as high as the canvas.
    func shadeSegment(
        _ ramp: Ramp, from origin: ShadeOrigin, during range: Range<Int>
    ) -> Draft.Segment {
        var area = stage.whole
        let angle: Double
        let length: Double
        switch origin {
        case .left:
            length = min(ramp.length, stage.width)
            area.width = length
            angle = 270
        case .top:
            length = min(ramp.length, stage.height)
            area.height = length
            angle = 0
        case .bottom(let y):
            length = min(ramp.length, y)
            area.y = y - length
            area.height = length
            angle = 180
        }
        var segment = layers.segment(area, from: range.lowerBound, to: range.upperBound)
        var gradient = Draft.Generated(.gradient)
        gradient.from = theme.scrim.faded(ramp.density(at: length))
        gradient.to = theme.scrim.faded(ramp.density)
        gradient.angle = angle
        segment.generated = gradient
        return segment
    }

    /// In milliseconds.
    private static let shadeFade = 250
}
