import Foundation

/// A timeline with nothing left to look up: every frame and every sample follows from it.
///
/// Lengths are output pixels of the canvas, times are frames or samples, colours are sRGB. After
/// the planner nothing is optional by omission, relative, inherited or aliased.
package struct RenderPlan: Hashable, Sendable {
    /// The title for the file's metadata; may be empty.
    package var title: String

    /// The language of its words, a BCP 47 tag such as "en" or "zh-Hans": it decides fonts and line
    /// breaks.
    package var language: String

    /// The named parts of the video, in order of time.
    package var chapters: [Chapter] = []

    /// What its captions say, for a subtitle track: in order of time, without overlaps.
    package var captions: [SubtitleCue] = []

    /// How its pictures came to be; nil where the draft doesn't say.
    package var sourceType: DigitalSourceType?

    package var canvas: Canvas

    /// The number of frames of the whole; at least 1.
    package var frameCount: Int

    /// Picture and text tracks in painting order: later ones lie above earlier ones.
    package var tracks: [VideoTrack]

    package var sound: SoundPlan

    /// What the draft asks for and this plan does not do, or does differently, in draft order.
    package var notices: [Notice]

    /// Where in the draft each file is named first, by its absolute path.
    package var sourcePlaces: [String: DraftPlace]

    /// What is done about a file that breaks between planning and rendering: unless that stops the
    /// render, a film's last good frame holds and a card stands in for what can't be opened.
    package var onSourceFailure = SourceFailurePolicy.fail

    /// The absolute paths of all files that it reads.
    package var sources: Set<String> {
        let clips = tracks.flatMap(\.clips)
        let pictures = clips.compactMap { clip -> String? in
            guard case .picture(let content) = clip.content else { return nil }
            return content.path
        }
        let tables = clips.flatMap(\.effects).compactMap { effect -> String? in
            guard case .lut(let path) = effect else { return nil }
            return path
        }
        return Set(pictures + tables + sound.tracks.flatMap(\.clips).map(\.path))
    }
}

/// The raster that all frames share.
package struct Canvas: Hashable, Sendable {
    /// The encoded size in pixels; both even.
    package var width: Int
    package var height: Int

    /// The size that was asked for and that placements refer to; one less where it was odd.
    ///
    /// The extra column or row at the right or bottom repeats its neighbour.
    package var contentWidth: Int
    package var contentHeight: Int

    package var frameRate: FrameRate

    /// The opaque colour under all tracks.
    package var background: Color

    /// - Parameters: width, height: the size asked for; odd sides grow by one pixel.
    package init(width: Int, height: Int, frameRate: FrameRate, background: Color = .black) {
        self.width = width + width % 2
        self.height = height + height % 2
        contentWidth = width
        contentHeight = height
        self.frameRate = frameRate
        self.background = background
    }

    /// The size of one text unit in pixels: 1/1080 of the shorter side asked for.
    package var unit: Double { Double(min(contentWidth, contentHeight)) / 1080 }
}

/// Clips that are painted one over the other, and the transitions between neighbours.
package struct VideoTrack: Hashable, Sendable {
    package var name: String

    /// Clips in the order of their first frame.
    ///
    /// They overlap in transitions only.
    package var clips: [Clip]

    package var transitions: [Transition]
}

/// One thing to show for a range of frames.
package struct Clip: Hashable, Sendable {
    /// The segment's identity in the draft.
    package var id: String

    /// The frames that show it, half-open, transition handles included.
    ///
    /// They may reach past the plan's last frame where the draft's length cuts a clip: its moves
    /// keep their pace.
    package var frames: Range<Int>

    /// The written segment `[s, s + d)` in frames, fractional, without handles.
    ///
    /// Fades and animation keys count from it.
    package var span: Span

    package var content: Content

    package var placement: Placement

    package var fade: Fade

    /// What is done to its picture, in order; empty for texts.
    package var effects: [PictureEffect] = []

    /// A stretch of time in frames, not rounded to whole ones.
    package struct Span: Hashable, Sendable {
        package var start: Double
        package var end: Double

        package init(start: Double, end: Double) {
            self.start = start
            self.end = end
        }
    }

    package enum Content: Hashable, Sendable {
        case picture(PictureContent)
        case generated(GeneratedPicture)
        case text(TextContent)
    }
}

