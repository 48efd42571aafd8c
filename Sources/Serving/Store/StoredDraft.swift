/// The draft of a session as it stands.
package struct StoredDraft: Hashable, Sendable {
    /// Counts up with every change, and with every step back and forward.
    package var version: Int
    package var text: String

    /// What was asked when this draft was made, and what changed by it.
    package var sentence: String
    package var changes: [String]

    /// How many steps can be taken back, and done again.
    package var undoCount: Int
    package var redoCount: Int
}
