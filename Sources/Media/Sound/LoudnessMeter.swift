import CEBUR128
import Foundation

/// How loud a stretch of sound is, by EBU R 128.
package struct Loudness: Hashable, Sendable {
    /// The integrated loudness in LUFS; nil where nothing rises over the gate at −70 LUFS.
    package var integrated: Double?

    /// The true peak in dBTP, over both channels; nil where all is silent or peaks weren't asked
    /// for.
    package var truePeak: Double?
}

/// Measures stereo sound at 48 kHz, block by block.
package final class LoudnessMeter {
    private var state: UnsafeMutablePointer<ebur128_state>?

    private let measuresPeak: Bool

    /// Creates a meter; peaks between samples take most of its time and can be left out.
    package init(measuresPeak: Bool = true) throws(MediaError) {
        self.measuresPeak = measuresPeak
        let peak = measuresPeak ? EBUR128_MODE_TRUE_PEAK.rawValue : 0
        let mode = EBUR128_MODE_I.rawValue | peak
        state = try allocated(ebur128_init(2, 48_000, Int32(mode)), "measure loudness")
    }

    deinit {
        ebur128_destroy(&state)
    }

    package func add(_ block: AudioBlock) throws(MediaError) {
        var samples = [Float](repeating: 0, count: 2 * block.count)
        for index in 0..<block.count {
            samples[2 * index] = block.left[index]
            samples[2 * index + 1] = block.right[index]
        }
        try check(ebur128_add_frames_float(state, samples, block.count))
    }

    /// Returns the loudness of all that was added.
    package func loudness() throws(MediaError) -> Loudness {
        var (integrated, left, right) = (0.0, 0.0, 0.0)
        try check(ebur128_loudness_global(state, &integrated))
        if measuresPeak {
            try check(ebur128_true_peak(state, 0, &left))
            try check(ebur128_true_peak(state, 1, &right))
        }
        let peak = max(left, right)
        return Loudness(
            integrated: integrated.isFinite ? integrated : nil,
            truePeak: peak > 0 ? 20 * log10(peak) : nil)
    }

    private func check(_ code: Int32) throws(MediaError) {
        guard code != EBUR128_SUCCESS.rawValue else { return }
        throw MediaError("measure loudness", path: "", reason: "libebur128 error \(code)")
    }
}
