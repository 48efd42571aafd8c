import Media

/// How far samples go from 0, window by window, for drawing a sound.
final class PeakMeter {
    private let windowLength: Int
    private var peaks: [UInt8] = []
    private var highest: Float = 0
    private var count = 0

    init(windowLength: Int) {
        self.windowLength = windowLength
    }

    /// Takes the next samples in.
    func add(_ block: AudioBlock) {
        for (left, right) in zip(block.left, block.right) {
            // Of what is not a number, neither comparison holds.
            if abs(left) > highest { highest = abs(left) }
            if abs(right) > highest { highest = abs(right) }
            count += 1
            if count == windowLength { close() }
        }
    }

    /// Returns the highest magnitude of both channels in each window, the last of which may be
    /// shorter: 255 for full scale and above.
    func finish() -> [UInt8] {
        if count > 0 { close() }
        return peaks
    }

    private func close() {
        peaks.append(UInt8(min(highest * 255, 255).rounded()))
        (highest, count) = (0, 0)
    }
}
