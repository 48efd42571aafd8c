import Foundation
import Planning
import Typesetting

/// Sets a text and paints it as a layer.
struct TextPreparation {
    private let content: TextContent
    private let placement: Placement
    private let plan: RenderPlan

    init(_ content: TextContent, _ placement: Placement, in plan: RenderPlan) {
        self.content = content
        self.placement = placement
        self.plan = plan
    }

    /// The words with every measure, for the typesetter.
    var request: TextRequest {
        let style = content.style
        return TextRequest(
            text: content.text, family: style.family, size: style.size, weight: style.weight,
            italic: style.italic, language: plan.language, alignment: alignment,
            lineHeight: style.lineHeight,
            spacing: style.spacing, maxWidth: placement.width.value(at: 0),
            maxHeight: 0.9 * Double(plan.canvas.contentHeight), lineLimit: style.lineLimit,
            strokeWidth: style.stroke?.width ?? 0,
            shadow: style.shadow.map { .init(dx: $0.dx, dy: $0.dy, blur: $0.blur) })
    }

    private var alignment: TextRequest.Alignment {
        switch content.style.alignment {
        case .left: .left
        case .center: .center
        case .right: .right
        }
    }

    /// Sets and paints the text.
    func run(_ typesetter: Typesetter) -> (TextLayer, notices: [Notice]) {
        let layout = typesetter.layout(request)
        let masks = typesetter.masks(
            for: layout, centerX: centerX(layout), centerY: placement.y.value(at: 0))
        let layer = TextPainter(content, layout, masks).paint()
        return (layer, notices(layout))
    }

    /// The middle of the longest line: line boxes are as wide as the text may be, and lines lie
    /// left or right in them.
    func centerX(_ layout: TextLayout) -> Double {
        let free = max(placement.width.value(at: 0) - layout.blockWidth, 0) / 2
        let middle = placement.x.value(at: 0)
        return switch content.style.alignment {
        case .left: middle - free
        case .center: middle
        case .right: middle + free
        }
    }

    /// What typesetting had to change, in words.
    func notices(_ layout: TextLayout) -> [Notice] {
        layout.notices.map { Notice(words($0), at: content.place) }
    }

    private func words(_ notice: TypesettingNotice) -> String {
        switch notice {
        case .shrunk(let share):
            return
                "the text does not fit and is set at \(Int((share * 100).rounded())) % of its size"
        case .moreLines(let limit, let lines):
            return "the text takes \(lines) lines instead of \(limit)"
        case .cut:
            return "the text is too long and ends in an ellipsis; shorten it or give it more room"
        case .missingGlyphs(let points):
            let names = points.map { String(format: "U+%04X", $0) }.joined(separator: " ")
            return "no font has \(names); a box stands in its place"
        case .missingFamily(let family, let used):
            return "there is no font family \"\(family)\"; \(used) is used"
        }
    }
}
