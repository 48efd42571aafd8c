import Foundation
import Media
import Planning

/// What a render does to a file, as short phrases in the order in which it is done.
struct Treatment {
    private let file: InspectedFile

    init(_ file: InspectedFile) { self.file = file }

    /// All that is done where `mention` uses the file.
    func phrases(for mention: SourceMention) -> [String] {
        let seen = mention.kind == .picture ? picture + scale(mention) : []
        return stretch(mention) + seen + (mention.isHeard ? sound : [])
    }

    /// What is done to its picture wherever it is used.
    var picture: [String] {
        switch file {
        case .picture(let info): turning(info.orientation) + (conversion(info).map { [$0] } ?? [])
        case .film(let film): film.info.treatment(turning(film.info.orientation))
        case .sound, .colorTable: []
        }
    }

    /// What is done to its sound wherever it is heard.
    var sound: [String] {
        switch file {
        case .film(let film): film.sound?.treatment ?? []
        case .sound(let info): info.treatment
        case .picture, .colorTable: []
        }
    }

    private func turning(_ orientation: Orientation) -> [String] {
        let ways = [90: "turned right", 180: "turned upside down", 270: "turned left"]
        return [ways[orientation.degrees], orientation.isMirrored ? "mirrored" : nil].compactMap {
            $0
        }
    }

    private func conversion(_ info: PictureInfo) -> String? {
        guard info.convertsColors else { return nil }
        return "converted to sRGB" + (info.profile.map { " from \($0)" } ?? "")
    }

    // MARK: - Scale

    private func scale(_ mention: SourceMention) -> [String] {
        guard let range = mention.magnification else { return [] }
        let capped = mention.isZoomCapped ? ["its zoom capped"] : []
        let (least, most) = (range.lowerBound, range.upperBound)
        if most < 0.97 {
            return ["shrunk to \(span(least * 100, most * 100, "%.0f")) %"] + capped
        }
        guard most > 1.03 else { return capped }
        let soft = most > 2.01 ? ", so it looks soft" : ""
        let verb = least < 0.97 ? "scaled by" : "enlarged"
        return ["\(verb) \(span(least, most, "%.3g")) x\(soft)"] + capped
    }

    private func span(_ least: Double, _ most: Double, _ format: String) -> String {
        let (a, b) = (String(format: format, least), String(format: format, most))
        return a == b ? a : "\(a) to \(b)"
    }

    // MARK: - Time

    /// Milliseconds of it that can be played as `mention` uses it; nil for what has no length.
    private func length(_ mention: SourceMention) -> Double? {
        switch file {
        case .film(let film): film.milliseconds
        case .sound(let info): Double(info.sampleCount) / 48
        case .picture, .colorTable: nil
        }
    }

    private func stretch(_ mention: SourceMention) -> [String] {
        guard mention.kind != .colorTable, let length = length(mention) else { return [] }
        let start = Double(mention.sourceStart)
        let end = start + mention.sourceDuration
        let isWhole = start == 0 && end > length - Self.blink
        let played =
            isWhole
            ? "played whole"
            : String(format: "played from %.2f to %.2f s", start / 1000, min(end, length) / 1000)
        let speed = mention.speed == 1 ? "" : String(format: " at speed %.3g", mention.speed)
        return [played + speed] + rest((end - length) / mention.speed, mention)
    }

    /// What happens for the `missing` milliseconds of the timeline that it is too short.
    private func rest(_ missing: Double, _ mention: SourceMention) -> [String] {
        guard missing > Self.blink else { return [] }
        if mention.loops { return ["looped"] }
        let seconds = String(format: "%.2f s", missing / 1000)
        return [
            mention.kind == .sound ? "silent for the last \(seconds)" : "last frame held \(seconds)"
        ]
    }

    /// Milliseconds that nobody misses: one or two frames.
    private static let blink = 50.0
}

extension FilmInfo {
    /// `turning` comes first: it is what people look for.
    fileprivate func treatment(_ turning: [String]) -> [String] {
        turning
            + [
                pixelAspect == 1 ? nil : "pixels made square",
                isInterlaced ? "deinterlaced" : nil, conversion,
            ].compactMap { $0 }
    }

    private var conversion: String? {
        guard !color.isHighDynamicRange else { return "tone-mapped from \(color.light.name)" }
        let from = [
            [.bt709, .rgb, .gray].contains(color.matrix) ? nil : color.matrix.name,
            color.primaries == .standard ? nil : color.primaries.name,
            color.light == .linear ? color.light.name : nil,
            color.isFullRange ? "full range" : nil,
        ].compactMap { $0 }
        return from.isEmpty ? nil : "converted from \(from.joined(separator: ", "))"
    }
}

extension SoundInfo {
    fileprivate var treatment: [String] {
        let rate = sampleRate == 48_000 ? nil : "resampled to 48 kHz"
        return [rate, mixing].compactMap { $0 }
    }

    private var mixing: String? {
        switch channels {
        case 1: "mono to both sides"
        case 2: nil
        default: "mixed down from \(MediaNames.layout(layout, channels: channels))"
        }
    }
}
