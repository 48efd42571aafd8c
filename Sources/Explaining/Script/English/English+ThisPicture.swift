import Foundation
import Inspecting

extension EnglishWording {
    func thisPicture(_ part: Part, _ s: inout Saying) {
        switch part {
        case .whole: whole(&s)
        case .size:
            s.say(1, "Under the magnifier, it is a grid of coloured squares.")
            s.say(1, "There are about \(pixelCount(s.known)) of them.")
            s.say(3, "That's \(s.known.width) across and \(s.known.height) down.")
        case .colours: colours(&s)
        case .light: light(&s)
        default: composition(&s)
        }
    }

    private func whole(_ s: inout Saying) {
        if s.topics.first == .productPhoto {
            s.say(0, "Here is the whole picture first.")
            s.say(1, "It has to answer: what is it, and how does it look?")
            s.say(3, "Notice where your eye goes before you decide to look anywhere.")
        } else {
            let shape = shape(s.known)
            s.say(0, "First the whole: \(shape).", "Start with the whole: \(shape).")
            s.say(2, "Notice where your eye goes before you decide to look anywhere.")
        }
        s.say(4, "Give it a moment; first impressions are quick, details take time.")
    }

    private func shape(_ known: Known) -> String {
        let ratio = Double(known.width) / Double(max(known.height, 1))
        switch ratio {
        case ..<0.95: return "a picture in portrait format"
        case ...1.05: return "a square picture"
        case ...2: return "a picture in landscape format"
        default: return "a wide panorama"
        }
    }

    private func colours(_ s: inout Saying) {
        guard let palette = s.known.measures?.palette, let first = palette.first else { return }
        let names = distinct(palette.prefix(4).map(name))
        if names.count > 1 {
            s.say(
                0, "Its main colours are \(list(Array(names.prefix(3)))).",
                "It lives on \(list(Array(names.prefix(3)))).")
        } else {
            s.say(0, "It is built on one colour: \(names[0]).")
        }
        let share = Int((first.share * 100).rounded())
        if (5...100).contains(share) {
            s.say(2, "The largest of them covers about \(share) percent.")
        }
        s.say(3, "Screens differ, so a colour's name is only a rough guide.")
    }

    private func light(_ s: inout Saying) {
        guard let measures = s.known.measures else { return }
        switch measures.brightness {
        case ..<0.3: s.say(1, "On the whole it is dark, so bright spots draw the eye.")
        case ..<0.6: s.say(1, "Its tones sit in the middle, neither dark nor bright.")
        default: s.say(1, "On the whole it is bright, so dark spots draw the eye.")
        }
        let (dark, bright) = (percent(measures.darkShare), percent(measures.brightShare))
        s.say(2, "Dark tones fill \(dark) percent, bright tones \(bright) percent.")
        s.say(
            3, measures.contrast > 0.22
                ? "The contrast is strong: light and dark stand far apart."
                : "The contrast is soft: light and dark stay close together.")
    }

    private func composition(_ s: inout Saying) {
        guard s.known.measures != nil else { return }
        s.say(1, "The strongest detail sits \(position(s.known.place(0))).")
        s.say(2, "Calm areas around it lead your eye there.")
        s.say(3, "Divide it into thirds, and see what lies near the lines.")
    }

    func percent(_ share: Double) -> Int {
        share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0
    }

    func position(_ place: PictureMeasures.Point) -> String {
        let region = region(place).lowercased()
        return region == "centre" ? "in the centre" : "in the \(region)"
    }

    func region(_ place: PictureMeasures.Point) -> String {
        let row = place.y < 0.36 ? "Upper" : place.y > 0.64 ? "Lower" : ""
        let column = place.x < 0.36 ? "left" : place.x > 0.64 ? "right" : ""
        switch (row.isEmpty, column.isEmpty) {
        case (true, true): return "Centre"
        case (true, false): return column == "left" ? "Left part" : "Right part"
        case (false, true): return "\(row) part"
        case (false, false): return "\(row) \(column)"
        }
    }

    func name(of swatch: PictureMeasures.Swatch) -> String {
        RecordedName.plain(swatch.name) ?? "colour"
    }

    /// "a, b and c".
    func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
