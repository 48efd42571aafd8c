extension FilmInfo {
    /// Whether the file at `path` is a film or an animated picture, rather than a still or a sound.
    ///
    /// - Throws: where there is no such file, or nothing in it that can be shown or heard.
    package static func isFilm(path: String) throws(MediaError) -> Bool {
        try MediaKind.of(path: path) == .film
    }
}
