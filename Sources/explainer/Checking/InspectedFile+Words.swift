import Foundation
import Media

extension InspectedFile {
    /// "picture", "film", "sound" or "colour table".
    var kind: String {
        switch self {
        case .picture: "picture"
        case .film: "film"
        case .sound: "sound"
        case .colorTable: "colour table"
        }
    }

    /// What it is, in one line.
    var description: String {
        switch self {
        case .picture(let info): info.facts.joined(separator: ", ")
        case .film(let film):
            (film.info.facts.joined(separator: ", "))
                + "; " + (film.sound?.facts.joined(separator: ", ") ?? film.silence)
        case .sound(let info):
            ([MediaNames.container(info.format), info.length] + info.facts)
                .removingRepetitions.joined(separator: ", ")
        case .colorTable(let size): "\(size) x \(size) x \(size) colours"
        }
    }
}

extension InspectedFilm {
    fileprivate var silence: String {
        info.hasSound ? "its sound can't be decoded" : "no sound"
    }
}

extension PictureInfo {
    fileprivate var facts: [String] {
        [
            format.name, "\(width) x \(height)", profile,
            orientation == .upright ? nil : "stored turned", hasAlpha ? "transparency" : nil,
        ].compactMap { $0 }
    }
}

extension FilmInfo {
    fileprivate var facts: [String] {
        [
            MediaNames.container(format), MediaNames.codec(codec), "\(width) x \(height)", rate,
            String(format: "%.2f s", end - lead),
            orientation == .upright ? nil : "stored turned",
            pixelAspect == 1 ? nil : String(format: "pixels %.4g : 1", pixelAspect),
            isInterlaced ? "interlaced" : nil,
        ].compactMap { $0 }.removingRepetitions + colors
    }

    private var rate: String {
        let average = frameRate.map { String(format: "%.4g fps", $0) }
        return isRateVariable
            ? "variable rate" + (average.map { " (\($0) on average)" } ?? "")
            : average ?? "unknown rate"
    }

    private var colors: [String] {
        [
            color.matrix.name, color.isFullRange ? "full range" : nil,
            color.light == .standard ? nil : color.light.name,
            color.primaries == .displayP3 ? color.primaries.name : nil,
            color.bitDepth > 8 ? "\(color.bitDepth) bit" : nil, hasAlpha ? "transparency" : nil,
        ].compactMap { $0 }
    }
}

extension SoundInfo {
    /// The codec, the rate and the channels.
    fileprivate var facts: [String] {
        [
            MediaNames.codec(codec), String(format: "%.4g kHz", Double(sampleRate) / 1000),
            MediaNames.layout(layout, channels: channels),
        ]
    }

    fileprivate var length: String { String(format: "%.2f s", Double(sampleCount) / 48_000) }
}

extension [String] {
    /// Without what was said before: "GIF, GIF".
    fileprivate var removingRepetitions: [String] {
        reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
