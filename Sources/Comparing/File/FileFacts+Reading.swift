package import Media

extension FileFacts {
    /// Reads what the video at `path` says, without decoding it.
    ///
    /// - Throws: an error that names the file, the cause and what to do: no such file, an empty or
    ///   cut one, no video.
    package static func read(path: String) throws(MediaError) -> FileFacts {
        FileFacts(try FileFactsReader.read(path: path), path: path)
    }

    /// Takes what was read from the file at `path`.
    package init(_ file: StoredFile, path: String) {
        self.init(path: path)
        bytes = file.bytes
        container = file.container
        seconds = file.seconds
        bit_rate = file.seconds > 0 ? Double(file.bytes) * 8 / file.seconds : 0
        faststart = file.isFragmented ? nil : file.isIndexFirst
        rates = file.rates
        if let video = file.video {
            self.video = video.codec
            profile = video.profile
            level = video.level
            pixel_format = video.pixelFormat
            (width, height) = (video.width, video.height)
            fps = video.frameRate
            gop = video.times.longestGroup
            matrix = video.matrix
            primaries = video.primaries
            transfer = video.transfer
            full_range = video.isFullRange
        }
        if let audio = file.audio {
            self.audio = audio.codec
            audio_profile = audio.profile
            audio_rate = audio.rate
            channels = audio.channels
        }
        notes = FileNotes(file).notes
    }
}
