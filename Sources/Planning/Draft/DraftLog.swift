import Foundation

/// What reading and planning have to say: issues that stop them, and notices that don't.
struct DraftLog {
    private(set) var issues: [DraftIssue] = []
    private(set) var notices: [Notice]
    private var indices: [String: Int] = [:]

    /// The most issues that are collected; a draft that is wrong everywhere needs no longer list.
    private static let limit = 100

    /// The most different notices; later ones are counted together.
    private static let noticeLimit = 200

    init(notices: [Notice] = []) {
        self.notices = notices
        for (index, notice) in notices.enumerated() { indices[notice.message] = index }
    }

    /// True where no further issue will be collected.
    var isFull: Bool { issues.count >= Self.limit }

    mutating func add(_ problem: DraftIssue.Problem, at place: DraftPlace) {
        guard !isFull else { return }
        issues.append(DraftIssue(problem, at: place))
    }

    /// Adds a notice, or counts it where the same was given before.
    ///
    /// Notices are the same where `message` is; `hint` is added to the first one's words.
    mutating func notice(
        _ message: String, at place: DraftPlace, hint: @autoclosure () -> String = ""
    ) {
        let isTooMany = indices[message] == nil && notices.count >= Self.noticeLimit
        let message = isTooMany ? "there are more notices than these" : message
        if let index = indices[message] {
            notices[index].count += 1
        } else {
            indices[message] = notices.count
            notices.append(Notice(message + (isTooMany ? "" : hint()), at: place))
        }
    }

    /// - Throws: all issues, where there are any.
    func check() throws(DraftError) {
        if !issues.isEmpty { throw DraftError(Self.inTextOrder(issues)) }
    }

    /// Returns `issues` by line and column; what has none stays in front.
    static func inTextOrder(_ issues: [DraftIssue]) -> [DraftIssue] {
        issues.inTextOrder(\.place)
    }

    /// The notices in the order of the draft's text.
    var orderedNotices: [Notice] { notices.inTextOrder(\.place) }
}

extension Array {
    /// Sorts by line and column; what has none stays in front, in its order.
    fileprivate func inTextOrder(_ place: (Element) -> DraftPlace) -> [Element] {
        enumerated().sorted {
            let (a, b) = (place($0.element), place($1.element))
            return (a.line, a.column, $0.offset) < (b.line, b.column, $1.offset)
        }.map(\.element)
    }
}
