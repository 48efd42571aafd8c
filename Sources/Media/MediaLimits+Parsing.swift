extension MediaLimits {
    /// How a limit is written: `picture=400`, `video=16384x8640`, `audio=48`.
    package static let forms =
        "picture=MEGAPIXELS (1 to 2000), video=WIDTHxHEIGHT (16 to 16384 each), "
        + "audio=HOURS (1 to 168)"

    /// The usual limits with those changed that `texts` name; the last of a name counts.
    ///
    /// - Throws: where a text is none of `forms`.
    package init(parsing texts: [String]) throws(MediaError) {
        self.init()
        for text in texts where !set(text) {
            throw MediaError("set the limit \(text)", path: "", reason: "write \(Self.forms)")
        }
    }

    private mutating func set(_ text: String) -> Bool {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let numbers = parts[1].split(separator: "x", omittingEmptySubsequences: false)
            .map { Int($0) ?? 0 }
        switch (parts[0], numbers.count) {
        case ("picture", 1) where 1...2000 ~= numbers[0]: picture = numbers[0]
        case ("audio", 1) where 1...168 ~= numbers[0]: audio = numbers[0]
        case ("video", 2) where numbers.allSatisfy({ 16...16384 ~= $0 }):
            (videoWidth, videoHeight) = (numbers[0], numbers[1])
        default: return false
        }
        return true
    }
}
