package import Foundation

/// One line of a project's journal: what was done, when, and in whose words.
package struct ProjectStep: Hashable, Sendable {
    /// From 1, without gaps.
    package var number: Int

    package var time: Date

    package var kind: Kind

    /// The words that asked for it.
    package var sentence: String?

    /// The names of the files that came with it.
    package var files: [String]?

    /// One line for each thing that changed.
    package var changes: [String]?

    /// The step whose draft counts after this one; nil where the step has a draft of its own.
    package var target: Int?

    init(_ number: Int, _ kind: Kind, target: Int? = nil) {
        self.number = number
        self.kind = kind
        self.target = target
        // Whole seconds, as they are written.
        time = Date(timeIntervalSince1970: Date.now.timeIntervalSince1970.rounded(.down))
    }

    /// What kind of step it is; other words than these are edits.
    package struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        package var rawValue: String

        package init(rawValue: String) { self.rawValue = rawValue }

        /// The first draft.
        package static let new = Kind(rawValue: "new")
        /// A sentence.
        package static let edit = Kind(rawValue: "edit")
        /// Files that were added.
        package static let add = Kind(rawValue: "add")
        /// A person changed `draft.json`.
        package static let hand = Kind(rawValue: "hand")
        package static let undo = Kind(rawValue: "undo")
        package static let redo = Kind(rawValue: "redo")
        package static let startOver = Kind(rawValue: "start-over")
    }
}

extension ProjectStep: Codable {
    private enum CodingKeys: String, CodingKey {
        case number = "n"
        case time = "at"
        case kind, sentence, files, changes
        case target = "to"
    }
}
