/// Which pairs of frames VMAF is measured on: all of a short film, else some, spread evenly.
///
/// At 1080 lines a pair costs some 70 ms of one core.
struct VMAFSampling: Hashable, Sendable {
    /// Every how many pairs one is measured.
    let step: Int

    /// The most that is measured, in pixels: 100 frames of 1080 lines.
    private static let most = 100 * 1920 * 1080

    init(pairs: Int, width: Int, height: Int) {
        let least = (pairs * width * height + Self.most - 1) / Self.most
        // Odd: encoders give every second or fourth frame more bits.
        step = max(least, 1) | 1
    }

    init(step: Int) { self.step = step }

    /// Whether libvmaf has to see the pair with that number.
    ///
    /// To measure one it looks for motion to those before and behind it, too.
    func takes(_ index: Int) -> Bool {
        step <= 3 || [0, 1, step - 1].contains(index % step)
    }

    /// Every how many of the pairs that are taken one is measured.
    var stepOfTaken: Int { min(step, 3) }
}
