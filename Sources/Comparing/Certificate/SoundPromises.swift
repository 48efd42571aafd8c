import Foundation
import Media

/// What the sound promises.
struct SoundPromises {
    /// Nil where there is none.
    private let sound: SoundAnalysis?

    init(_ sound: SoundAnalysis?) { self.sound = sound }

    /// Sound that is heard: silence has no loudness to be judged.
    private var heard: SoundAnalysis? { sound?.tail == nil ? nil : sound }

    var all: [Certificate.Promise] { [loudness, peak, clipping, clicks] }

    private var loudness: Certificate.Promise {
        let promise = Certificate.Promise(
            "loudness", "As loud as platforms play", bar: "-14 ± 0.5 LUFS")
        guard let lufs = heard?.loudness.integrated, lufs.isFinite else { return promise }
        return promise.judged(abs(lufs + 14) <= 0.5, String(format: "%.1f LUFS", lufs))
    }

    private var peak: Certificate.Promise {
        let promise = Certificate.Promise("peak", "Never too loud", bar: "at most -1 dBTP")
        guard let peak = heard?.loudness.truePeak, peak.isFinite else { return promise }
        // As exact as meters agree.
        return promise.judged(peak <= -0.95, String(format: "%.1f dBTP", peak))
    }

    private var clipping: Certificate.Promise {
        let promise = Certificate.Promise("clipping", "No clipping", bar: "none")
        guard let heard else { return promise }
        return promise.judged(heard.clippingRuns == 0, "\(heard.clippingRuns) runs")
    }

    private var clicks: Certificate.Promise {
        let promise = Certificate.Promise("clicks", "No clicks", bar: "none")
        guard let heard else { return promise }
        let first = heard.clicks.first.map { String(format: ", the first at %.2f s", $0.seconds) }
        return promise.judged(heard.clicks.isEmpty, "\(heard.clicks.count)" + (first ?? ""))
    }
}
