import Foundation
import Media

/// What the sound promises by itself.
struct SoundPromises {
    private let sound: HeardSound
    private let reference: Certificate.Reference?

    init(_ sound: HeardSound, _ reference: Certificate.Reference?) {
        self.sound = sound
        self.reference = reference
    }

    private var heard: SoundAnalysis? { sound.heard }

    var all: [Certificate.Promise] {
        [loudness, peak, clipping, clicks, gaps, tail] + MixPromises(sound, reference).all
    }

    private func promise(_ id: String, _ title: String, _ bar: String) -> Certificate.Promise {
        Certificate.Promise(id, .sound, title, bar: bar)
    }

    private var silence: String {
        sound.analysis == nil ? "there is no sound" : "nothing is heard"
    }

    private var loudness: Certificate.Promise {
        let due = reference.map(\.loudness) ?? -14
        let target = due.map { Wording.number($0, digits: 1) }
        let promise = promise(
            "loudness", "As loud as platforms play",
            target.map { "\($0) ± 0.5 LUFS" } ?? "the draft's levels")
        guard let lufs = heard?.loudness.integrated, lufs.isFinite else {
            return promise.lacking(silence)
        }
        guard let due else {
            return promise.lacking("the draft, or an excerpt of it, leaves the level as it is")
        }
        return promise.judged(abs(lufs - due) <= 0.5, String(format: "%.1f LUFS", lufs))
    }

    private var peak: Certificate.Promise {
        let promise = promise("peak", "Never too loud", "at most -1 dBTP")
        guard let peak = heard?.loudness.truePeak, peak.isFinite else {
            return promise.lacking(silence)
        }
        // As exact as meters agree.
        return promise.judged(peak <= -0.95, String(format: "%.1f dBTP", peak))
    }

    private var clipping: Certificate.Promise {
        let promise = promise("clipping", "No clipping", "none")
        guard let heard else { return promise.lacking(silence) }
        return promise.judged(heard.clippingRuns == 0, "\(heard.clippingRuns) runs")
    }

    private var clicks: Certificate.Promise {
        let promise = promise("clicks", "No clicks", "none")
        guard let heard else { return promise.lacking(silence) }
        let first = heard.clicks.first.map { String(format: ", the first at %.2f s", $0.seconds) }
        return promise.judged(heard.clicks.isEmpty, "\(heard.clicks.count)" + (first ?? ""))
    }

    /// What rounding may do to times of packets, in seconds.
    private static let mostGap = 0.002

    private var gaps: Certificate.Promise {
        let promise = promise("gaps", "No gaps inside", "none of 2 ms or more")
        guard heard != nil else { return promise.lacking(silence) }
        if sound.longestGap > Self.mostGap {
            return promise.judged(
                false, String(format: "%.1f ms without a packet", sound.longestGap * 1000))
        }
        let holes = sound.holes
        let first = holes.first.map {
            String(format: ", the first of %.1f ms at %.2f s", ($0.end - $0.start) * 1000, $0.start)
        }
        return promise.judged(holes.isEmpty, "\(holes.count)" + (first ?? ""))
    }

    /// What is heard to the very end in dBFS is cut off there.
    private static let loudEnd = -40.0

    private var tail: Certificate.Promise {
        let promise = promise(
            "tail", "The last word is whole",
            reference == nil ? "at most -40 dBFS at the very end" : "what the draft's mix has")
        guard let heard, let tail = heard.tail else { return promise.lacking(silence) }
        let left = max(heard.seconds - tail.end, 0)
        let words = String(format: "%.0f dBFS, %.0f ms before the end", tail.level, left * 1000)
        if let pair = sound.pair {
            let cut = pair.cutTail()
            return promise.judged(cut == nil, cut?.message ?? words)
        }
        return promise.judged(left > 0.02 || tail.level <= Self.loudEnd, words)
    }
}
