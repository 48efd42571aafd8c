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

    /// Lays the words over the frame as they look `time` frames after the start of the clip's span.
    ///
    /// `spoken` has them in the text's own colour; only colours and opacity differ.
    func blend(
        over spoken: LayerPlanes, onto frame: FramePlanes, at region: EvenRegion, time: Double,
        weight: (_ row: Int) -> LayerPlanes.RowWeight
    ) {
        let mixes = speech.words.map { speech.mix(of: $0, at: time) }
        for band in pieces.bands {
            for run in band.runs {
                let part = LayerPlanes.Part(rows: band.rows, columns: run.columns)
                let mix = mixes[run.piece]
                if let planes = pure(mix, spoken) {
                    planes.blend(part, onto: frame, at: region, weight: weight)
                } else {
                    let (x, y) = (run.columns.lowerBound, band.rows.lowerBound)
                    let mixed = mixed(mix, spoken, part)
                    let place = EvenRegion(
                        x: region.x + x, y: region.y + y, width: mixed.width, height: mixed.height)
                    mixed.blend(mixed.whole, onto: frame, at: place) {
                        weight(y + $0).dropping(x)
                    }
                }
            }
        }
    }

    /// The picture that has one colour alone.
    private func pure(_ mix: TextSpeech.Mix, _ spoken: LayerPlanes) -> LayerPlanes? {
        if mix.spoken >= 1 { return spoken }
        if mix.current >= 1 { return current }
        return mix.ahead >= 1 ? ahead : nil
    }

    /// Mixes a part of all three: what is left of `ahead` after the highlight is laid over it must
    /// be its own share.
    private func mixed(
        _ mix: TextSpeech.Mix, _ spoken: LayerPlanes, _ part: LayerPlanes.Part
    ) -> LayerPlanes {
        func weight(_ share: Double) -> UInt8 { UInt8((min(max(share, 0), 1) * 255).rounded()) }
        var result = spoken.cropped(part)
        if mix.ahead > 0 {
            result.mix(ahead.cropped(part), weight: weight(mix.ahead / (1 - mix.current)))
        }
        if mix.current > 0 { result.mix(current.cropped(part), weight: weight(mix.current)) }
        return result
    }
}
