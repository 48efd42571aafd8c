import Foundation

/// The samples of a 3GPP timed text track (ETSI TS 126 245): `tx3g`, what FFmpeg calls mov_text.
enum TimedText {
    /// One sample; all of them together leave no gap.
    struct Sample: Hashable {
        /// Milliseconds.
        var start: Int
        var end: Int
        var bytes: [UInt8]
    }

    /// The longest sample: their lengths are 32 bits of a fine clock.
    private static let longest = 3_600_000

    /// Returns captions with empty samples in every gap, up to `end`.
    static func samples(_ captions: [FileLabels.Caption], end: Int) -> [Sample] {
        var samples: [Sample] = []
        var time = 0
        func add(until end: Int, _ bytes: [UInt8]) {
            while time < end {
                let next = min(end, time + longest)
                samples.append(Sample(start: time, end: next, bytes: bytes))
                time = next
            }
        }
        for caption in captions where caption.start >= time {
            add(until: caption.start, [0, 0])
            add(until: caption.end, bytes(caption.text))
        }
        add(until: end, [0, 0])
        return samples
    }

    /// Clause 5.17: the length of the text in two bytes, then UTF-8.
    private static func bytes(_ text: String) -> [UInt8] {
        var text = text
        while text.utf8.count > Int(UInt16.max) { text.removeLast() }
        let count = text.utf8.count
        return [UInt8(count >> 8), UInt8(count & 0xFF)] + text.utf8
    }

    /// Returns the text of a sample; styles behind it are left out.
    static func text(_ sample: [UInt8]) -> String {
        guard sample.count >= 2 else { return "" }
        let count = Int(sample[0]) << 8 | Int(sample[1])
        return String(decoding: sample.dropFirst(2).prefix(count), as: UTF8.self)
    }

    /// Clause 5.16, behind the fields of every sample entry: white on nothing, centred, at the
    /// bottom, in the font and size that FFmpeg writes to SubRip without markup.
    static let description: [UInt8] =
        [0, 0, 0, 0]  // displayFlags
        + [1, 0xFF]  // Justified to the centre and the bottom.
        + [0, 0, 0, 0]  // The background, clear.
        + [0, 0, 0, 0, 0, 0, 0, 0]  // The default box: all of the track.
        + [0, 0, 0, 0, 0, 1, 0, 16, 0xFF, 0xFF, 0xFF, 0xFF]  // The style: font 1, size 16, white.
        + [0, 0, 0, 18] + Array("ftab".utf8) + [0, 1, 0, 1, 5] + Array("Arial".utf8)
}
