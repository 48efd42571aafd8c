/// How large the picture of a film may be.
enum FilmLimits {
    /// Pixels of 8K (UHDTV2), in either orientation.
    static let largestPixelCount = 7680 * 4320

    /// Pixels of one side.
    static let largestSide = 16_384

    static func check(width: Int, height: Int, path: String) throws(MediaError) {
        guard width <= largestSide, height <= largestSide, width * height <= largestPixelCount
        else {
            throw MediaError(
                "read the film", path: path,
                reason: "\(width) x \(height) pixels are more than this program plays "
                    + "(7680 x 4320); make it smaller first")
        }
    }
}
