import CWebP

/// An animated WebP in memory, and what its chunks say: the one owner of its bytes.
final class WebPAnimation {
    let path: String

    /// The size of the canvas, in pixels.
    let width: Int
    let height: Int

    /// Whether pixels may be transparent.
    let hasAlpha: Bool

    /// How the file's EXIF says that it is to be turned.
    let orientation: Orientation

    /// The embedded colour profile.
    let profile: [UInt8]?

    /// When each frame begins and when the last one ends, in milliseconds.
    let times: [Int]

    private let bytes: UnsafeBufferPointer<UInt8>

    /// Milliseconds that a frame lasts whose duration is 0, as browsers show it.
    private static let shortest = 100

    /// Reads the file whole and checks the size of its canvas.
    convenience init(path: String) throws(MediaError) {
        try self.init(PictureFile(path: path))
    }

    init(_ file: PictureFile) throws(MediaError) {
        path = file.path
        let content = try file.bytes()
        guard let header = WebPHeader(content), header.isAnimated else {
            throw Self.failure(file.path, "it is no animated WebP")
        }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: content.count)
        _ = copy.initialize(from: content)
        bytes = UnsafeBufferPointer(copy)
        orientation = header.orientation
        let facts = Facts(bytes)
        (width, height) = (facts?.width ?? 0, facts?.height ?? 0)
        (hasAlpha, profile) = (facts?.hasAlpha ?? false, facts?.profile)
        times = (facts?.durations ?? []).reduce(into: [0]) { times, duration in
            times.append((times.last ?? 0) + (duration > 0 ? duration : Self.shortest))
        }
        guard facts != nil, times.count > 1 else {
            throw Self.failure(file.path, "it is damaged or cut short")
        }
        try checkSize()
    }

    deinit { bytes.deallocate() }

    /// The number of frames.
    var count: Int { times.count - 1 }

    /// Opens libwebp's decoder on the bytes, which must outlive it.
    func decoder() throws(MediaError) -> OpaquePointer {
        var options = WebPAnimDecoderOptions()
        guard WebPAnimDecoderOptionsInit(&options) != 0 else {
            throw Self.failure(path, "this build of libwebp does not fit")
        }
        options.color_mode = MODE_RGBA
        var data = WebPData(bytes: bytes.baseAddress, size: bytes.count)
        guard let decoder = WebPAnimDecoderNew(&data, &options) else {
            throw Self.failure(path, "libwebp can't open it; it is damaged or too large")
        }
        return decoder
    }

    /// libwebp holds two canvases, and each frame that is handed out is one more.
    private func checkSize() throws(MediaError) {
        try PictureLimits.check(width: width, height: height, path: path)
        try PictureLimits.check(
            wholeRaster: 12 * width * height, kind: "an animated WebP", width: width,
            height: height, path: path)
    }

    private static func failure(_ path: String, _ reason: String) -> MediaError {
        MediaError("read the animation", path: path, reason: "\(reason); save it as GIF or PNG")
    }
}

/// What the chunks of an animation say.
private struct Facts {
    var width: Int
    var height: Int
    var hasAlpha: Bool
    var profile: [UInt8]?
    var durations: [Int] = []

    /// Nil where libwebp finds no whole animation in `bytes`.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var data = WebPData(bytes: bytes.baseAddress, size: bytes.count)
        guard let demuxer = WebPDemux(&data) else { return nil }
        defer { WebPDemuxDelete(demuxer) }
        width = Int(WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_WIDTH))
        height = Int(WebPDemuxGetI(demuxer, WEBP_FF_CANVAS_HEIGHT))
        hasAlpha = WebPDemuxGetI(demuxer, WEBP_FF_FORMAT_FLAGS) & ALPHA_FLAG.rawValue != 0
        profile = Self.profile(demuxer)
        var frame = WebPIterator()
        guard WebPDemuxGetFrame(demuxer, 1, &frame) != 0 else { return nil }
        defer { WebPDemuxReleaseIterator(&frame) }
        repeat {
            durations.append(Int(max(frame.duration, 0)))
        } while WebPDemuxNextFrame(&frame) != 0
    }

    private static func profile(_ demuxer: OpaquePointer) -> [UInt8]? {
        var chunk = WebPChunkIterator()
        defer { WebPDemuxReleaseChunkIterator(&chunk) }
        guard WebPDemuxGetChunk(demuxer, "ICCP", 1, &chunk) != 0,
            chunk.chunk.size <= PictureLimits.largestChunk
        else { return nil }
        return Array(UnsafeBufferPointer(start: chunk.chunk.bytes, count: chunk.chunk.size))
    }
}
