import Foundation

/// What captions keep so that they can be read: the one place of these limits.
package struct CaptionRules: Hashable, Sendable {
    package static let mostLines = 2

    /// The most characters a second, and of them those of Chinese, Japanese and Korean.
    package static let mostPerSecond = 20.0
    package static let mostWidePerSecond = 9.0

    /// Milliseconds: the shortest caption, and the longest pause of the voice within one.
    package static let leastDuration = 1000
    package static let longestPause = 1000

    /// The most ideographs in a line, whatever the video's shape.
    package static let mostWideInLine = 16

    /// The most characters in a line: fewer where the video is not wide.
    package var charactersInLine: Int

    /// The share of the height at which captions end: above the buttons that platforms lay over
    /// vertical video.
    package var bottom: Double

    /// - Parameters: width, height: of the video, in any unit.
    package init(width: Double, height: Double) {
        charactersInLine = width > height * Self.clearly ? 42 : 32
        bottom = height > width * Self.clearly ? 0.74 : 0.88
    }

    /// How much longer one side has to be for a video to be wide or tall rather than square.
    package static let clearly = 1.2

    /// Returns how much of a full line `line` takes; an ideograph takes a sixteenth.
    package func fill(ofLine line: Substring) -> Double {
        let (narrow, wide) = Self.counts(line)
        return Double(narrow) / Double(charactersInLine) + Double(wide)
            / Double(Self.mostWideInLine)
    }

    /// Returns how fast a cue has to be read, as a share of what is allowed.
    ///
    /// Lines of two scripts are one text in two languages, of which a viewer reads one.
    package static func haste(of cue: SubtitleCue) -> Double {
        var (western, eastern) = (0.0, 0.0)
        for line in cue.plainText.split(whereSeparator: \.isNewline) {
            let (narrow, wide) = counts(line)
            let seconds = Double(narrow) / mostPerSecond + Double(wide) / mostWidePerSecond
            if wide > narrow { eastern += seconds } else { western += seconds }
        }
        return max(western, eastern) * 1000 / Double(max(cue.end - cue.start, 1))
    }

    /// Whether a line begins with a sign that belongs to the word before it.
    package static func isTorn(_ line: Substring) -> Bool {
        guard let first = line.unicodeScalars.first else { return false }
        // "...and" goes on with a sentence, ".5" is a number.
        return ",.;:!?)]}»”，。；：！？、）】》」』".unicodeScalars.contains(first)
            && !line.hasPrefix("...") && !(line.dropFirst().first?.isNumber ?? false)
    }

    /// How many characters are as wide as a letter, and how many are ideographs, kana and hangul.
    private static func counts(_ text: Substring) -> (narrow: Int, wide: Int) {
        let wide = text.count { $0.unicodeScalars.first.map(isWide) ?? false }
        return (text.count - wide, wide)
    }

    /// The blocks of CJK, and full-width forms.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
