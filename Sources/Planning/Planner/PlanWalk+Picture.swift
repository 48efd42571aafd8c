import Foundation

extension PlanWalk {
    /// Returns what a picture segment shows: its file, its colour, or what it generates.
    mutating func pictureContent(of timed: TimedSegment) -> Clip.Content? {
        let segment = timed.segment
        noticeEffects(of: timed)
        noticeUnused(in: timed)
        guard let media = timed.media else {
            if segment.kenBurns != nil, segment.source == nil {
                log.notice("kb has no effect without a picture", at: timed.place("kb"))
            }
            if let color = segment.color { return .generated(.color(color)) }
            return segment.generated.map { .generated(Self.generated($0)) }
        }
        let size: (Int, Int)
        switch media.facts {
        case .picture(let width, let height, _): size = (width, height)
        case .video(let width, let height, _, _):
            size = (width, height)
            log.notice(
                "video clips are not played yet: the first frame is shown, without sound",
                at: timed.place("src"))
        case .sound: return nil
        }
        guard size.0 > 0, size.1 > 0 else { return nil }
        let fit = segment.fit ?? .cover
        let view = PictureView(
            picture: size, box: box(of: segment), drawn: largestBox(of: segment), fit: fit)
        return .picture(
            PictureContent(
                path: media.path, width: size.0, height: size.1, fit: fit,
                move: move(of: timed, view: view)))
    }

    /// The size of the placement box in pixels as the segment starts.
    private func box(of segment: Draft.Segment) -> (width: Double, height: Double) {
        let width = segment.animationKeys[.width]?.first?.value ?? segment.width ?? 1
        let height = segment.animationKeys[.height]?.first?.value ?? segment.height ?? 1
        return (
            max(width, 1e-4) * Double(canvas.contentWidth),
            max(height, 1e-4) * Double(canvas.contentHeight)
        )
    }

    /// The largest size that the placement box takes.
    private func largestBox(of segment: Draft.Segment) -> (width: Double, height: Double) {
        let box = box(of: segment)
        let width = segment.animationKeys[.width]?.map(\.value).max() ?? 0
        let height = segment.animationKeys[.height]?.map(\.value).max() ?? 0
        return (
            max(box.width, width * Double(canvas.contentWidth)),
            max(box.height, height * Double(canvas.contentHeight))
        )
    }

    private static func generated(_ generated: Draft.Generated) -> GeneratedPicture {
        switch generated.kind {
        case .gradient:
            .gradient(
                from: generated.from ?? .black, to: generated.to ?? .white,
                angle: generated.angle ?? 90)
        case .noise: .noise(seed: UInt64(clamping: generated.seed ?? 0))
        case .bars: .bars
        case .palette: .palette(generated.colors ?? [.black])
        }
    }

    private mutating func noticeEffects(of timed: TimedSegment) {
        for (index, effect) in timed.segment.effects.enumerated() {
            let place = effect.places.place(of: "k", in: "\(timed.pointer)/fx/\(index)")
            log.notice("the effect \(effect.kind.rawValue) is not rendered yet", at: place)
        }
    }

    /// Gives a notice where one source hides another.
    private mutating func noticeUnused(in timed: TimedSegment) {
        let segment = timed.segment
        let sources = [
            segment.source.map { _ in "src" }, segment.color.map { _ in "color" },
            segment.generated.map { _ in "gen" },
        ].compactMap { $0 }
        for hidden in sources.dropFirst() {
            log.notice("\(hidden) has no effect beside \(sources[0])", at: timed.place(hidden))
        }
    }

    /// Returns where a clip lies, in pixels.
    mutating func placement(of timed: TimedSegment, content: Clip.Content) -> Placement {
        let segment = timed.segment
        let (width, height) = (Double(canvas.contentWidth), Double(canvas.contentHeight))
        if case .text = content {
            let preset = TextPreset.of(segment.style?.preset ?? .title, canvas: canvas)
            return Placement(
                x: .constant((segment.x ?? preset.x) * width),
                y: .constant((segment.y ?? preset.y) * height),
                width: .constant((segment.width ?? preset.width) * width), height: .constant(0))
        }
        func animation(_ property: Draft.Segment.Property, _ still: Double) -> Animation {
            guard let keys = segment.animationKeys[property], !keys.isEmpty else {
                return .constant(still)
            }
            return Animation(
                keys: keys.map {
                    AnimationKey(
                        time: frames($0.time), value: $0.value, easing: $0.easing ?? .linear)
                })
        }
        return Placement(
            x: animation(.x, segment.x ?? 0.5).map { $0 * width },
            y: animation(.y, segment.y ?? 0.5).map { $0 * height },
            width: animation(.width, segment.width ?? 1).map { $0 * width },
            height: animation(.height, segment.height ?? 1).map { $0 * height },
            rotation: animation(.rotation, segment.rotation ?? 0),
            opacity: animation(.opacity, segment.opacity ?? 1),
            cornerRadius: (segment.radius ?? 0) * canvas.unit)
    }
}
