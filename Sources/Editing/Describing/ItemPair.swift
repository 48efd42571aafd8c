import Foundation
import Planning

/// One item before and after.
struct ItemPair {
    var old: Item
    var new: Item
    /// The canvases that they lie on: where a text is by default depends on its shape.
    var canvases: (old: Canvas, new: Canvas)
    /// `m.theme` of the new draft: what a style leaves open depends on it.
    var theme: String?

    /// The centre as a fraction of the canvas, defaults filled in.
    ///
    /// Both sides are seen on the new canvas, so that only what was written makes a difference.
    func center(of item: Item) -> (x: Double, y: Double) {
        let preset = preset(of: item)
        return (
            item.segment.x ?? preset?.x ?? 0.5, item.segment.y ?? preset?.y ?? 0.5
        )
    }

    func box(of item: Item) -> (width: Double, height: Double) {
        let width = item.segment.width ?? preset(of: item)?.width ?? 1
        let isText = item.trackKind == .text && item.segment.height == nil
        return (width, isText ? width : item.segment.height ?? 1)
    }

    private func preset(of item: Item) -> TextPreset? {
        guard item.trackKind == .text else { return nil }
        return TextPreset.of(item.segment.style, canvas: canvases.new, theme: theme)
    }
}
