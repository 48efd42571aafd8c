import Foundation
import Media
import Planning

/// Tells the planner about files by looking at them.
struct FileInspector: SourceInspector {
    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts {
        switch use {
        case .picture:
            if try FilmInfo.isFilm(path: path) { return try film(path) }
            let info = try PictureInfo.read(path: path)
            return .picture(width: info.width, height: info.height, warnings: info.warnings)
        case .sound:
            let info = try SoundInfo.read(path: path)
            return .sound(sampleCount: info.sampleCount, warnings: info.warnings)
        }
    }

    private func film(_ path: String) throws -> SourceFacts {
        let info = try FilmInfo.read(path: path)
        var facts = FilmFacts(
            width: info.width, height: info.height,
            milliseconds: (info.end - info.lead) * 1000, lead: info.lead * 1000)
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

    func checkColorTable(atPath path: String) throws {
        _ = try ColorTable.read(path: path)
    }
}
