import Foundation
import Planning

extension EditWalk {
    /// Changes a style; what is so already is not written.
    func restyle(
        _ style: inout Draft.TextStyle, _ change: TextChange, _ preset: TextPreset
    ) throws(EditProblem) {
        switch change {
        case .preset(let new): if style.preset ?? .title != new { style.preset = new }
        case .color(let color): style.color = color
        case .opacity(let adjustment):
            let color = style.color ?? preset.ink
            let share = try bounded(adjustment, Double(color.alpha) / 255, 0...1)
            var new = color
            new.alpha = UInt8((share * 255).rounded())
            if new != color { style.color = new }
        case .font(let family): style.font = family
        case .size, .lineHeight, .spacing, .weight:
            try measure(&style, change, preset)
        case .italic(let flag):
            if (style.italic ?? preset.italic) != flag {
                style.italic = flag == preset.italic ? nil : flag
            }
        case .upper(let flag): style.letterCase = flag ? .upper : nil
        case .alignment(let alignment):
            if (style.alignment ?? preset.alignment) != alignment { style.alignment = alignment }
        case .highlight(let color): style.highlight = color
        case .outline, .noOutline, .shadow, .box, .noBox: try contrast(&style, change, preset)
        case .words, .replace, .append, .place, .nudge, .animation, .animationLength: break
        }
    }

    private func measure(
        _ style: inout Draft.TextStyle, _ change: TextChange, _ preset: TextPreset
    ) throws(EditProblem) {
        switch change {
        case .size(let adjustment):
            let old = style.size ?? preset.size
            let new = try bounded(adjustment, old, 1...2000).rounded(places: 1)
            if new != old { style.size = new }
        case .lineHeight(let adjustment):
            let old = style.lineHeight ?? preset.lineHeight
            let new = try bounded(adjustment, old, 0.1...10).rounded(places: 2)
            if new != old { style.lineHeight = new }
        case .spacing(let adjustment):
            let size = style.size ?? preset.size
            let usual = size >= TextPreset.tightSize ? TextPreset.tightTracking * size : 0
            let old = style.spacing ?? usual
            let new = try bounded(adjustment, old, -500...500).rounded(places: 2)
            if new != old { style.spacing = new }
        case .weight(let weight):
            try check(weight, 100...900)
            if style.weight ?? preset.weight != weight { style.weight = weight }
        default: break
        }
    }

    /// Changes the parts that set a text off from the picture.
    private func contrast(
        _ style: inout Draft.TextStyle, _ change: TextChange, _ preset: TextPreset
    ) throws(EditProblem) {
        let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
        switch change {
        case .outline(let color, let width):
            var stroke = style.stroke ?? Draft.TextStyle.Stroke()
            stroke.color = color ?? stroke.color ?? .black
            stroke.width = try bounded(.set(width ?? stroke.width ?? 4), 0, 0...500)
            style.stroke = stroke
        case .noOutline: style.stroke = nil
        case .shadow(true):
            if !style.showsShadow(preset) { style.shadow = TextPreset.softShadow }
        case .shadow(false):
            guard style.showsShadow(preset) else { return }
            let isUsual = preset.shadow != nil && style.stroke == nil && style.box == nil
            style.shadow = isUsual ? Draft.TextStyle.Shadow(color: clear) : nil
        case .box(let color):
            let usual = Color(red: 0, green: 0, blue: 0, alpha: 0x80)
            let present = style.box?.color ?? preset.box?.color
            let seen = present.flatMap { $0.alpha > 0 ? $0 : nil }
            var box = style.box ?? preset.box ?? Draft.TextStyle.Box()
            box.color = color ?? seen ?? usual
            if style.box != nil || box != preset.box { style.box = box }
        case .noBox:
            let isUsual = preset.box != nil
            if style.box == nil, !isUsual { return }
            style.box = isUsual ? Draft.TextStyle.Box(color: clear) : nil
        default: break
        }
    }
}

extension Draft.TextStyle {
    /// Whether the planner draws a shadow.
    fileprivate func showsShadow(_ preset: TextPreset) -> Bool {
        if let shadow { return (shadow.color ?? preset.shadow?.color ?? .black).alpha > 0 }
        return preset.shadow != nil && stroke == nil && box == nil
    }
}
