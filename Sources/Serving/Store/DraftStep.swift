import Foundation

/// One step of a draft's history, before it is taken.
struct DraftStep {
    enum Kind: String { case edit, undo, redo, startOver = "start over" }

    /// What the draft is after a step.
    enum Result {
        /// This text, at the end of the path.
        case draft(String)
        /// That of the step with this number.
        case walk(Int)
    }

    var kind: Kind
    var sentence: String
    var changes: [String]
    var key: String?
    var now: Date
}
