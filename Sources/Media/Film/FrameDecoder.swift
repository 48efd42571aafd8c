/// One decoded frame of a moving picture, and when it is shown.
struct TimedFrame {
    var frame: StillFrame

    /// When it begins to be shown, in seconds from the source's second 0.
    var time: Double

    /// How long it is shown where no other frame follows, in seconds; 0 where that is not known.
    var duration: Double
}

/// Decodes the frames of a moving picture in the order in which they are shown.
protocol FrameDecoder: AnyObject {
    /// How frames are to be turned.
    var orientation: Orientation { get }

    /// What came up while decoding, as sentences without the file's name.
    var warnings: [String] { get }

    /// Why not a single frame came out, where that is so.
    var lack: MediaError { get }

    /// Returns the next frame, nil at the end.
    ///
    /// Damaged stretches are left out. The frame is the caller's: it is not written to again.
    func next() throws(MediaError) -> TimedFrame?

    /// Goes to where the next frame is the one that shows at `time`, or an earlier one.
    ///
    /// `time` is in seconds; before the first frame's time the first frame comes next.
    func restart(before time: Double) throws(MediaError)
}

/// Opens films, whatever decodes them.
enum FrameDecoders {
    /// Returns the decoder for the film at `path`: libav decodes no animated WebP.
    ///
    /// - Throws: an error that names the file, the cause and what to do.
    static func open(path: String) throws(MediaError) -> any FrameDecoder {
        if try AnimatedWebPDecoder.canDecode(path: path) {
            return try AnimatedWebPDecoder(path: path)
        }
        return try FilmDecoder(path: path)
    }
}
