import Foundation
package import Planning

/// What a sentence did, or what has to be asked.
package struct EditReply: Hashable, Sendable {
    package var intent: UserIntent

    /// The draft after the edit; nil where nothing is to be changed.
    package var draft: Draft?

    /// What was understood, in order; empty where nothing was.
    package var operations: [EditOperation] = []

    /// One line for each difference between the drafts, in the language of the sentence.
    package var changes: [String] = []

    /// What has to be answered first; nil where the edit is done.
    package var question: String?

    /// Sentences that would work next, as they can be typed.
    package var suggestions: [String] = []

    /// The timeline in one line.
    package var summary: String

    /// A walk through the history that was asked for instead of an edit.
    package var history: HistoryRequest?

    package init(intent: UserIntent, summary: String) {
        self.intent = intent
        self.summary = summary
    }
}

/// A step through the history.
package enum HistoryRequest: Hashable, Sendable {
    /// So many steps back.
    case undo(Int)
    case redo(Int)
    /// Back to the first state.
    case startOver
}
