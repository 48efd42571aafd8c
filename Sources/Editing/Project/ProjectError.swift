/// Why something could not be done with a project: where, what was wrong, and what helps.
package struct ProjectError: Error, Hashable, Sendable {
    package var kind: Kind

    /// A file, a folder, or a line of one, as people know it.
    package var place: String

    package var cause: String

    /// A sentence; empty where nothing helps.
    package var cure: String

    package init(_ kind: Kind, at place: String, _ cause: String, cure: String = "") {
        self.kind = kind
        self.place = place
        self.cause = cause
        self.cure = cure
    }

    package enum Kind: Hashable, Sendable {
        /// There is no project where one was looked for.
        case noProject
        /// A project can't be made there.
        case occupied
        /// Another process has been at work for too long.
        case busy
        /// Somebody saved the draft while it was being changed.
        case changedMeanwhile
        /// The history has no such step.
        case noStep
        /// The history can't be read.
        case damaged
        /// The draft can't be read.
        case draft
        /// Files that can't be added.
        case files
        /// The system refused to read or write.
        case system
    }
}

extension ProjectError: CustomStringConvertible {
    /// The whole in words: place, cause and cure.
    package var description: String {
        let sentence = place.isEmpty ? cause : "\(place): \(cause)"
        guard !cure.isEmpty else { return sentence }
        return sentence + (sentence.hasSuffix(".") ? " " : ". ") + cure
    }
}
