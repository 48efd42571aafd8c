import Foundation

/// Spoken sentences as files, ready to be laid on a timeline.
package struct Narration: Hashable, Sendable {
    /// One line for each sentence, in order.
    package var lines: [Line]

    /// The identity of the voice that spoke; nil for a silent narration, timed for reading.
    package var voice: String?

    /// What went otherwise than asked, as sentences.
    package var notices: [String]

    package init(lines: [Line], voice: String?, notices: [String] = []) {
        self.lines = lines
        self.voice = voice
        self.notices = notices
    }

    package struct Line: Hashable, Sendable {
        package var text: String

        /// The absolute path of a WAV file that holds this sentence alone; nil where it is silent.
        package var path: String?

        /// The length in milliseconds.
        package var duration: Int

        package var words: [SpokenWord]

        package init(text: String, path: String?, duration: Int, words: [SpokenWord]) {
            self.text = text
            self.path = path
            self.duration = duration
            self.words = words
        }
    }
}
