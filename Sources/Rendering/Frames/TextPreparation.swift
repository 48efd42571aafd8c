import Foundation
import Planning
import Typesetting

/// Sets a text and paints it as a layer.
struct TextPreparation {
    private let content: TextContent
    private let placement: Placement
    private let canvas: Canvas

    init(_ content: TextContent, _ placement: Placement, _ canvas: Canvas) {
        self.content = content
        self.placement = placement
        self.canvas = canvas
    }

    /// The words with every measure, for the typesetter.
    var request: TextRequest {
        let style = content.style
        return TextRequest(
            text: content.text, family: style.family, size: style.size, weight: style.weight,
            italic: style.italic, alignment: alignment, lineHeight: style.lineHeight,
            spacing: style.spacing, maxWidth: placement.width.value(at: 0),
            maxHeight: 0.9 * Double(canvas.contentHeight), lineLimit: style.lineLimit,
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
    func run(_ typesetter: Typesetter) -> TextLayer {
        let layout = typesetter.layout(request)
        let masks = typesetter.masks(
            for: layout, centerX: placement.x.value(at: 0), centerY: placement.y.value(at: 0))
        return TextPainter(content.style, masks).paint(animation: content.animation)
    }
}
