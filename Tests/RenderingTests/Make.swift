import BundledFonts
import Foundation
import Typesetting

@testable import Planning

extension Canvas {
    static func make(
        _ width: Int = 320, _ height: Int = 180, rate: FrameRate = FrameRate(30),
        background: Color = .black
    ) -> Canvas {
        Canvas(width: width, height: height, frameRate: rate, background: background)
    }
}

extension Placement {
    /// A box by its edges.
    static func make(
        left: Double, top: Double, width: Double, height: Double, rotation: Double = 0,
        opacity: Double = 1, cornerRadius: Double = 0
    ) -> Placement {
        Placement(
            x: .constant(left + width / 2), y: .constant(top + height / 2),
            width: .constant(width), height: .constant(height), rotation: .constant(rotation),
            opacity: .constant(opacity), cornerRadius: cornerRadius)
    }

    /// The whole of a canvas.
    static func whole(_ canvas: Canvas, opacity: Double = 1) -> Placement {
        make(
            left: 0, top: 0, width: Double(canvas.contentWidth),
            height: Double(canvas.contentHeight), opacity: opacity)
    }
}

extension Clip {
    static func make(
        _ content: Content, _ placement: Placement, frames: Range<Int> = 0..<10,
        span: Span? = nil, fade: Fade = .none, id: String = "a"
    ) -> Clip {
        Clip(
            id: id, frames: frames,
            span: span
                ?? Span(start: Double(frames.lowerBound), end: Double(frames.upperBound)),
            content: content, placement: placement, fade: fade)
    }

    /// A plain rectangle.
    static func make(
        _ color: Color, _ placement: Placement, frames: Range<Int> = 0..<10,
        fade: Fade = .none
    ) -> Clip {
        make(.generated(.color(color)), placement, frames: frames, fade: fade)
    }
}

extension PictureContent {
    /// A picture file, seen whole and still unless a move is given.
    static func make(
        _ picture: PictureFile, fit: Fit = .cover, move: KenBurnsMove? = nil
    ) -> PictureContent {
        let (width, height) = (Double(picture.width), Double(picture.height))
        let whole = CropRectangle(
            centerX: width / 2, centerY: height / 2, width: width, height: height)
        return PictureContent(
            path: picture.path, width: picture.width, height: picture.height, fit: fit,
            move: move ?? .still(whole))
    }

    /// A picture file through a still view.
    static func make(
        _ picture: PictureFile, fit: Fit = .cover, left: Double, top: Double, width: Double,
        height: Double
    ) -> PictureContent {
        make(
            picture, fit: fit,
            move: .still(
                CropRectangle(
                    centerX: left + width / 2, centerY: top + height / 2, width: width,
                    height: height)))
    }
}

extension VideoTrack {
    static func make(_ clips: [Clip], _ transitions: [Transition] = []) -> VideoTrack {
        VideoTrack(name: "main", clips: clips, transitions: transitions)
    }
}

extension Transition {
    /// The first clip of a track gives way to the second.
    static func make(_ kind: Kind, _ frames: Range<Int>) -> Transition {
        Transition(
            kind: kind, frames: frames,
            span: Clip.Span(start: Double(frames.lowerBound), end: Double(frames.upperBound)),
            from: 0, to: 1)
    }
}

extension RenderPlan {
    static func make(
        _ canvas: Canvas = .make(), frameCount: Int = 10, tracks: [VideoTrack] = [],
        sound: SoundPlan? = nil
    ) -> RenderPlan {
        let rate = canvas.frameRate
        let samples = frameCount * SoundPlan.sampleRate * rate.denominator / rate.numerator
        return RenderPlan(
            title: "", language: "en", canvas: canvas, frameCount: frameCount, tracks: tracks,
            sound: sound ?? SoundPlan(sampleCount: samples, tracks: [], loudness: nil),
            notices: [], sourcePlaces: [:])
    }

    /// One track for each clip, the last on top.
    static func make(_ canvas: Canvas = .make(), clips: [Clip]) -> RenderPlan {
        make(canvas, tracks: clips.map { .make([$0]) })
    }
}

extension TextStyle {
    static func make(
        size: Double = 30, color: Color = .white, stroke: Stroke? = nil, shadow: Shadow? = nil,
        box: Box? = nil, alignment: Alignment = .center
    ) -> TextStyle {
        TextStyle(
            family: "Inter", size: size, weight: 600, italic: false, color: color,
            alignment: alignment, lineHeight: 1.2, spacing: 0, stroke: stroke, shadow: shadow,
            box: box, lineLimit: 2)
    }
}

extension TextContent {
    static func make(
        _ text: String = "Hello", style: TextStyle = .make(),
        entrance: TextAnimation.Kind = .none, exit: TextAnimation.Kind = .none,
        duration: Double = 10
    ) -> TextContent {
        TextContent(
            text: text, style: style,
            animation: TextAnimation(entrance: entrance, exit: exit, duration: duration),
            place: DraftPlace())
    }
}

extension Color {
    static let pureRed = Color(red: 255, green: 0, blue: 0)
    static let pureGreen = Color(red: 0, green: 255, blue: 0)
    static let pureBlue = Color(red: 0, green: 0, blue: 255)

    static func gray(_ value: Int) -> Color {
        Color(red: UInt8(value), green: UInt8(value), blue: UInt8(value))
    }
}

extension FontLibrary {
    /// The fonts of the program, and no others.
    static func bundled() throws -> FontLibrary { try FontLibrary(files: BundledFonts.files()) }
}
