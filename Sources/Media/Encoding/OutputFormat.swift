import Foundation

/// A kind of file that a render can write; the one place that knows their names and endings.
package enum OutputFormat: String, CaseIterable, Hashable, Sendable {
    /// H.264 and AAC, for everything.
    case mp4
    /// H.264 and AAC in a QuickTime file, for editing.
    case mov
    /// VP9 and Opus, for the web.
    case webm
    /// H.264 and AAC in a Matroska file.
    case mkv
    /// A picture that moves in 256 colours, for chat.
    case gif
    /// A picture that moves, for chat.
    case webp
    /// One PNG a frame.
    case png
    /// One JPEG a frame.
    case jpg
    /// The sound alone, 24-bit PCM.
    case wav
    /// The sound alone, AAC.
    case m4a

    /// Takes a name or an ending, without its dot and in any case of letters.
    package init?(name: String) {
        let name = name.lowercased()
        self.init(rawValue: name == "jpeg" ? "jpg" : name)
    }

    /// The ending of its files, without the dot.
    package var ending: String { rawValue }

    /// What people call it.
    package var title: String {
        switch self {
        case .mp4: "MP4"
        case .mov: "QuickTime"
        case .webm: "WebM"
        case .mkv: "Matroska"
        case .gif: "GIF"
        case .webp: "WebP"
        case .png: "PNG"
        case .jpg: "JPEG"
        case .wav: "WAV"
        case .m4a: "M4A"
        }
    }

    /// Whether it shows frames.
    package var carriesPicture: Bool { self != .wav && self != .m4a }

    /// Whether it has a sound track.
    package var carriesSound: Bool { audioCodec != nil }

    /// Whether each frame is a file of its own.
    package var isSequence: Bool { self == .png || self == .jpg }

    /// Whether it is sent where small files without sound are wanted.
    package var isForChat: Bool { self == .gif || self == .webp }

    /// Whether `VideoQuality` changes its bytes.
    package var usesQuality: Bool { carriesPicture && self != .gif && self != .png }

    /// Whether its pictures can be exactly the frames that were drawn.
    package var canBeLossless: Bool { self != .gif && self != .jpg }

    /// The codec of its picture stream; nil for formats without one.
    package var videoCodec: VideoCodec? {
        switch self {
        case .mp4, .mov, .mkv: .h264
        case .webm: .vp9
        case .gif: .gif
        case .webp, .png, .jpg, .wav, .m4a: nil
        }
    }

    /// The codec of its sound; nil for formats without any.
    package var audioCodec: AudioCodec? {
        switch self {
        case .mp4, .mov, .mkv, .m4a: .aac
        case .webm: .opus
        case .wav: .pcm24
        case .gif, .webp, .png, .jpg: nil
        }
    }

    /// What holds its streams; nil for formats without streams.
    package var container: Container? {
        switch self {
        case .mp4: .mp4
        case .mov: .mov
        case .webm: .webm
        case .mkv: .matroska
        case .gif: .gif
        case .wav: .wav
        case .m4a: .m4a
        case .webp, .png, .jpg: nil
        }
    }
}
