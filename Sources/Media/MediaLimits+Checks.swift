extension MediaLimits {
    /// Throws unless a still picture of `width` x `height` may be read.
    func checkPicture(width: Int, height: Int, path: String) throws(MediaError) {
        try Self.requirePixels(width, height, "picture", path)
        let pixels = width.multipliedReportingOverflow(by: height)
        guard max(width, height) <= PictureLimits.largestSide, !pixels.overflow,
            pixels.partialValue <= picturePixels
        else {
            throw MediaError(
                "read the picture", path: path,
                reason: "\(width) x \(height) pixels are more than the limit of "
                    + "\(picture) megapixels and \(PictureLimits.largestSide) a side; "
                    + "make it smaller, or raise the limit: --limit picture=MEGAPIXELS")
        }
    }

    /// Throws unless a film of `width` x `height` may be read.
    func checkVideo(width: Int, height: Int, path: String) throws(MediaError) {
        try Self.requirePixels(width, height, "film", path)
        let pixels = width.multipliedReportingOverflow(by: height)
        guard max(width, height) <= videoSide, !pixels.overflow,
            pixels.partialValue <= videoPixels
        else {
            throw MediaError(
                "read the film", path: path,
                reason: "\(width) x \(height) pixels are more than the limit of "
                    + "\(videoWidth) x \(videoHeight); "
                    + "make it smaller, or raise the limit: --limit video=WIDTHxHEIGHT")
        }
    }

    /// Throws where a sound of `samples` at 48 kHz is too long.
    func checkAudio(samples: Int, path: String) throws(MediaError) {
        guard samples > audioSamples else { return }
        throw MediaError(
            "read the sound", path: path,
            reason: "it is longer than the limit of \(audio) hours; "
                + "cut it, or raise the limit: --limit audio=HOURS")
    }

    private static func requirePixels(
        _ width: Int, _ height: Int, _ name: String, _ path: String
    ) throws(MediaError) {
        guard width < 1 || height < 1 else { return }
        throw MediaError("read the \(name)", path: path, reason: "it has no pixels")
    }
}
