import Media
import Planning

/// Frames → the packets of a picture stream.
final class VideoCoder: FrameCoder {
    private let canvas: Canvas
    private let encoder: VideoEncoder
    private var packets: [Packet] = []

    /// What a finished chunk is made of.
    struct Output: Sendable {
        /// Times count frames from the chunk's first one.
        var packets: [Packet]
        var extradata: [UInt8]
    }

    init(_ canvas: Canvas, codec: VideoCodec, quality: VideoQuality) throws(MediaError) {
        self.canvas = canvas
        encoder = try VideoEncoder(canvas.videoFormat, codec: codec, quality: quality)
    }

    func nextFrame() throws(MediaError) -> FramePlanes {
        FramePlanes(try encoder.nextFrame(), canvas)
    }

    func encode() throws(MediaError) { packets += try encoder.encode() }

    func finish() throws(MediaError) -> Output {
        packets += try encoder.finish()
        return Output(packets: packets, extradata: encoder.extradata)
    }
}
