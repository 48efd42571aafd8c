/// Finds texts that come or go at other times in B, or are not there, by what differs between frames
/// of the same moment.
///
/// A text that is 200 ms late leaves a patch in which the two differ for 200 ms, and nothing else.
/// Pairs are added in order of time.
struct CaptionMeter {
    /// What a text does otherwise in B.
    struct Delay: Hashable {
        /// Seconds of A's timeline at which it begins to differ.
        var time: Double
        /// Seconds by which B is late; negative where it is early.
        var delay: Double
    }

    /// The raster that frames are looked at in.
    static let (width, height) = (CaptionMoment.width, CaptionMoment.height)

    private var moments: [CaptionMoment] = []

    /// Takes the luma of two frames of `width` by `height` that show the same moment, in seconds.
    mutating func add(_ a: [UInt8], _ b: [UInt8], at time: Double) {
        moments.append(CaptionMoment(a, b, at: time))
    }

    /// What was found: delays, and times at which a text of A is not in B.
    func finish() -> (delays: [Delay], missing: [Double]) {
        var (delays, missing): ([Delay], [Double]) = ([], [])
        let bursts = CaptionBursts(moments: moments)
        for burst in bursts.all() {
            switch bursts.judge(burst) {
            case .delay(let delay): delays.append(delay)
            case .missing(let time): missing.append(time)
            case .other: break
            }
        }
        return (delays, missing)
    }
}
