package import Media

extension Certificate {
    /// What a draft asks of its export.
    package struct Reference: Sendable {
        package var frames: Int
        package var width: Int
        package var height: Int
        package var framesPerSecond: Double

        /// The integrated loudness to reach, in LUFS; nil where none is due.
        package var loudness: Double?

        /// The mix as it is encoded; nil where the export has no sound.
        package var mix: PCMStore?

        /// The title, the chapters and the captions.
        package var labels: FileLabels

        /// The frames at which something comes or goes.
        package var cuts: [Int]

        /// Draws a frame of the export, BT.709 in limited range.
        package var draw: @Sendable (Int) async throws -> VideoScan.Frame

        package init(
            frames: Int, width: Int, height: Int, framesPerSecond: Double, loudness: Double?,
            mix: PCMStore?, labels: FileLabels, cuts: [Int],
            draw: @escaping @Sendable (Int) async throws -> VideoScan.Frame
        ) {
            self.frames = frames
            self.width = width
            self.height = height
            self.framesPerSecond = framesPerSecond
            self.loudness = loudness
            self.mix = mix
            self.labels = labels
            self.cuts = cuts
            self.draw = draw
        }
    }
}
