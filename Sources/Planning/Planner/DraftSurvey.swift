/// All that can be said of a draft and its files, whether or not it can be rendered.
package struct DraftSurvey: Sendable {
    /// Nil where there are issues.
    package var plan: RenderPlan?

    /// All that is wrong, in the order of the text.
    package var issues: [DraftIssue]

    /// What the draft asks for and does not get, in the order of the text.
    package var notices: [Notice]

    /// What the draft says, as far as it could be read.
    package var draft: Draft

    /// When each segment of a rendered track is there, in milliseconds, by its JSON Pointer.
    package var times: [String: Range<Int>]

    /// Each use of a file, track by track in the order of time.
    package var mentions: [SourceMention]
}

extension Planner {
    /// Looks at all of the draft that `bytes` hold and at all of its files.
    ///
    /// Where the draft's words are wrong, the timeline is a guess: of what planning finds then only
    /// the trouble with files is reported, beside the words.
    ///
    /// - Throws: where the text is no JSON object.
    package func survey(_ bytes: [UInt8]) throws(DraftError) -> DraftSurvey {
        let (draft, misread) = try Draft.reading(bytes)
        return survey(draft, misread: misread)
    }

    /// Looks at all of a draft, of which `misread` could not be read, and at all of its files.
    package func survey(_ draft: Draft, misread: [DraftIssue] = []) -> DraftSurvey {
        var walk = PlanWalk(draft, planner: self)
        let (plan, tracks) = walk.run()
        let found = walk.log.issues.filter { misread.isEmpty || $0.isAboutFile }
        let issues = DraftLog.inTextOrder(misread + found)
        return DraftSurvey(
            plan: issues.isEmpty ? plan : nil, issues: issues, notices: walk.log.orderedNotices,
            draft: draft,
            times: Dictionary(
                tracks.flatMap(\.segments).map { ($0.pointer, $0.start..<max($0.end, $0.start)) }
            ) { first, _ in first },
            mentions: tracks.flatMap { walk.mentions(in: $0) })
    }
}

extension DraftIssue {
    /// Whether a file is the trouble, rather than what the draft says of it.
    fileprivate var isAboutFile: Bool {
        switch problem {
        case .source, .sourceKind, .network: true
        // A start behind the end of a file.
        case .value: place.pointer.hasSuffix("/ss")
        default: false
        }
    }
}
