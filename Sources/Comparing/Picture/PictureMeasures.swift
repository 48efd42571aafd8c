/// What differs in the picture of two videos, frame by frame and as a whole.
package struct PictureMeasures: Sendable {
    /// Only what is seen in pairs of frames is filled: no frames dropped, doubled, black or frozen.
    package var picture = Comparison.Picture()
    /// Every pair in the order they came: seconds of A; dB of luma, at most
    /// `PictureMeter.highestPSNR`; similarity of luma, 1 where they are equal.
    package var frames: [(time: Double, psnr: Double, ssim: Double)] = []
    /// The least alike pairs, the worst first, at least a second apart; at most 3, none that is
    /// equal.
    package var worst: [WorstFrame] = []
    package var findings: [Comparison.Finding] = []
}

/// A pair of frames that differs much, to look at.
package struct WorstFrame: Hashable, Sendable {
    /// Seconds of A.
    package var time: Double
    /// As it was handed in.
    package var index: Int
    package var ssim: Double
    /// A's picture in gray, red to yellow where B differs; at most 480 pixels wide.
    package var heat: RGBPicture
    /// At most 960 pixels wide.
    package var a: RGBPicture
    package var b: RGBPicture
}
