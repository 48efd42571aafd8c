import Foundation
import Media

/// What the sound promises beside the mix of its draft.
struct MixPromises {
    private let sound: HeardSound
    private let reference: Certificate.Reference?

    init(_ sound: HeardSound, _ reference: Certificate.Reference?) {
        self.sound = sound
        self.reference = reference
    }

    var all: [Certificate.Promise] { [placement, mix] }

    /// Seconds.
    private static let mostOffset = 0.001

    private var placement: Certificate.Promise {
        let promise = Certificate.Promise(
            "placement", .sound, "Sound comes at its time", bar: "within ±1 ms of the draft")
        if let lack { return promise.lacking(lack) }
        guard let mix = sound.mix, let file = sound.analysis else {
            return promise.judged(false, "there is no sound")
        }
        if mix.tail == nil || file.tail == nil {
            let isSilent = mix.tail == nil && file.tail == nil
            return isSilent
                ? promise.judged(true, "silence stays silence")
                : promise.judged(
                    false, mix.tail == nil ? "sound where the draft has none" : "silence")
        }
        guard let line = sound.alignment else { return promise.lacking("too short to tell") }
        guard line.confidence >= SoundAlignment.alike else {
            return promise.judged(
                false, String(format: "another sound (correlation %.2f)", line.confidence))
        }
        let last = line.offset + line.drift * mix.seconds
        let worst = abs(last) > abs(line.offset) ? last : line.offset
        return promise.judged(
            abs(worst) <= Self.mostOffset, String(format: "%+.2f ms", worst * 1000))
    }

    /// The bar of the levels' 95th percentile, in decibels.
    private static let mostDifference = 1.0

    private var mix: Certificate.Promise {
        let promise = Certificate.Promise(
            "mix", .sound, "Levels are those of the mix: no pumping, nothing lost",
            bar: "95 % within 1 dB")
        if let lack { return promise.lacking(lack) }
        guard let pair = sound.pair else { return promise.lacking("there is nothing to compare") }
        var differences: [Double] = []
        for start in stride(from: 0, to: pair.a.seconds - Self.step, by: Self.step) {
            let place = pair.line.inB(start)
            guard let due = pair.a.power(from: start, to: start + Self.step),
                let found = pair.b.power(from: place, to: place + Self.step),
                max(due, found) >= SoundAnalysis.heard
            else { continue }
            differences.append(abs(found.decibels - due.decibels))
        }
        guard !differences.isEmpty else { return promise.lacking("too short to tell") }
        let sorted = differences.sorted()
        let high = sorted[min(sorted.count * 95 / 100, sorted.count - 1)]
        return promise.judged(
            high <= Self.mostDifference, String(format: "95 %% within %.2f dB", high))
    }

    /// Seconds of a level.
    private static let step = 0.1

    /// Why nothing can be said.
    private var lack: String? {
        guard let reference else { return Certificate.needsDraft }
        return reference.mix == nil ? "there is no sound" : nil
    }
}
