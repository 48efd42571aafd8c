import Foundation
import Media
import Planning

extension InspectedFile {
    /// What can be seen of it; nil where nothing can.
    var pictureJSON: JSONObject? {
        switch self {
        case .picture(let info): info.json
        case .film(let film): film.info.json
        case .sound: nil
        case .colorTable(let size): .build { $0.set("size", size) }
        }
    }

    /// What can be heard of it; nil where nothing can.
    var soundJSON: JSONObject? {
        switch self {
        case .film(let film): film.sound?.json
        case .sound(let info): info.json
        case .picture, .colorTable: nil
        }
    }
}

extension PictureInfo {
    fileprivate var json: JSONObject {
        .build {
            $0.set("format", format.name)
            $0.set("width", width)
            $0.set("height", height)
            $0.set(orientation)
            $0.set("alpha", hasAlpha)
            $0.set("profile", profile)
            $0.set("converted", convertsColors)
        }
    }
}

extension FilmInfo {
    fileprivate var json: JSONObject {
        .build {
            $0.set("format", format)
            $0.set("codec", codec)
            $0.set("width", width)
            $0.set("height", height)
            $0.set("stored_width", storedWidth)
            $0.set("stored_height", storedHeight)
            $0.set(orientation)
            $0.set("pixel_aspect", rounded(pixelAspect))
            $0.set("fps", frameRate.map(rounded))
            $0.set("variable_rate", isRateVariable)
            $0.set("seconds", rounded(end - lead))
            $0.set("interlaced", isInterlaced)
            $0.set("matrix", color.matrix.name)
            $0.set("full_range", color.isFullRange)
            $0.set("primaries", color.primaries.name)
            $0.set("light", color.light.name)
            $0.set("bits", color.bitDepth)
            $0.set("alpha", hasAlpha)
        }
    }
}

extension SoundInfo {
    fileprivate var json: JSONObject {
        .build {
            $0.set("format", format)
            $0.set("codec", codec)
            $0.set("sample_rate", sampleRate)
            $0.set("channels", channels)
            $0.set("layout", layout)
            $0.set("seconds", rounded(Double(sampleCount) / 48_000))
        }
    }
}

extension JSONObject {
    fileprivate mutating func set(_ orientation: Orientation) {
        set("rotation", orientation.degrees)
        set("mirrored", orientation.isMirrored)
    }
}

/// To a hundred thousandth, so that the text is short.
private func rounded(_ value: Double) -> Double { (value * 100_000).rounded() / 100_000 }
