import Foundation

/// What a sentence is for.
package enum UserIntent: String, Hashable, Sendable, CaseIterable {
    /// Changes the draft, or makes one.
    case edit
    /// Wants the video.
    case export
    /// Asks what it costs.
    case credits
    /// Asks how the timeline stands.
    case status
    /// Brings files.
    case upload
}
