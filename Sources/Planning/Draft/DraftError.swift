import Foundation

/// A draft that can't be read or planned: all that is wrong with it, in the order of the text.
package struct DraftError: Error, Hashable, Sendable {
    /// At least one.
    package private(set) var issues: [DraftIssue]

    /// - Precondition: `issues` is not empty.
    init(_ issues: [DraftIssue]) {
        precondition(!issues.isEmpty, "an error needs an issue")
        self.issues = issues
    }

    init(_ problem: DraftIssue.Problem, at place: DraftPlace) {
        issues = [DraftIssue(problem, at: place)]
    }
}

/// One thing that is wrong with a draft.
package struct DraftIssue: Hashable, Sendable {
    package var place: DraftPlace
    package var problem: Problem

    init(_ problem: Problem, at place: DraftPlace) {
        self.problem = problem
        self.place = place
    }

    package enum Problem: Hashable, Sendable {
        /// The text is not JSON.
        case syntax(expected: String, found: String)
        /// The text is larger than `JSONDocument.largestSize`.
        case tooLarge(bytes: Int)
        /// More arrays and objects inside one another than `JSONDocument.greatestDepth`.
        case tooDeep
        /// A newer schema version than this program reads.
        case version(found: Int, newest: Int)
        /// A wrong type or an impossible value.
        case value(expected: String, found: String)
        /// A word that is none of a closed list.
        case word(found: String, known: [String])
        /// A required key is absent.
        case missing(expected: String)
        /// The draft has neither a length nor anything that has one.
        case empty
        /// A segment begins before the one before it on the track ends, in milliseconds.
        case overlap(segment: String, start: Int, previous: String, end: Int)
        /// A transition names a segment that no track has.
        case unknownSegment(id: String, known: [String])
        /// A transition names a segment by an identity that several have.
        case ambiguousSegment(id: String)
        /// A transition that its two segments leave no room for, and why.
        case transition(reason: String)
        /// A font family that is not there.
        case font(family: String, known: [String])
        /// A source that is not a file, while the network is not allowed.
        case network(source: String)
        /// A file that can't be used, and what its reader said.
        case source(path: String, reason: String)
        /// A file of another kind than its track shows or plays.
        case sourceKind(path: String, expected: String, found: String)
    }
}
