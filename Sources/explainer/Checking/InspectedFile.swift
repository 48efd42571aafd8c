import Media
import Planning

/// What a source turned out to be.
enum InspectedFile {
    case picture(PictureInfo)
    case film(InspectedFilm)
    case sound(SoundInfo)
    case colorTable(size: Int)

    /// What an export should tell of it, as the reader of the file puts it.
    var warnings: [String] {
        switch self {
        case .picture(let info): info.warnings
        case .film(let film): film.warnings
        case .sound(let info): info.warnings
        case .colorTable: []
        }
    }
}

/// A moving picture with what was found out about its sound.
struct InspectedFilm {
    var info: FilmInfo

    /// Nil where there is none, or none that can be decoded.
    var sound: SoundInfo?

    /// Why its sound can't be decoded.
    var soundFailure: MediaError?

    /// Milliseconds of its picture that can be played.
    var milliseconds: Double { (info.end - info.lead) * 1000 }

    /// What planning must know of it.
    var facts: FilmFacts {
        FilmFacts(
            width: info.width, height: info.height, milliseconds: milliseconds,
            sampleCount: sound?.sampleCount, lead: info.lead * 1000)
    }

    var warnings: [String] {
        info.warnings + (sound?.warnings ?? [])
            + (soundFailure.map { ["its sound is left out: \($0.reason)"] } ?? [])
    }
}
