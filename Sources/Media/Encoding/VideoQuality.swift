import Foundation

/// What pictures cost and look like; the numbers here are settings of libx264.
///
/// A constant rate factor is not comparable between presets. B-frames and macroblock-tree rate
/// control are what counts for slow pans, so every quality but `draft` and `lossless` keeps them.
package enum VideoQuality: String, CaseIterable, Hashable, Sendable {
    /// For a look at the timing: fastest, several times the bits.
    case draft
    /// For messaging and the web.
    case standard
    /// The default: hard to tell from the source.
    case high
    /// For an archive or further editing; about three times the time.
    case max
    /// Mathematically lossless 4:2:0, for measurements; large, and not every player takes it.
    case lossless

    /// libx264's preset.
    package var preset: String {
        switch self {
        case .draft, .lossless: "ultrafast"
        case .standard, .high: "veryfast"
        case .max: "medium"
        }
    }

    /// The constant rate factor; 0 with `lossless` means a quantiser of 0.
    package var rateFactor: Double {
        switch self {
        case .draft: 30
        case .standard: 22
        case .high: 18.6
        case .max: 16
        case .lossless: 0
        }
    }

    /// How many frames rate control looks ahead; nil leaves the preset's own.
    ///
    /// Every frame of it costs 7 MB at 1080p in each encoder, and buys little here: at the same
    /// size, pictures that only pan were as good with 6 as with 10, and 0.1 dB worse with 5.
    package var lookahead: Int? {
        switch self {
        case .standard, .high: 5
        case .max: 40
        case .draft, .lossless: nil
        }
    }

    /// Further x264 parameters.
    ///
    /// aq-mode 3 gives dark flat areas more bits: banding shows there first. A B-pyramid would gain
    /// under 1 % here and hold 23 MB more in each encoder.
    package var parameters: String {
        switch self {
        case .draft, .lossless: ""
        case .standard: "aq-mode=3:aq-strength=0.7:b-pyramid=none:subme=1"
        case .high: "aq-mode=3:aq-strength=0.7:b-pyramid=none"
        case .max: "aq-mode=3:aq-strength=0.7"
        }
    }
}
