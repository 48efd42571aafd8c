import Foundation
import Planning

extension EditWalk {
    var canvas: Canvas {
        let metadata = draft.metadata
        return Canvas(
            width: metadata.width ?? 1920, height: metadata.height ?? 1080,
            frameRate: metadata.frameRate ?? FrameRate(30))
    }

    mutating func changeTexts(
        _ reference: Reference, _ change: TextChange
    ) throws(EditProblem) {
        let things: [Thing]
        switch change {
        case .words, .append: things = try resolve(reference, .single)
        case .replace(let old, _):
            things = try resolve(reference, .looks).filter { self[$0].contains(old) }
            guard !things.isEmpty else { throw .nothingToChange(operation) }
        default: things = try resolve(reference, .looks)
        }
        for thing in things {
            let kind = Draft.textKind(of: self[thing], on: draft.tracks[thing.track])
            self[thing] = try changed(self[thing], by: change, kind: kind)
        }
    }

    /// Returns a text after the change.
    func changed(
        _ segment: Draft.Segment, by change: TextChange, kind: Reference.Kind
    ) throws(EditProblem) -> Draft.Segment {
        var segment = segment
        switch change {
        case .words(let words): segment.say(words)
        case .replace(let old, let new): segment.say(segment.replacing(old, by: new))
        case .append(let more): segment.say((segment.text ?? "").continued(with: more))
        case .place(let place): put(&segment, at: place, kind: kind)
        case .nudge(let dx, let dy): try nudge(&segment, dx: dx, dy: dy)
        case .animation(let entrance, let exit):
            segment.animate(entrance: entrance, exit: exit)
        case .animationLength(let length):
            try check(length, 0...Draft.longestTime)
            var animation = segment.animation ?? Draft.TextAnimation()
            if animation.duration ?? 300 != length { animation.duration = length }
            if segment.animation != nil || length != 300 { segment.animation = animation }
        default:
            var style = segment.style ?? Draft.TextStyle()
            let preset = TextPreset.of(style, canvas: canvas, theme: draft.metadata.theme)
            try restyle(&style, change, preset)
            if segment.style != nil || style != Draft.TextStyle() { segment.style = style }
        }
        return segment
    }

    private func nudge(
        _ segment: inout Draft.Segment, dx: Double, dy: Double
    ) throws(EditProblem) {
        let preset = TextPreset.of(
            segment.style, canvas: canvas, theme: draft.metadata.theme)
        func moved(_ value: Double, _ delta: Double) throws(EditProblem) -> Double {
            try bounded(.add(delta), value, min(0, value)...max(1, value)).rounded(places: 4)
        }
        if dx != 0 { segment.x = try moved(segment.x ?? preset.x, dx) }
        if dy != 0 { segment.y = try moved(segment.y ?? preset.y, dy) }
    }

    /// Puts a text where people name it; what is there already is not written.
    private func put(
        _ segment: inout Draft.Segment, at place: TextPlace, kind: Reference.Kind
    ) {
        let preset = TextPreset.of(
            segment.style, canvas: canvas, theme: draft.metadata.theme)
        if let row = place.row {
            let y = row.y(isCaption: kind == .caption, canvas: canvas)
            if (segment.y ?? preset.y) != y { segment.y = y }
        }
        guard let column = place.column else { return }
        let (x, alignment) = (column.x, column.alignment)
        if (segment.x ?? preset.x) != x { segment.x = x }
        if column == .center {
            if segment.width == TextPlace.sideWidth { segment.width = nil }
        } else {
            segment.width = TextPlace.sideWidth
        }
        if (segment.style?.alignment ?? preset.alignment) != alignment {
            var style = segment.style ?? Draft.TextStyle()
            style.alignment = alignment
            segment.style = style
        }
    }
}

extension TextPlace {
    /// The width of a text at a side, as a fraction of the canvas.
    static let sideWidth = 0.45
}

extension TextPlace.Row {
    /// The centre as a fraction of the canvas; captions at the bottom stay where they are read.
    fileprivate func y(isCaption: Bool, canvas: Canvas) -> Double {
        switch self {
        case .top: 0.12
        case .middle: 0.5
        case .bottom: isCaption ? TextPreset.of(.caption, canvas: canvas).y : 0.88
        }
    }
}

extension TextPlace.Column {
    fileprivate var x: Double {
        switch self {
        case .left: 0.275
        case .center: 0.5
        case .right: 0.725
        }
    }

    fileprivate var alignment: TextStyle.Alignment {
        switch self {
        case .left: .left
        case .center: .center
        case .right: .right
        }
    }
}
