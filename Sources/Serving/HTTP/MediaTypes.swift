/// The media types of file endings (IANA), and back.
enum MediaTypes {
    private static let types = [
        "mp4": "video/mp4", "mov": "video/quicktime", "avi": "video/x-msvideo",
        "webm": "video/webm", "mkv": "video/x-matroska", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "webp": "image/webp",
        "heic": "image/heic", "mp3": "audio/mpeg", "wav": "audio/wav", "m4a": "audio/mp4",
        "aac": "audio/aac", "ogg": "audio/ogg", "flac": "audio/flac",
    ]

    static func type(ofEnding ending: String) -> String? { types[ending.lowercased()] }

    /// The shortest ending, so that it is always the same one.
    static func ending(ofType type: String) -> String? {
        types.filter { $0.value == type }.keys.min { ($0.count, $0) < ($1.count, $1) }
    }
}
