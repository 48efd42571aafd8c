import Foundation

/// What planning must know about a media file.
///
/// Planning itself opens no file.
package enum SourceFacts: Hashable, Sendable {
    /// A still picture; the size is upright, in pixels. `warnings` become notices.
    case picture(width: Int, height: Int, warnings: [String])
    /// Sound of a known length, in samples at 48 kHz.
    case sound(sampleCount: Int, warnings: [String])
    /// A moving picture, with or without sound. `warnings` become notices.
    case film(FilmFacts, warnings: [String])
}

/// What planning must know about a moving picture.
package struct FilmFacts: Hashable, Sendable {
    /// The size as it is shown, upright and in square pixels.
    package var width: Int
    package var height: Int

    /// What of the source is left out before the segment's `ss` counts, in milliseconds: codecs
    /// start the sound a little before the first frame.
    package var lead: Double

    /// How long its picture lasts after the lead, in milliseconds; above 0.
    package var milliseconds: Double

    /// The length of its sound in samples at 48 kHz, lead included; nil where it has none.
    package var sampleCount: Int?

    package init(
        width: Int, height: Int, milliseconds: Double, sampleCount: Int? = nil, lead: Double = 0
    ) {
        self.width = width
        self.height = height
        self.lead = lead
        self.milliseconds = milliseconds
        self.sampleCount = sampleCount
    }

    /// The length of the whole in milliseconds: that of its picture, unless its sound goes on for
    /// more than codecs add at the end.
    package var wholeLength: Double {
        guard let sampleCount else { return milliseconds }
        let sound = Double(sampleCount) / 48 - lead
        return sound > milliseconds + Self.padding ? sound : milliseconds
    }

    /// Milliseconds of sound past the last frame that are no content.
    private static let padding = 100.0
}

/// Tells facts about files to the planner.
package protocol SourceInspector {
    /// Returns the facts about the file at an absolute path, as far as they matter for `use`.
    ///
    /// - Throws: an error whose description names the file, the cause and the cure.
    func facts(ofFileAt path: String, as use: SourceUse) throws -> SourceFacts

    /// Checks that the file at an absolute path is a three-dimensional colour table (`.cube`).
    ///
    /// - Throws: an error whose description names the file, the cause and the cure.
    func checkColorTable(atPath path: String) throws
}

extension SourceInspector {
    /// An inspector that looks at pictures and sounds only knows no table.
    package func checkColorTable(atPath path: String) throws {
        throw UnknownColorTable(path: path)
    }
}

/// What an inspector without an eye for colour tables says.
private struct UnknownColorTable: Error, CustomStringConvertible {
    var path: String
    var description: String { "\(path): colour tables can't be read here" }
}

/// What a file is wanted for: a video file has both a picture and a sound.
package enum SourceUse: Hashable, Sendable {
    case picture
    case sound
}
