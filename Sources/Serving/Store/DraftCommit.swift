/// What a change of a session's draft came to.
package struct DraftCommit: Hashable, Sendable {
    /// The version that the draft has by it.
    package var version: Int

    /// Whether the same request had done it before, so that nothing was done now.
    package var isRepeated: Bool

    /// What was asked, and what changed by it, as it was said the first time.
    package var sentence: String
    package var changes: [String]
}
