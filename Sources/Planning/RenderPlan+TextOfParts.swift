import Foundation

extension TextContent {
    /// The words, then the style, then the animation.
    var lines: [String] {
        var lines = ["    text \(JSONWriter.quoted(text))", "    style \(style.text)"]
        if let stroke = style.stroke {
            lines.append("    stroke \(stroke.color.hex) \(shown(stroke.width))")
        }
        if let shadow = style.shadow {
            lines.append(
                "    shadow \(shadow.color.hex) \(shown(shadow.dx)),\(shown(shadow.dy)) "
                    + "blur \(shown(shadow.blur))")
        }
        if let box = style.box {
            lines.append(
                "    box \(box.color.hex) padding \(shown(box.padX)),\(shown(box.padY)) "
                    + "radius \(shown(box.radius))")
        }
        if animation.entrance != .none || animation.exit != .none {
            lines.append(
                "    in \(animation.entrance.rawValue), out \(animation.exit.rawValue), "
                    + "\(shown(animation.duration)) frames")
        }
        if let steps = animation.entranceSteps { lines.append("    in by \(steps.text)") }
        if let steps = animation.exitSteps { lines.append("    out by \(steps.text)") }
        if let speech { lines += speech.lines(in: Array(text)) }
        return lines
    }
}

extension TextSteps {
    fileprivate var text: String {
        "pieces \(starts.count), \(shown(interval)) frames apart, fade \(shown(fade))"
    }
}

extension TextSpeech {
    /// The colours, then each word with its times.
    fileprivate func lines(in text: [Character]) -> [String] {
        let head =
            "    spoken \(highlight.hex), before it at \(shown(dimming)), "
            + "change in \(shown(fade)) frames"
        let ends = words.dropFirst().map(\.start) + [text.count]
        return [head]
            + zip(words, ends).map { word, end in
                let written = String(text[word.start..<max(word.start, end)])
                return "      \(JSONWriter.quoted(written)) from \(shown(word.from)) "
                    + "until \(shown(word.until))"
            }
    }
}

extension TextStyle {
    fileprivate var text: String {
        let slant = italic ? " italic" : ""
        let spaced = spacing == 0 ? "" : ", spacing \(shown(spacing))"
        return "\(family) \(shown(size)) weight \(weight)\(slant) \(color.hex) \(alignment), "
            + "line height \(shown(lineHeight))\(spaced), \(lineLimit) lines"
    }
}

extension SubtitleCue {
    /// The times, the words and the times of single words.
    var line: String {
        let times = words.map { "\($0.time)" }.joined(separator: " ")
        return "caption \(start) to \(end) ms \(JSONWriter.quoted(text))"
            + (words.isEmpty ? "" : ", words at \(times)")
    }
}

extension SoundPlan {
    /// The length and loudness, then the tracks.
    var lines: [String] {
        let level = loudness.map { "loudness \(shown($0))" } ?? "levels left"
        return ["sound \(sampleCount) samples, \(level)"] + tracks.flatMap(\.lines)
    }
}

extension SoundTrack {
    fileprivate var lines: [String] {
        var lines = ["track \(JSONWriter.quoted(name))"] + clips.flatMap(\.lines)
        if let ducking {
            let spans = ducking.spans.map { "\($0)" }.joined(separator: " ")
            lines.append(
                "  ducks to \(shown(ducking.gain)) in \(ducking.attack), "
                    + "back in \(ducking.release), under \(spans)")
        }
        return lines
    }
}

extension SoundClip {
    fileprivate var lines: [String] {
        var facts = ["from \(sourceStart)", "gain \(shown(gain))"]
        if speed != 1 { facts.append("speed \(shown(speed))") }
        if fadeIn > 0 { facts.append("fade in \(fadeIn)") }
        if fadeOut > 0 { facts.append("fade out \(fadeOut)") }
        if crossfadeIn > 0 { facts.append("cross-fade in \(crossfadeIn)") }
        if crossfadeOut > 0 { facts.append("cross-fade out \(crossfadeOut)") }
        if loop { facts.append("loop") }
        return [
            "  clip \(id) samples \(samples)", "    sound \(path)",
            "    \(facts.joined(separator: ", "))",
        ]
    }
}
