import Foundation

/// Words that are shown for a stretch of time in a subtitle track or file.
package struct SubtitleCue: Hashable, Sendable {
    /// Milliseconds from the start of the video, half-open.
    package var start: Int
    package var end: Int

    /// The words; line ends break lines.
    package var text: String

    /// When which word is spoken, in the order of the text; empty where that is not known.
    package var words: [Word]

    /// A stretch of the text that is spoken as one.
    package struct Word: Hashable, Sendable {
        /// Milliseconds from the start of the video.
        package var time: Int

        /// The offset of its first character (grapheme cluster) in the text.
        package var offset: Int

        package init(time: Int, offset: Int) {
            self.time = time
            self.offset = offset
        }
    }

    package init(start: Int, end: Int, text: String, words: [Word] = []) {
        self.start = start
        self.end = end
        self.text = text
        self.words = words
    }

    /// The text with single line ends, none of them at its start or end, and without other
    /// controls: an empty line would end a cue.
    package var plainText: String { written(escape: { String($0) }, mark: { _ in nil }) }

    /// Writes the text with every character through `escape` and `mark` before each word.
    func written(
        escape: (Character) -> String, mark: (Word) -> String?
    ) -> String {
        var lines = [""]
        var marks = ""
        var rest = words[...]
        for (offset, character) in text.enumerated() {
            while let word = rest.first, word.offset <= offset {
                marks += mark(word) ?? ""
                rest = rest.dropFirst()
            }
            if character.isNewline {
                if lines.last?.isEmpty == false { lines.append("") }
            } else if !character.unicodeScalars.contains(where: \.isControl) {
                lines[lines.count - 1] += marks + escape(character)
                marks = ""
            }
        }
        return lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}
