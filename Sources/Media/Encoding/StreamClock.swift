import CLibav

/// A stream of a file and the unit of its packets' times.
struct StreamClock {
    /// The stream's place in the file.
    var index: Int
    var timeBase: AVRational

    /// Returns a time in whole milliseconds, rounded down.
    func milliseconds(_ time: Int64) -> Int {
        Int(
            av_rescale_q_rnd(
                time, timeBase, AVRational(num: 1, den: 1000), AV_ROUND_DOWN))
    }
}

extension VideoFormat {
    /// The length of a frame.
    var timeBase: AVRational {
        AVRational(num: Int32(rateDenominator), den: Int32(rateNumerator))
    }
}
