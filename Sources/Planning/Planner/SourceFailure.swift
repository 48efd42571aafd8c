/// A source that a segment can't use.
struct SourceFailure: Error {
    var problem: DraftIssue.Problem
    var place: DraftPlace

    /// The file's name, without its folders.
    var name: String

    /// Whether the same file failed for the same use before.
    var isKnown = false

    /// The source as it is written in the draft gives the name.
    init(
        _ problem: DraftIssue.Problem, at place: DraftPlace, source: String, isKnown: Bool = false
    ) {
        self.problem = problem
        self.place = place
        self.isKnown = isKnown
        let bare = source.contains("://") ? source.prefix { $0 != "?" && $0 != "#" } : source[...]
        name = bare.split(separator: "/").last.map(String.init) ?? source
    }

    /// What is wrong, in words.
    var cause: String { DraftIssue(problem, at: place).cause }
}

/// What takes the place of a segment's source.
enum StandIn: Hashable {
    /// A card that bears the file's name.
    case card(name: String)
    case silence
    /// The segment is left out.
    case nothing
}
