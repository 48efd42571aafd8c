/// What a file is for a project; whoever opens files tells.
package enum ProjectMedia: Hashable, Sendable {
    case still
    case film(milliseconds: Int)
    case sound(milliseconds: Int)
    /// Why it can't be used, as a clause: "it is empty".
    case unusable(reason: String)

    var isSound: Bool { if case .sound = self { true } else { false } }

    /// Nil for stills.
    var milliseconds: Int? {
        switch self {
        case .film(let length), .sound(let length): length
        case .still, .unusable: nil
        }
    }
}
