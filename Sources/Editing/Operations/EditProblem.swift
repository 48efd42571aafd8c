import Foundation

/// Why an operation can't be done; nothing is changed then.
package enum EditProblem: Error, Hashable, Sendable {
    /// There is nothing of the kind.
    case none(Reference)
    /// There are fewer of them than the place that was named.
    case noSuch(Reference, count: Int)
    /// Several are meant alike, and only the user knows which; their names in the order of time.
    case which(Reference, names: [String])
    /// The draft is so already.
    case already(EditOperation)
    /// A value that is out of bounds: what it is of, and what is possible.
    case outOfBounds(EditOperation, allowed: ClosedRange<Double>)
    /// The length can't go below this, in milliseconds, because the narration goes on.
    case narrationGoesOn(until: Int)
    /// It would leave nothing to see.
    case leavesNothing
    /// The two things are not neighbours, so that no cut lies between them.
    case notNeighbors
    /// A length that only the file knows, and the file can't be read.
    case unknownLength(name: String)
    /// The file is not in the project.
    case noFile(String)
    /// There is no move, effect or transition that could be changed.
    case nothingToChange(EditOperation)
}
