/// The first frame of a file, and what the file says of it.
struct FirstFrame {
    var frame: StillFrame
    var format: PictureInfo.Format
    var orientation = Orientation.upright
    var hasAlpha: Bool

    /// How long a film lasts, 0 where it does not say; nil for pictures.
    var milliseconds: Int?

    init(_ file: PictureFile) throws(MediaError) {
        if file.kind == .webp, WebPHeader(try file.bytes())?.isAnimated == true {
            try self.init(animation: WebPAnimation(file))
        } else {
            try self.init(libav: file)
        }
    }

    private init(animation: WebPAnimation) throws(MediaError) {
        guard let first = try AnimatedWebPDecoder(animation).next() else {
            throw MediaError(
                "decode the animation", path: animation.path, reason: "it has no frames")
        }
        frame = first.frame
        format = .webp
        orientation = animation.orientation
        hasAlpha = animation.hasAlpha
    }

    private init(libav file: PictureFile) throws(MediaError) {
        let hint = try Hint(file)
        let input = try StillInput(path: file.path, bytes: hint.mended)
        frame = try StillDecoder(input).firstFrame()
        try input.check(width: frame.width, height: frame.height)
        format = Self.format(named: input.formatName)
        orientation = hint.orientation ?? input.orientation
        hasAlpha = frame.hasAlpha && hint.usesAlpha
        milliseconds = input.isFilm ? input.milliseconds : nil
    }

    private static func format(named name: String) -> PictureInfo.Format {
        switch name {
        case "webp": .webp
        case "gif": .gif
        case "bmp": .bmp
        case "tiff": .tiff
        default: .other(name)
        }
    }
}

/// What the file itself says and libav would not tell.
private struct Hint {
    var orientation: Orientation?
    var usesAlpha = true

    /// The content as it should be, where libav would read it otherwise than browsers do.
    var mended: [UInt8]?

    init(_ file: PictureFile) throws(MediaError) {
        switch file.kind {
        case .webp:
            guard let header = WebPHeader(try file.bytes()) else { return }
            orientation = header.orientation
            usesAlpha = header.usesAlpha
        case .tiff: orientation = Orientation(exif: try file.bytes()[...])  // EXIF is a TIFF file.
        case .gif:
            let bytes = try file.bytes()
            if let header = GIFHeader(bytes), header.isOversized {
                mended = header.enlarged(bytes)
            }
        case .png, .jpeg, .heif, .other: break
        }
    }
}
