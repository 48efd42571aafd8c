/// How large a picture may be; what lies above is refused at once, before memory is taken.
enum PictureLimits {
    /// Pixels of one picture: 20,000 x 20,000 passes, 30,000 x 30,000 does not.
    static let largestPixelCount = 500_000_000

    /// Pixels of one side.
    static let largestSide = 100_000

    /// Bytes of a raster that must be held whole: JPEG, interlaced PNG and all that libav decodes.
    static let largestWholeRaster = 400_000_000

    /// Bytes of a file that must be read whole before it is decoded.
    static let largestWholeFile = 400_000_000

    /// Bytes of one PNG chunk once inflated (colour profiles are the large ones).
    static let largestChunk = 16_000_000

    /// Pixels above which a JPEG may be decoded at a reduced size.
    static let reducedAbove = 48_000_000

    /// Throws unless a picture of `width` x `height` may be read at all.
    static func check(width: Int, height: Int, path: String) throws(MediaError) {
        guard width > 0, height > 0 else {
            throw MediaError("read the picture", path: path, reason: "it has no pixels")
        }
        let pixels = width.multipliedReportingOverflow(by: height)
        guard width <= largestSide, height <= largestSide, !pixels.overflow,
            pixels.partialValue <= largestPixelCount
        else {
            throw MediaError(
                "read the picture", path: path,
                reason: "\(width) x \(height) pixels are more than this program reads "
                    + "(\(largestPixelCount / 1_000_000) megapixels, \(largestSide) a side); "
                    + "make it smaller first")
        }
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
                + "make it smaller or save it as a PNG without interlacing")
    }
}
