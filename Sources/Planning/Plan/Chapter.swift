import Foundation

/// A named part of the video, up to the next one's start.
package struct Chapter: Hashable, Sendable {
    /// Milliseconds from the start of the video.
    package var start: Int

    package var title: String

    package init(start: Int, title: String) {
        self.start = start
        self.title = title
    }
}
