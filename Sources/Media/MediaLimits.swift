import Synchronization

/// How large a source may be; what lies above is refused before memory is taken for it.
package struct MediaLimits: Hashable, Sendable {
    /// Megapixels of a still picture, 1...2000.
    package var picture = 200

    /// The width and the height of a film's picture, 16...16384; a film may also stand upright.
    ///
    /// Cinema's 8K, so that television's (7680 x 4320) is within.
    package var videoWidth = 8192
    package var videoHeight = 4320

    /// Hours of a sound, 1...168.
    package var audio = 24

    package init() {}

    /// Pixels of a still picture.
    var picturePixels: Int { picture * 1_000_000 }

    /// Pixels of one frame of a film.
    var videoPixels: Int { videoWidth * videoHeight }

    /// Pixels of the longer side of a film's picture.
    var videoSide: Int { max(videoWidth, videoHeight) }

    /// Samples of a sound at 48 kHz.
    var audioSamples: Int { audio * 3_600 * 48_000 }

    /// The limits that hold now.
    ///
    /// One value for the process: every opening of a file checks it, from every module, and a value
    /// that is handed from call to call would be forgotten in one of them. `MediaLibraries` sets it
    /// before the first file is opened; nothing else does.
    package static var current: MediaLimits { shared.withLock { $0 } }

    static func set(_ limits: MediaLimits) { shared.withLock { $0 = limits } }

    private static let shared = Mutex(MediaLimits())
}
