/// How much memory a picture may take; how large it may be is `MediaLimits`.
enum PictureLimits {
    /// Pixels of one side: libpng's own limit is tenfold, libav's a third.
    static let largestSide = 100_000

    /// Bytes of a raster that must be held whole: JPEG, interlaced PNG and all that libav decodes.
    ///
    /// Two for each pixel that a picture may have, and never less than 400 MB.
    static var largestWholeRaster: Int {
        max(400_000_000, 2 * MediaLimits.current.picturePixels)
    }

    /// Bytes of a file that must be read whole before it is decoded.
    static let largestWholeFile = 400_000_000

    /// Bytes of one PNG chunk once inflated (colour profiles are the large ones).
    static let largestChunk = 16_000_000

    /// Pixels above which a JPEG may be decoded at a reduced size.
    static let reducedAbove = 48_000_000

    /// Throws unless a picture of `width` x `height` may be read at all.
    static func check(width: Int, height: Int, path: String) throws(MediaError) {
        try MediaLimits.current.checkPicture(width: width, height: height, path: path)
    }

    /// Throws unless a raster of `bytes` may be held whole.
    static func check(
        wholeRaster bytes: Int, kind: String, width: Int, height: Int, path: String
    ) throws(MediaError) {
        guard bytes > largestWholeRaster else { return }
        throw MediaError(
            "decode the picture", path: path,
            reason: "\(kind) of \(width) x \(height) pixels needs \(bytes / 1_000_000) MB at once, "
                + "the limit is \(largestWholeRaster / 1_000_000) MB; "
                + "make it smaller, save it as a PNG without interlacing, "
                + "or raise the limit: --limit picture=MEGAPIXELS")
    }
}
