import Foundation

/// What a file says beside its pictures and sound.
package struct FileLabels: Hashable, Sendable {
    /// An empty one is left out.
    package var title: String

    /// In order of time.
    package var chapters: [Chapter]

    /// In order of time, without overlaps; without any the file has no caption track.
    package var captions: [Caption]

    /// The language of the captions, of ISO 639-2: "eng"; "und" where it is not known.
    package var language: String

    /// An XMP packet for the whole file.
    package var xmp: String?

    /// IPTC's digital source type, a URI, for files that have no place for XMP.
    package var sourceType: String?

    /// The length of the file in milliseconds.
    package var duration: Int

    /// The number of its frames.
    package var frameCount: Int

    /// A named part of the file; times are milliseconds, half-open.
    package struct Chapter: Hashable, Sendable {
        package var start: Int
        package var end: Int
        package var title: String

        package init(start: Int, end: Int, title: String) {
            self.start = start
            self.end = end
            self.title = title
        }
    }

    /// Words on the screen; times are milliseconds, half-open.
    package struct Caption: Hashable, Sendable {
        package var start: Int
        package var end: Int
        package var text: String

        package init(start: Int, end: Int, text: String) {
            self.start = start
            self.end = end
            self.text = text
        }
    }

    package init(
        title: String, duration: Int, frameCount: Int, chapters: [Chapter] = [],
        captions: [Caption] = [], language: String = "und", xmp: String? = nil,
        sourceType: String? = nil
    ) {
        self.title = title
        self.duration = duration
        self.frameCount = frameCount
        self.chapters = chapters
        self.captions = captions
        self.language = language
        self.xmp = xmp
        self.sourceType = sourceType
    }
}
