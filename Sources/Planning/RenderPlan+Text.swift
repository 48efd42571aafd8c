import Foundation

extension RenderPlan {
    /// The plan as stable text, one fact a line: for goldens and for people.
    package var text: String {
        var lines: [String] = []
        if !title.isEmpty { lines.append("title \(JSONWriter.quoted(title))") }
        if language != "en" { lines.append("language \(language)") }
        if let sourceType { lines.append("source type \(sourceType)") }
        lines.append(canvas.text)
        lines.append("frames \(frameCount)")
        for track in tracks { lines += track.lines }
        lines += sound.lines
        lines += chapters.map { "chapter \($0.start) ms \(JSONWriter.quoted($0.title))" }
        lines += captions.map(\.line)
        for notice in notices { lines.append("notice \(notice.message(file: "draft"))") }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Prints a number with at most four decimals, without trailing zeros.
func shown(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e14 else { return "\(number)" }
    let scaled = Int((abs(number) * 10_000).rounded())
    var digits = String(scaled % 10_000 + 10_000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    let whole = (number < 0 && scaled > 0 ? "-" : "") + String(scaled / 10_000)
    return digits.isEmpty ? whole : "\(whole).\(digits)"
}

extension Canvas {
    fileprivate var text: String {
        var text = "canvas \(width)x\(height)"
        if (width, height) != (contentWidth, contentHeight) {
            text += " for \(contentWidth)x\(contentHeight)"
        }
        let rate = frameRate
        let fraction = rate.denominator == 1 ? "" : "/\(rate.denominator)"
        return text + ", \(rate.numerator)\(fraction) fps, background \(background.hex)"
    }
}

extension VideoTrack {
    fileprivate var lines: [String] {
        ["track \(JSONWriter.quoted(name))"] + clips.flatMap(\.lines)
            + transitions.map { transition in
                "  transition \(transition.kind) \(clips[transition.from].id) -> "
                    + "\(clips[transition.to].id) frames \(transition.frames), "
                    + "span \(transition.span.text)"
            }
    }
}

extension Clip.Span {
    fileprivate var text: String { "\(shown(start)) to \(shown(end))" }
}

extension Clip {
    fileprivate var lines: [String] {
        var lines = ["  clip \(id) frames \(frames), span \(span.text)"]
        switch content {
        case .picture(let picture): lines += picture.lines
        case .generated(let picture): lines.append("    \(picture.text)")
        case .text(let text): lines += text.lines
        }
        lines += effects.map { "    effect \($0.text)" }
        lines.append("    at \(placement.text)")
        if fade != .none {
            lines.append("    fade in \(shown(fade.entrance)), out \(shown(fade.exit))")
        }
        return lines
    }
}

extension PictureContent {
    fileprivate var lines: [String] {
        let head = ["    picture \(path) \(width)x\(height) \(fit)"] + (footage?.lines ?? [])
        guard !move.isStill else { return head + ["    view \(move.start.text)"] }
        return head + [
            "    view from \(move.start.text)",
            "    view to \(move.end.text), "
                + "\(move.easing), \(move.path)",
        ]
    }
}

extension Footage {
    fileprivate var lines: [String] {
        let end = loops ? "then loop" : "then hold"
        return [
            "    film from \(shown(start)) s at speed \(shown(speed)), "
                + "\(shown(length)) s long, \(end)"
        ]
    }
}

extension CropRectangle {
    fileprivate var text: String {
        "\(shown(width))x\(shown(height)) around \(shown(centerX)),\(shown(centerY))"
    }
}

extension GeneratedPicture {
    fileprivate var text: String {
        switch self {
        case .color(let color): "color \(color.hex)"
        case .gradient(let from, let to, let angle):
            "gradient \(from.hex) to \(to.hex), angle \(shown(angle))"
        case .noise(let seed): "noise \(seed)"
        case .bars: "bars"
        case .placeholder(let name): "placeholder \(JSONWriter.quoted(name))"
        case .palette(let colors): "palette \(colors.map(\.hex).joined(separator: " "))"
        }
    }
}

extension Placement {
    fileprivate var text: String {
        var parts = ["\(x.text),\(y.text)", "size \(width.text)x\(height.text)"]
        if rotation != .constant(0) { parts.append("rotation \(rotation.text)") }
        if opacity != .constant(1) { parts.append("opacity \(opacity.text)") }
        if cornerRadius > 0 { parts.append("radius \(shown(cornerRadius))") }
        return parts.joined(separator: ", ")
    }
}

extension Animation {
    /// A constant, or `[time value ease, time value …]`.
    var text: String {
        guard !isConstant else { return shown(keys[0].value) }
        let rows = keys.map { key in
            let ease = key.easing == .linear ? "" : " \(key.easing)"
            return "\(shown(key.time)) \(shown(key.value))\(ease)"
        }
        return "[\(rows.joined(separator: ", "))]"
    }
}
