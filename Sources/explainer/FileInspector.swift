import Foundation
import Media
import Planning

/// Tells the planner about files by looking at them, at each once.
final class FileInspector: SourceInspector {
    /// What was found, by path; a report tells it again.
    private(set) var found: [String: InspectedFile] = [:]

    /// Films of which nothing can be seen and something heard.
    private var heardOnly: Set<String> = []

    private let decodesPictures: Bool

    /// `decodesPictures` tells that pictures are decoded whole, so that all damage shows.
    init(decodesPictures: Bool = false) {
        self.decodesPictures = decodesPictures
    }

    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts {
        let known = use == .picture && heardOnly.contains(path) ? nil : found[path]
        let file = try known ?? look(path, as: use)
        found[path] = file
        switch file {
        case .picture(let info):
            return .picture(width: info.width, height: info.height, warnings: info.warnings)
        case .sound(let info):
            return .sound(sampleCount: info.sampleCount, warnings: info.warnings)
        case .film(let film):
            guard use == .sound else { return .film(film.facts, warnings: film.warnings) }
            if let failure = film.soundFailure { throw failure }
            return .film(film.facts, warnings: film.sound?.warnings ?? [])
        case .colorTable: throw Self.tableInstead(path)
        }
    }

    func checkColorTable(atPath path: String) throws {
        if case .colorTable = found[path] { return }
        found[path] = .colorTable(size: try ColorTable.read(path: path).size)
    }

    /// Looks at a file that nothing is known of, whatever it may be wanted for.
    func inspect(_ path: String) throws -> InspectedFile {
        if ColorTable.isLikely(path: path) {
            try checkColorTable(atPath: path)
        } else {
            found[path] = try look(path, as: .picture)
        }
        guard let file = found[path] else { throw Self.tableInstead(path) }
        return file
    }

    /// What the file is; the planner says what is wrong where it is wanted for something else.
    private func look(_ path: String, as use: SourceUse) throws(MediaError) -> InspectedFile {
        guard use == .sound else { return try look(path, MediaKind.of(path: path)) }
        let kind: MediaKind
        do {
            kind = try MediaKind.of(path: path)
        } catch {
            return .sound(try SoundInfo.read(path: path))  // Whose error speaks of sounds.
        }
        guard kind == .film else { return try look(path, kind) }
        do {
            return try look(path, .film)
        } catch {
            // What can't be seen may still be heard.
            guard let sound = try? SoundInfo.read(path: path) else { throw error }
            heardOnly.insert(path)
            return .sound(sound)
        }
    }

    private func look(_ path: String, _ kind: MediaKind) throws(MediaError) -> InspectedFile {
        switch kind {
        case .sound: return .sound(try SoundInfo.read(path: path))
        case .film: return .film(try film(path))
        case .picture:
            return .picture(
                decodesPictures
                    ? try PictureInfo.decoding(path: path) : try PictureInfo.read(path: path))
        }
    }

    private func film(_ path: String) throws(MediaError) -> InspectedFilm {
        var film = InspectedFilm(info: try FilmInfo.read(path: path))
        guard film.info.hasSound else { return film }
        do {
            film.sound = try SoundInfo.read(path: path)
        } catch {
            film.soundFailure = error
        }
        return film
    }

    private static func tableInstead(_ path: String) -> MediaError {
        MediaError(
            "use the file", path: path,
            reason: "it is a colour table; name it in the src of a lut effect (fx)")
    }
}
