/// How a loop lies under a video so that both end together, on the loop's last bar.
///
/// The values are those of a draft's audio segment, in milliseconds.
package struct MusicPlacement: Hashable, Sendable {
    /// `ss`: where in the loop the music starts; less than the loop's length.
    package var sourceStart: Int

    /// `d`: the length of the video; the segment starts at 0.
    package var duration: Int

    /// `loop`: whether the music comes round to its start at least once.
    package var loops: Bool

    /// `fi`: the music comes in where no phrase may begin.
    package var fadeIn: Int

    /// `fo`: the last chord fades.
    package var fadeOut: Int
}

extension MusicLoop {
    /// Returns how the loop lies under a video of `duration` milliseconds.
    ///
    /// The end of the loop and the end of the video are the same millisecond; what does not fit is
    /// left out at the start. Fades are 400 and 1500 ms, less where the video is very short.
    package func placement(under duration: Int) -> MusicPlacement {
        let duration = max(duration, 0)
        let surplus = duration % self.duration
        let start = surplus == 0 ? 0 : self.duration - surplus
        return MusicPlacement(
            sourceStart: start, duration: duration, loops: duration > self.duration - start,
            fadeIn: min(400, duration / 4), fadeOut: min(1500, duration / 2))
    }
}
