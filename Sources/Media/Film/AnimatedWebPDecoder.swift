import CWebP

/// Decodes the frames of an animated WebP, whole canvases each: the one owner of libwebp's decoder.
final class AnimatedWebPDecoder: FrameDecoder {
    private(set) var warnings: [String] = []
    private let animation: WebPAnimation
    private let decoder: OpaquePointer

    /// The index of the frame that comes next.
    private var index = 0

    init(path: String) throws(MediaError) {
        animation = try WebPAnimation(path: path)
        decoder = try animation.decoder()
    }

    /// Opens an animation that was looked at before.
    init(_ animation: WebPAnimation) throws(MediaError) {
        self.animation = animation
        decoder = try animation.decoder()
    }

    deinit { WebPAnimDecoderDelete(decoder) }

    /// Whether the file at `path` is an animated WebP.
    static func canDecode(path: String) throws(MediaError) -> Bool {
        let file = try PictureFile(path: path)
        return file.kind == .webp ? WebPHeader(try file.bytes())?.isAnimated == true : false
    }

    /// Reads what the file says, without decoding it.
    static func info(path: String) throws(MediaError) -> FilmInfo {
        let animation = try WebPAnimation(path: path)
        let seconds = Double(animation.times.last ?? 0) / 1000
        let durations = zip(animation.times, animation.times.dropFirst()).map { $1 - $0 }
        var color = FilmColor()
        color.matrix = .rgb
        return FilmInfo(
            format: "webp", codec: "webp", storedWidth: animation.width,
            storedHeight: animation.height, orientation: animation.orientation,
            frameRate: Double(animation.count) / seconds,
            isRateVariable: Set(durations).count > 1, end: seconds,
            hasAlpha: animation.hasAlpha, color: color)
    }

    var orientation: Orientation { animation.orientation }

    var lack: MediaError {
        MediaError(
            "decode the animation", path: animation.path,
            reason: "no frame of it can be decoded: it is damaged; save it again, as GIF or PNG")
    }

    func next() throws(MediaError) -> TimedFrame? {
        guard index < animation.count else { return nil }
        var canvas: UnsafeMutablePointer<UInt8>?
        var end: Int32 = 0
        guard WebPAnimDecoderGetNext(decoder, &canvas, &end) != 0, let canvas else {
            return try endEarly()
        }
        let frame = try StillFrame(
            rgba: canvas, width: animation.width, height: animation.height,
            profile: animation.profile)
        let times = animation.times
        index += 1
        return TimedFrame(
            frame: frame, time: Double(times[index - 1]) / 1000,
            duration: Double(times[index] - times[index - 1]) / 1000)
    }

    /// Each frame builds on the one before, so going back means from the start.
    func restart(before time: Double) throws(MediaError) {
        let isAhead = index < animation.count && Double(animation.times[index]) / 1000 <= time
        guard !isAhead, index > 0 else { return }
        WebPAnimDecoderReset(decoder)
        index = 0
    }

    /// A damaged frame ends the animation; one without a whole frame is an error.
    private func endEarly() throws(MediaError) -> TimedFrame? {
        guard index > 0 else {
            throw MediaError(
                "decode the animation", path: animation.path,
                reason: "its first frame is damaged; save it anew as WebP or GIF")
        }
        let warning =
            "the animation ends early: frame \(index + 1) of \(animation.count) is damaged"
        if !warnings.contains(warning) { warnings.append(warning) }
        return nil
    }
}
