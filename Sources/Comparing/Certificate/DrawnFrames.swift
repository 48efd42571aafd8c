import Media

/// Frames of a file beside those that its draft draws.
struct DrawnFrames {
    /// What one frame tells.
    struct Sample {
        var index: Int
        /// Of luma, in decibels.
        var psnr: Double
        /// By how many frames the file's nearest frame is late; nil where nothing moves enough to
        /// tell.
        var shift: Int?
    }

    private(set) var samples: [Sample] = []
    private(set) var colors = ColorSamples()

    /// What moves within the reach has to be so many times the error that coding leaves.
    private static let telling = 4.0

    /// The most of a frame's own error that another one may leave to be taken for it: coding alone
    /// makes neighbours of fading frames differ by less.
    private static let clearly = 0.6

    /// Takes frame `index` as it is `drawn` and the file's frames around it, all of one size and coded
    /// as ours are.
    mutating func add(_ drawn: VideoScan.Frame, _ near: [Int: VideoScan.Frame], at index: Int) {
        guard let frame = near[index] else { return }
        var errors: [Int: Double] = [:]
        for (place, other) in near where abs(place - index) <= FrameSampling.reach {
            errors[place - index] = PlaneDifference.meanSquaredError(drawn.luma, other.luma)
        }
        samples.append(
            Sample(
                index: index, psnr: PictureMeter.decibels(errors[0] ?? 0),
                shift: shift(errors, near, index)))
        colors.append(ColorSamples(drawn, frame, isFullRange: false))
    }

    private func shift(
        _ errors: [Int: Double], _ near: [Int: VideoScan.Frame], _ index: Int
    ) -> Int? {
        let reach = FrameSampling.reach
        guard let first = near[index - reach], let last = near[index + reach],
            let best = errors.min(by: { ($0.value, abs($0.key)) < ($1.value, abs($1.key)) })
        else { return nil }
        let motion = PlaneDifference.meanSquaredError(first.luma, last.luma)
        guard motion >= Self.telling * max(best.value, 0.05) else { return nil }
        return best.value <= Self.clearly * (errors[0] ?? .infinity) ? best.key : 0
    }
}
