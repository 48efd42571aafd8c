import Foundation

/// What a file's name says that it holds, for files that can't be asked.
enum FileNameKind {
    case still, film, sound

    private static let kinds: [(FileNameKind, Set<Substring>)] = [
        (
            .film,
            [
                "mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "ts", "mts", "ogv", "wmv",
                "3gp",
            ]
        ),
        (
            .sound,
            [
                "mp3", "wav", "m4a", "aac", "ogg", "oga", "opus", "flac", "wma", "aif", "aiff",
                "caf",
            ]
        ),
        (.still, ["png", "jpg", "jpeg", "bmp", "tif", "tiff", "heic", "heif", "avif"]),
    ]

    /// Nil for names that say nothing.
    init?(_ source: String) {
        let parts = source.lowercased().split(separator: ".")
        guard parts.count > 1, let ending = parts.last,
            let known = Self.kinds.first(where: { $0.1.contains(ending) })
        else { return nil }
        self = known.0
    }
}
