import Planning

/// Which frame shows while a preview plays: that of the moment, however long drawing takes.
struct PreviewClock {
    private let start = ContinuousClock.now
    private let first: Int
    private let rate: FrameRate

    /// Plays from frame `first` on, from now.
    init(from first: Int, at rate: FrameRate) {
        self.first = first
        self.rate = rate
    }

    /// The frame that is due.
    var frame: Int {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        return first + Int(seconds * rate.framesPerSecond)
    }

    /// Milliseconds until the frame after `frame` is due; 0 where it is.
    func wait(after frame: Int) -> Int {
        let due = Double(frame + 1 - first) / rate.framesPerSecond
        let now = (ContinuousClock.now - start) / .seconds(1)
        return max(Int(((due - now) * 1000).rounded(.up)), 0)
    }
}
