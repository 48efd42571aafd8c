import Foundation
package import Planning
package import Typesetting

/// Something about how a text looks that its maker may not have meant, and where it is.
package struct TextFinding: Hashable, Sendable {
    package var kind: Kind
    package var notice: Notice

    /// When the text shows.
    package var frames: Range<Int>

    /// The box of its ink at rest, in shares of the canvas, origin top left.
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    /// What the notice is about.
    package enum Kind: Hashable, Sendable {
        /// Set at this share of its size.
        case shrunk(Double)
        /// It takes more lines than it may, or ends in an ellipsis.
        case moreLines, cut
        /// Characters without a glyph, or another family than the one that was asked for.
        case missingGlyphs, missingFamily
        /// Ink leaves the safe area, or lies over another text.
        case outside, overlap
    }
}

/// Looks at all texts of a plan without drawing any: what setting them had to change, ink that
/// leaves the safe area, and texts that lie over each other.
package struct TextFindings {
    /// The share of each side that players and platforms may cover.
    package static let margin = 0.05

    /// Lines that touch by an accent or a descender are no mistake: so much of the smaller one's ink
    /// has to be covered.
    private static let leastOverlap = 0.2

    /// Pixels of 1080 by which antialiasing may reach over an edge.
    private static let tolerance = 1.5 / 1080

    /// A text at the middle of its time.
    private struct Box {
        var content: TextContent
        var notices: [(kind: TextFinding.Kind, notice: Notice)]
        var frames: Range<Int>
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        func overlap(_ other: Box) -> Double {
            let across = min(x + width, other.x + other.width) - max(x, other.x)
            let down = min(y + height, other.y + other.height) - max(y, other.y)
            let smaller = min(width * height, other.width * other.height)
            return across > 0 && down > 0 && smaller > 0 ? across * down / smaller : 0
        }

        func finding(_ kind: TextFinding.Kind, _ notice: Notice) -> TextFinding {
            TextFinding(
                kind: kind, notice: notice, frames: frames, x: x, y: y, width: width, height: height
            )
        }
    }

    /// - Throws: where the fonts can't be opened.
    package static func find(in plan: RenderPlan, fonts: FontLibrary) throws -> [TextFinding] {
        let typesetter = try Typesetter(fonts)
        let boxes = plan.tracks.flatMap(\.clips).compactMap { box(of: $0, in: plan, typesetter) }
        return boxes.enumerated().flatMap { index, box in
            let own = box.notices.map(box.finding)
            let outside = outside(box).map { box.finding(.outside, $0) }
            let over = boxes[..<index].filter {
                $0.frames.overlaps(box.frames) && $0.overlap(box) >= leastOverlap
            }.map {
                box.finding(
                    .overlap,
                    Notice("it lies over \(quoted($0.content))", at: box.content.place))
            }
            return own + [outside].compactMap { $0 } + over
        }
    }

    /// Returns where the ink of each text ends at the bottom, as a share of the canvas's height.
    ///
    /// - Throws: where the fonts can't be opened.
    package static func bottoms(
        in plan: RenderPlan, fonts: FontLibrary
    ) throws -> [(place: DraftPlace, bottom: Double)] {
        let typesetter = try Typesetter(fonts)
        return plan.tracks.flatMap(\.clips).compactMap { box(of: $0, in: plan, typesetter) }
            .map { ($0.content.place, $0.y + $0.height) }
    }

    private static func box(
        of clip: Clip, in plan: RenderPlan, _ typesetter: Typesetter
    ) -> Box? {
        guard case .text(let content) = clip.content else { return nil }
        let preparation = TextPreparation(content, clip.placement, in: plan)
        let layout = typesetter.layout(preparation.request)
        let ink =
            layout.inkBounds
            ?? TextRectangle(x: 0, y: 0, width: layout.blockWidth, height: layout.blockHeight)
        let (width, height) = (Double(plan.canvas.width), Double(plan.canvas.height))
        let middle = (clip.span.end - clip.span.start) / 2
        let moved = (
            x: clip.placement.x.value(at: middle) - clip.placement.x.value(at: 0),
            y: clip.placement.y.value(at: middle) - clip.placement.y.value(at: 0)
        )
        let left = preparation.centerX(layout) + moved.x - layout.blockWidth / 2 + ink.x
        let top = clip.placement.y.value(at: 0) + moved.y - layout.blockHeight / 2 + ink.y
        return Box(
            content: content,
            notices: zip(layout.notices.map(TextFinding.Kind.init), preparation.notices(layout))
                .map { ($0, $1) },
            frames: clip.frames,
            x: left / width, y: top / height, width: ink.width / width,
            height: ink.height / height)
    }

    private static func outside(_ box: Box) -> Notice? {
        let safe = (margin - tolerance)...(1 - margin + tolerance)
        let isInside =
            safe.contains(box.x) && safe.contains(box.x + box.width) && safe.contains(box.y)
            && safe.contains(box.y + box.height)
        return isInside
            ? nil
            : Notice("it reaches over the edge of the safe area (5 %)", at: box.content.place)
    }

    private static func quoted(_ content: TextContent) -> String {
        let words = content.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "\"\(words.prefix(40))\(words.count > 40 ? "…" : "")\""
    }
}

extension TextFinding.Kind {
    init(_ notice: TypesettingNotice) {
        switch notice {
        case .shrunk(let share): self = .shrunk(share)
        case .moreLines: self = .moreLines
        case .cut: self = .cut
        case .missingGlyphs: self = .missingGlyphs
        case .missingFamily: self = .missingFamily
        }
    }
}