/// Linear fades at the ends of a clip's span, in frames; 0 where there is none.
package struct Fade: Hashable, Sendable {
    package var entrance: Double
    package var exit: Double

    package static let none = Fade(entrance: 0, exit: 0)

    package init(entrance: Double, exit: Double) {
        self.entrance = entrance
        self.exit = exit
    }

    /// Returns the factor in 0...1 at `frame`: `min(1, (t - start)/entrance, (end - t)/exit)`.
    package func factor(at frame: Int, in span: Clip.Span) -> Double {
        let time = Double(frame)
        var factor = 1.0
        if entrance > 0 { factor = min(factor, (time - span.start) / entrance) }
        if exit > 0 { factor = min(factor, (span.end - time) / exit) }
        return max(factor, 0)
    }
}

/// Where a clip lies on the canvas, in pixels of the canvas, origin top left.
package struct Placement: Hashable, Sendable {
    /// The centre of the box.
    package var x: Animation
    package var y: Animation

    /// The size of the box.
    package var width: Animation
    package var height: Animation

    /// Degrees clockwise around the centre.
    package var rotation: Animation

    /// From 0, clear, to 1, opaque.
    package var opacity: Animation

    /// The corner radius in pixels; 0 is square.
    package var cornerRadius: Double

    package init(
        x: Animation, y: Animation, width: Animation, height: Animation,
        rotation: Animation = .constant(0), opacity: Animation = .constant(1),
        cornerRadius: Double = 0
    ) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.rotation = rotation
        self.opacity = opacity
        self.cornerRadius = cornerRadius
    }
}

/// A file's picture, still or moving, seen through a moving view.
package struct PictureContent: Hashable, Sendable {
    /// The absolute path of the file.
    package var path: String

    /// The size of the upright picture in square pixels, as the facts gave it.
    package var width: Int
    package var height: Int

    package var fit: Fit

    package var move: KenBurnsMove

    /// Which stretch of a film plays; nil for a still picture.
    package var footage: Footage?

    package init(
        path: String, width: Int, height: Int, fit: Fit, move: KenBurnsMove,
        footage: Footage? = nil
    ) {
        self.path = path
        self.width = width
        self.height = height
        self.fit = fit
        self.move = move
        self.footage = footage
    }

    /// How a picture fills its placement box.
    package enum Fit: String, Hashable, Sendable, CaseIterable {
        /// The view has the box's shape and fills it.
        case cover
        /// The view has the picture's shape and lies inside the box; the rest is clear.
        case contain
        /// The view is a share of each side and fills the box whatever its shape.
        case stretch
        /// `contain`, over a blurred and darkened `cover` of the same picture.
        case blur
    }
}

/// A picture that needs no file.
package enum GeneratedPicture: Hashable, Sendable {
    case color(Color)
    /// A linear gradient on encoded values; `angle` as in CSS: 0 up, 90 to the right.
    case gradient(from: Color, to: Color, angle: Double)
    /// Deterministic coloured noise.
    case noise(seed: UInt64)
    /// Vertical colour bars.
    case bars
    /// Equal vertical swatches, left to right; at least one.
    case palette([Color])
    /// A card in the place of a file that can't be shown; it bears the file's name.
    case placeholder(name: String)
}

/// A cut that takes time: two clips of one track that share frames.
package struct Transition: Hashable, Sendable {
    package var kind: Kind

    /// The frames in which both sides are mixed, half-open.
    package var frames: Range<Int>

    /// The exact, fractional stretch, for the progress of the mix.
    package var span: Clip.Span

    /// Indices into the track's `clips`.
    package var from: Int
    package var to: Int

    /// The share of the second side at `frame`, in 0..<1.
    ///
    /// The rule: `(n - start) / length`, which is 0.5 at the cut.
    package func progress(at frame: Int) -> Double {
        min(max((Double(frame) - span.start) / (span.end - span.start), 0), 1)
    }

    /// xfade's names.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case fade, fadeblack, fadewhite, dissolve
        case wipeleft, wiperight, wipeup, wipedown
        case slideleft, slideright, slideup, slidedown
        case circleopen, circleclose
    }
}
