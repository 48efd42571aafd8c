import CLibav
import Foundation

/// What comes to light when a film is decoded rather than believed.
package struct FilmTrial: Hashable, Sendable {
    /// Frames that came out.
    package private(set) var frameCount = 0

    /// Frames among them that the decoder mended by guessing.
    package private(set) var mendedFrames = 0

    /// Packets that gave no frame.
    package private(set) var lostPackets = 0

    /// When the last frame that came out begins, in seconds from the source's second 0.
    package private(set) var lastFrame: Double = 0

    /// When the file says that it ends, where its pictures end earlier; nil where it keeps its
    /// word.
    package private(set) var promisedEnd: Double?

    /// Decodes the film at `path` up to `end`, in seconds from the source's second 0; nil is all.
    ///
    /// - Throws: an error where no frame can be decoded or the file can't be read.
    package init(path: String, until end: Double? = nil) throws(MediaError) {
        let decoder = try FrameDecoders.open(path: path)
        var step = 0.0
        while let frame = try decoder.next() {
            step = max(frame.time - lastFrame, step)
            lastFrame = frame.time
            frameCount += 1
            if frame.frame.isMended { mendedFrames += 1 }
            if let end, frame.time >= end { break }
        }
        guard frameCount > 0 else { throw decoder.lack }
        lostPackets = (decoder as? FilmDecoder)?.damagedPackets ?? 0
        let promise = try FilmInfo.read(path: path).end
        // The last frame may last longer than any before it.
        let isShort = lastFrame + 2 * step + Self.slack < min(end ?? promise, promise)
        promisedEnd = isShort ? promise : nil
    }

    /// Seconds by which containers are wrong without harm.
    private static let slack = 0.25
}

extension StillFrame {
    /// Whether the decoder says that parts of the frame are guesses.
    fileprivate var isMended: Bool {
        raw.pointee.decode_error_flags != 0 || raw.pointee.flags & AV_FRAME_FLAG_CORRUPT != 0
    }
}
