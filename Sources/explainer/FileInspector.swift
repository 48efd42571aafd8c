import Foundation
import Media
import Planning

/// Tells the planner about files by looking at them.
struct FileInspector: SourceInspector {
    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts {
        switch use {
        case .picture: try shown(path)
        case .sound: try heard(path)
        }
    }

    func checkColorTable(atPath path: String) throws {
        _ = try ColorTable.read(path: path)
    }

    /// What the file is, whatever it is wanted for: the planner says what is wrong with a sound.
    private func shown(_ path: String) throws(MediaError) -> SourceFacts {
        switch try MediaKind.of(path: path) {
        case .film: return try film(path)
        case .picture: return try picture(path)
        case .sound: return try sound(path)
        }
    }

    /// The sound of a file; where it has none, what it is instead.
    private func heard(_ path: String) throws(MediaError) -> SourceFacts {
        let sound: SoundInfo
        do {
            sound = try SoundInfo.read(path: path)
        } catch {
            switch try? MediaKind.of(path: path) {
            case .picture: return try picture(path)
            case .film:
                let info = try FilmInfo.read(path: path)
                guard !info.hasSound else { throw error }
                return .film(FilmFacts(info), warnings: [])
            case .sound, nil: throw error
            }
        }
        // The same `ss` names the same moment on picture and audio tracks.
        guard (try? MediaKind.of(path: path)) == .film, let info = try? FilmInfo.read(path: path)
        else { return .sound(sampleCount: sound.sampleCount, warnings: sound.warnings) }
        var facts = FilmFacts(info)
        facts.sampleCount = sound.sampleCount
        return .film(facts, warnings: sound.warnings)
    }

    private func picture(_ path: String) throws(MediaError) -> SourceFacts {
        let info = try PictureInfo.read(path: path)
        return .picture(width: info.width, height: info.height, warnings: info.warnings)
    }

    private func sound(_ path: String) throws(MediaError) -> SourceFacts {
        let info = try SoundInfo.read(path: path)
        return .sound(sampleCount: info.sampleCount, warnings: info.warnings)
    }

    private func film(_ path: String) throws(MediaError) -> SourceFacts {
        let info = try FilmInfo.read(path: path)
        var facts = FilmFacts(info)
        var warnings = info.warnings
        if info.hasSound {
            do {
                let sound = try SoundInfo.read(path: path)
                facts.sampleCount = sound.sampleCount
                warnings += sound.warnings
            } catch {
                warnings.append("its sound is left out: \(error.reason)")
            }
        }
        return .film(facts, warnings: warnings)
    }
}

extension FilmFacts {
    /// The facts of the picture alone.
    fileprivate init(_ info: FilmInfo) {
        self.init(
            width: info.width, height: info.height,
            milliseconds: (info.end - info.lead) * 1000, lead: info.lead * 1000)
    }
}
