import BundledMusic
import Foundation
import Planning

extension Draft.Segment {
    /// The bundled loop whose file it plays.
    var musicLoop: MusicLoop? {
        source.flatMap { MusicLoop(rawValue: TimelineSummary.stem(of: $0)) }
    }

    /// Fills another length: a loop that ended on its last bar does so again, and music that is too
    /// short comes round.
    mutating func fillMusic(from old: Int, to new: Int, natural: Int?) {
        if let music = musicLoop, (sourceStart ?? 0) == music.placement(under: old).sourceStart,
            sourceStart != nil
        {
            lay(music, under: new)
        } else if new > old, loop != true, natural.map({ $0 < new }) ?? false {
            loop = true
        }
    }

    /// Starts a loop so that its end is the end of `length`.
    mutating func lay(_ music: MusicLoop, under length: Int) {
        let placement = music.placement(under: length)
        sourceStart = placement.sourceStart > 0 ? placement.sourceStart : nil
        loop = placement.loops ? true : nil
    }
}
