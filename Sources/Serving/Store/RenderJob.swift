package import Foundation

/// A render that was asked for, and how it stands.
package struct RenderJob: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        case pending, processing, completed, failed, cancelled

        /// Whether nothing more will happen to it.
        package var isFinal: Bool { self == .completed || self == .failed || self == .cancelled }
    }

    /// Our own name for it, which nobody can guess: 24 characters that can stand in a URL.
    package var key: String
    /// The client's name for it, one in its user.
    package var id: String
    package var user: String
    package var session: String
    package var state: State
    /// 0...100.
    package var progress: Int
    /// Why it failed.
    package var error: String?
    /// The finished video.
    package var file: URL?
    package var result: RenderedFile?
    package var created: Date
    package var finished: Date?
}
