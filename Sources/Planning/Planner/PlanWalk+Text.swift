import Foundation

extension PlanWalk {
    /// Returns the words of a text segment with their style in pixels.
    mutating func textContent(of timed: TimedSegment) -> TextContent {
        let segment = timed.segment
        let words = segment.text ?? ""
        let text = segment.style?.letterCase == .upper ? words.uppercased() : words
        let speech = speech(of: timed, text: text)
        return TextContent(
            text: text, style: style(of: timed),
            animation: animation(of: timed, text: text, isSpoken: speech != nil), speech: speech,
            place: timed.place("tx"))
    }

    private mutating func animation(
        of timed: TimedSegment, text: String, isSpoken: Bool
    ) -> TextAnimation {
        let written = timed.segment.animation
        let entrance = kind(written?.entrance, "in", of: timed, isSpoken: isSpoken)
        let exit = kind(written?.exit, "out", of: timed, isSpoken: isSpoken)
        let duration = frames(written?.duration ?? 300)
        return TextAnimation(
            entrance: entrance, exit: exit, duration: duration,
            entranceSteps: steps(entrance, of: timed, text: text, share: 0.6, fade: duration),
            exitSteps: steps(exit, of: timed, text: text, share: 0.3, fade: duration))
    }

    private mutating func kind(
        _ written: Draft.TextAnimation.Kind?, _ key: String, of timed: TimedSegment, isSpoken: Bool
    ) -> TextAnimation.Kind {
        let kind = written.map(TextAnimation.Kind.init) ?? .fade
        guard isSpoken, kind.isMoving || kind == .blur else { return kind }
        log.notice(
            "words that light up don't \(kind == .blur ? "blur" : "move"); a fade stands in for "
                + "\(kind.rawValue)", at: timed.place("anim/\(key)"))
        return .fade
    }

    private mutating func style(of timed: TimedSegment) -> TextStyle {
        let style = timed.segment.style ?? Draft.TextStyle()
        let preset = preset(of: timed.segment)
        let size = style.size ?? preset.size
        let tracking = size >= TextPreset.tightSize ? TextPreset.tightTracking * size : 0
        return TextStyle(
            family: family(style.font, preset, of: timed), size: size * canvas.unit,
            weight: style.weight ?? preset.weight, italic: style.italic ?? preset.italic,
            color: style.color ?? preset.ink,
            alignment: style.alignment ?? preset.alignment,
            lineHeight: style.lineHeight ?? preset.lineHeight,
            spacing: (style.spacing ?? tracking) * canvas.unit, stroke: stroke(style.stroke),
            shadow: shadow(style, preset), box: box(style.box, preset.box),
            lineLimit: preset.lineLimit)
    }

    /// Returns what a text has where its style says nothing.
    func preset(of segment: Draft.Segment) -> TextPreset {
        let style = segment.style ?? Draft.TextStyle()
        let preset = TextPreset.of(style.preset ?? .title, canvas: canvas)
        guard let theme else { return preset }
        return preset.themed(theme, for: style, hasFamily: hasFamily)
    }

    /// Whether a family can be had; true where nobody knows.
    private func hasFamily(_ name: String) -> Bool {
        planner.options.fontFamilies == nil || families[name.lowercased()] != nil
    }

    private mutating func family(
        _ written: String?, _ preset: TextPreset, of timed: TimedSegment
    ) -> String {
        guard let written else { return preset.family }
        guard let known = planner.options.fontFamilies else { return written }
        if let family = families[written.lowercased()] { return family }
        log.add(.font(family: written, known: known), at: timed.place("st/font"))
        return written
    }

    private func stroke(_ written: Draft.TextStyle.Stroke?) -> TextStyle.Stroke? {
        guard let written else { return nil }
        let (color, width) = (written.color ?? .black, written.width ?? 3)
        guard color.alpha > 0, width > 0 else { return nil }
        return TextStyle.Stroke(color: color, width: width * canvas.unit)
    }

    /// A written shadow over the preset's; none of the preset's beside a written stroke or box.
    private func shadow(_ style: Draft.TextStyle, _ preset: TextPreset) -> TextStyle.Shadow? {
        if style.shadow == nil, style.stroke != nil || style.box != nil { return nil }
        guard style.shadow != nil || preset.shadow != nil else { return nil }
        let color = style.shadow?.color ?? preset.shadow?.color ?? .black
        guard color.alpha > 0 else { return nil }
        let unit = canvas.unit
        return TextStyle.Shadow(
            color: color, dx: (style.shadow?.dx ?? preset.shadow?.dx ?? 0) * unit,
            dy: (style.shadow?.dy ?? preset.shadow?.dy ?? 2) * unit,
            blur: (style.shadow?.blur ?? preset.shadow?.blur ?? 14) * unit)
    }

    private func box(
        _ written: Draft.TextStyle.Box?, _ preset: Draft.TextStyle.Box?
    ) -> TextStyle.Box? {
        guard written != nil || preset != nil else { return nil }
        let color =
            written?.color ?? preset?.color ?? Color(red: 0, green: 0, blue: 0, alpha: 0x80)
        guard color.alpha > 0 else { return nil }
        let unit = canvas.unit
        return TextStyle.Box(
            color: color, padX: (written?.padX ?? preset?.padX ?? 20) * unit,
            padY: (written?.padY ?? preset?.padY ?? 10) * unit,
            radius: (written?.radius ?? preset?.radius ?? 8) * unit)
    }
}

extension TextAnimation.Kind {
    fileprivate init(_ written: Draft.TextAnimation.Kind) {
        self =
            switch written {
            case .none: .none
            case .fade: .fade
            case .slideUp: .slideUp
            case .slideLeft: .slideLeft
            case .pop: .pop
            case .typewriter: .typewriter
            case .blur: .blur
            case .reveal: .reveal
            case .word: .word
            }
    }
}
