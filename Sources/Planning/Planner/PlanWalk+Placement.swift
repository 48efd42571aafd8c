import Foundation

extension PlanWalk {
    /// Returns where a clip lies, in pixels.
    func placement(of timed: TimedSegment, content: Clip.Content) -> Placement {
        let segment = timed.segment
        if case .text = content { return textPlacement(of: segment) }
        let (width, height) = (Double(canvas.contentWidth), Double(canvas.contentHeight))
        return Placement(
            x: animation(.x, of: segment).map { $0 * width },
            y: animation(.y, of: segment).map { $0 * height },
            width: animation(.width, of: segment).map { $0 * width },
            height: animation(.height, of: segment).map { $0 * height },
            rotation: animation(.rotation, of: segment), opacity: animation(.opacity, of: segment),
            cornerRadius: (segment.radius ?? 0) * canvas.unit)
    }

    private func textPlacement(of segment: Draft.Segment) -> Placement {
        let preset = preset(of: segment)
        let (width, height) = (Double(canvas.contentWidth), Double(canvas.contentHeight))
        return Placement(
            x: .constant((segment.x ?? preset.x) * width),
            y: .constant((segment.y ?? preset.y) * height),
            width: .constant((segment.width ?? preset.width) * width), height: .constant(0))
    }

    /// Returns a property of a picture as it was written: its keys, else its value, else its
    /// default.
    private func animation(
        _ property: Draft.Segment.Property, of segment: Draft.Segment
    ) -> Animation {
        guard let keys = segment.animationKeys[property], !keys.isEmpty else {
            return .constant(segment.still(property))
        }
        return Animation(
            keys: keys.map {
                AnimationKey(time: frames($0.time), value: $0.value, easing: $0.easing ?? .linear)
            })
    }

    /// The size of the placement box in pixels as the segment starts.
    func firstBox(of segment: Draft.Segment) -> (width: Double, height: Double) {
        box(
            animation(.width, of: segment).keys[0].value,
            animation(.height, of: segment).keys[0].value)
    }

    /// The largest width and height that the placement box takes, in pixels.
    func largestBox(of segment: Draft.Segment) -> (width: Double, height: Double) {
        box(
            animation(.width, of: segment).keys.map(\.value).max() ?? 1,
            animation(.height, of: segment).keys.map(\.value).max() ?? 1)
    }

    /// Fractions in pixels; a box that grows from nothing still has a shape.
    private func box(_ width: Double, _ height: Double) -> (width: Double, height: Double) {
        (
            max(width, 1e-4) * Double(canvas.contentWidth),
            max(height, 1e-4) * Double(canvas.contentHeight)
        )
    }

    /// Gives a notice where keys change the shape of a box: the view keeps the shape it starts
    /// with.
    mutating func noticeStretching(of timed: TimedSegment, fit: PictureContent.Fit) {
        let (width, height) = (
            animation(.width, of: timed.segment), animation(.height, of: timed.segment)
        )
        guard fit != .stretch, !width.isConstant || !height.isConstant else { return }
        let (w, h) = (width.keys[0].value, height.keys[0].value)
        let isSteady = (width.keys + height.keys).allSatisfy {
            abs(width.value(at: $0.time) * h - height.value(at: $0.time) * w) < 1e-6
        }
        guard !isSteady else { return }
        let key = width.isConstant ? "ak/h" : "ak/w"
        log.notice("the picture is stretched while its box changes shape", at: timed.place(key))
    }
}

extension Draft.Segment {
    /// The value of a property that no keys move.
    fileprivate func still(_ property: Property) -> Double {
        switch property {
        case .x: x ?? 0.5
        case .y: y ?? 0.5
        case .width: width ?? 1
        case .height: height ?? 1
        case .rotation: rotation ?? 0
        case .opacity: opacity ?? 1
        }
    }
}
