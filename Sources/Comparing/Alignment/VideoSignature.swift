/// A film in small: enough to find when, where and whether another one shows the same.
package struct VideoSignature: Sendable {
    /// One frame's numbers; levels are stored ones, 0...255.
    package struct Frame: Hashable, Sendable {
        /// Seconds from the source's second 0, and how long it shows.
        package var time: Double
        package var duration: Double

        package var luma: Double
        package var cb: Double
        package var cr: Double

        /// The standard deviation of the small picture's luma.
        package var spread: Double

        /// The mean absolute difference of the small picture's luma from the frame before; 0 for
        /// the first one.
        package var change: Double

        package var isBlack: Bool

        /// Whether nothing but the encoder's noise tells it from the frame before.
        package var repeatsPrevious: Bool
    }

    /// The raster of the small pictures, in pixels.
    package static let width = 96
    package static let height = 54

    /// The most frames whose small picture is kept: 100 MB of them.
    static let mostPictures = 20_000

    /// How many levels of change are still noise.
    static let noise = 0.03

    package var frames: [Frame] = []

    /// The luma of the first `pictureCount` frames, `width` by `height` each, one after the other.
    var pictures: [UInt8] = []

    /// What is not bars, over the whole film.
    package var activeArea = PictureArea.all

    /// Frames a second, as the frames come: a single lost one does not change it; 0 for one frame.
    package var frameRate = 0.0

    /// The upright raster, in stored pixels.
    package var size: Comparison.Size

    package init(size: Comparison.Size) { self.size = size }

    package var pictureCount: Int { pictures.count / (Self.width * Self.height) }

    /// When the last frame ends, in seconds.
    package var end: Double { frames.last.map { $0.time + $0.duration } ?? 0 }

    /// Frames a second from the times of frames: intervals near the usual one are averaged, for
    /// containers round times and films have gaps.
    static func rate(_ times: [Double]) -> Double {
        let steps = zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 > 0 }
        guard let usual = steps.median else { return 0 }
        let near = steps.filter { abs($0 - usual) < 0.3 * usual }
        return Double(near.count) / near.reduce(0, +)
    }

    /// The frame that shows at `time`, or the one that is nearest.
    func index(at time: Double) -> Int {
        var (low, high) = (0, frames.count)
        while low < high {
            let middle = (low + high) / 2
            if frames[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }

    /// The frame that starts nearest to `time`.
    func nearest(to time: Double) -> Int {
        let index = index(at: time)
        guard index + 1 < frames.count else { return index }
        return frames[index + 1].time - time < time - frames[index].time ? index + 1 : index
    }
}
