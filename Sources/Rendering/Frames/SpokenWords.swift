import Foundation
import Planning

/// A text in the colours that its words have before and while they are spoken.
struct SpokenWords: Sendable {
    let speech: TextSpeech

    /// Where each word lies.
    let pieces: TextPieces

    /// All words dimmed, and all in the highlight colour.
    let ahead: LayerPlanes
    let current: LayerPlanes

    /// Returns the words as they look `time` frames after the start of the clip's span.
    ///
    /// `spoken` has them in the text's own colour; only colours and opacity differ.
    func planes(_ spoken: LayerPlanes, at time: Double) -> LayerPlanes {
        let mixes = speech.words.map { speech.mix(of: $0, at: time) }
        var planes = spoken
        for band in pieces.bands {
            for run in band.runs where mixes[run.piece].spoken < 1 {
                planes.lay(self, mixes[run.piece], rows: band.rows, columns: run.columns)
            }
        }
        return planes
    }
}

extension LayerPlanes {
    /// Mixes spoken words with the other two: what is left of `ahead` after the highlight is
    /// laid over it must be its own share.
    fileprivate mutating func lay(
        _ words: SpokenWords, _ mix: TextSpeech.Mix, rows: Range<Int>, columns: Range<Int>
    ) {
        func weight(_ share: Double) -> UInt8 { UInt8((min(max(share, 0), 1) * 255).rounded()) }
        let below = mix.current < 1 ? mix.ahead / (1 - mix.current) : 0
        self.mix(words.ahead, rows: rows, columns: columns, weight: weight(below))
        self.mix(words.current, rows: rows, columns: columns, weight: weight(mix.current))
    }
}
