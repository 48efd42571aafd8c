import Media

/// Names of formats as people know them, for the short names that libraries use.
enum MediaNames {
    /// Returns the name of a container or a still picture's format.
    static func container(_ name: String) -> String { containers[name] ?? name.uppercased() }

    /// Returns the name of a codec.
    static func codec(_ name: String) -> String {
        name.hasPrefix("pcm_") ? "PCM" : codecs[name] ?? name.uppercased()
    }

    /// Returns the name of a channel layout: "5.1(side)" is heard as 5.1, "1 channels" as mono.
    static func layout(_ name: String, channels: Int) -> String {
        switch channels {
        case 1: "mono"
        case 2: "stereo"
        default: String(name.prefix { $0 != "(" })
        }
    }

    private static let containers = [
        "mov": "QuickTime", "webm": "WebM", "matroska": "Matroska", "mpegts": "MPEG-TS",
        "mpeg": "MPEG-PS", "ogg": "Ogg", "webp": "WebP", "asf": "Windows Media",
        "aac": "AAC", "apng": "APNG", "mjpeg": "Motion JPEG", "flv": "Flash",
    ]

    private static let codecs = [
        "h264": "H.264", "hevc": "HEVC", "mpeg4": "MPEG-4", "mpeg2video": "MPEG-2",
        "mpeg1video": "MPEG-1", "mjpeg": "Motion JPEG", "prores": "ProRes", "webp": "WebP",
        "apng": "APNG", "theora": "Theora", "rawvideo": "uncompressed", "opus": "Opus",
        "vorbis": "Vorbis", "ac3": "AC-3", "eac3": "E-AC-3", "adpcm_ima_wav": "ADPCM",
    ]
}

extension PictureInfo.Format {
    /// As people know it.
    var name: String {
        switch self {
        case .png: "PNG"
        case .jpeg: "JPEG"
        case .webp: "WebP"
        case .gif: "GIF"
        case .bmp: "BMP"
        case .tiff: "TIFF"
        case .other(let name): MediaNames.container(name)
        }
    }
}

extension Orientation {
    /// How far clockwise the stored picture is turned to be upright, in degrees, before it is
    /// mirrored.
    var degrees: Int {
        switch self {
        case .upright, .mirrored: 0
        case .right, .mirroredRight: 90
        case .upsideDown, .mirroredUpsideDown: 180
        case .left, .mirroredLeft: 270
        }
    }

    var isMirrored: Bool {
        switch self {
        case .mirrored, .mirroredUpsideDown, .mirroredLeft, .mirroredRight: true
        case .upright, .upsideDown, .left, .right: false
        }
    }
}

extension FilmColor.Matrix {
    var name: String {
        switch self {
        case .rgb: "RGB"
        case .gray: "gray"
        case .bt601: "BT.601"
        case .bt709: "BT.709"
        case .bt2020: "BT.2020"
        case .other: "other"
        }
    }
}

extension FilmColor.Light {
    var name: String {
        switch self {
        case .standard: "SDR"
        case .perceptualQuantizer: "HDR (PQ)"
        case .hybridLogGamma: "HDR (HLG)"
        case .linear: "linear light"
        }
    }
}

extension FilmColor.Primaries {
    var name: String {
        switch self {
        case .standard: "BT.709"
        case .bt2020: "BT.2020"
        case .displayP3: "Display P3"
        }
    }
}
