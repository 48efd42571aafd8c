/// What the report of a comparison shows.
package struct ReportInput: Sendable {
    /// Picture measures over time; the three arrays are equally long.
    package struct Series: Sendable {
        /// Seconds of A's timeline, rising.
        package var times: [Double] = []
        /// dB of luma.
        package var psnr: [Double] = []
        package var ssim: [Double] = []

        package init() {}
    }

    /// How loud a sound is over time, on its own file's timeline.
    package struct Envelope: Sendable {
        /// Seconds from one value to the next.
        package var step = 0.1
        /// LUFS or dBFS; silence is -∞ or below -70.
        package var values: [Double] = []

        package init() {}
    }

    /// One moment in both videos, as bytes of JPEG or PNG; all three have the same size.
    package struct Still: Sendable {
        /// Seconds of A's timeline.
        package var time: Double
        package var a: [UInt8]
        package var b: [UInt8]
        /// Where they differ: the darker the less; may be empty.
        package var heat: [UInt8]
        package var ssim: Double?

        package init(time: Double, a: [UInt8], b: [UInt8], heat: [UInt8], ssim: Double? = nil) {
            self.time = time
            self.a = a
            self.b = b
            self.heat = heat
            self.ssim = ssim
        }
    }

    package var comparison: Comparison
    package var series = Series()
    package var envelopeA: Envelope?
    package var envelopeB: Envelope?
    /// The worst first.
    package var stills: [Still] = []
    package var nameA: String
    package var nameB: String
    /// Addresses of both videos relative to the report's place, percent-encoded; nil leaves the
    /// player out.
    package var urlA: String?
    package var urlB: String?
    package var title: String

    /// Takes names and title from the files of `comparison`.
    package init(comparison: Comparison) {
        self.comparison = comparison
        nameA = Self.name(comparison.file.a.path)
        nameB = Self.name(comparison.file.b.path)
        title = "\(nameA) and \(nameB) compared"
    }

    private static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
