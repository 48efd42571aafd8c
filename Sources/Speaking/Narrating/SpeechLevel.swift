import Foundation

/// How loud speech is and how loud it is made.
///
/// All sentences of a narration get one gain, so that they keep their balance: towards -20 dB RMS
/// while they sound, no sample over -3 dB of full scale. The final loudness is the mix's matter.
enum SpeechLevel {
    private static let target = -20.0
    private static let ceiling = -3.0

    /// Returns the gain for `speeches` in whole decibels, so that small edits leave it as it is.
    static func gain(for speeches: [Speech]) -> Int {
        var power = 0.0
        var steps = 0
        for speech in speeches {
            let envelope = EnergyEnvelope(speech.samples, sampleRate: speech.sampleRate)
            for level in envelope.levels where level > envelope.floor {
                power += pow(10, Double(level) / 10)
                steps += 1
            }
        }
        guard steps > 0, power > 0 else { return 0 }
        let level = 10 * log10(power / Double(steps))
        let peak = decibels(speeches.map(\.peak).max() ?? 0)
        return Int(min(target - level, ceiling - peak, 40).rounded(.down))
    }

    /// Returns `speech` louder by `gain` decibels, or less where its peak would pass the ceiling.
    static func applied(_ gain: Int, to speech: Speech) -> Speech {
        let allowed = min(Double(gain), ceiling - decibels(speech.peak))
        let factor = Float(pow(10, allowed / 20))
        var speech = speech
        speech.samples = speech.samples.map { $0 * factor }
        return speech
    }

    private static func decibels(_ magnitude: Float) -> Double {
        20 * log10(max(Double(magnitude), 1e-9))
    }
}
