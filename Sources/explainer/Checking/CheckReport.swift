import Foundation
import Planning

/// What `check` found, for people.
struct CheckReport {
    var drafts: [DraftCheck]
    var files: [FileCheck]

    /// Whether a notice is as bad as an error.
    var isStrict: Bool

    var isGood: Bool { failure == nil }

    /// Prints what the files are to standard output, and what is wrong to standard error.
    ///
    /// - Throws: a `Failure` that sums up, where something is wrong.
    func print() throws {
        for line in SourceTable(files.map(\.source)).lines { Console.print(line) }
        for file in files {
            if let problem = file.source.problem {
                Console.error("\(file.source.name): can't be used: \(problem)")
            }
            for remark in file.remarks { Console.error("notice: \(file.source.name): \(remark)") }
        }
        for draft in drafts { Self.print(draft) }
        if let failure { throw Failure(failure, .input) }
    }

    private static func print(_ draft: DraftCheck) {
        for line in SourceTable(draft.sources).lines { Console.print(line) }
        for issue in draft.issues { Console.error(issue.message(file: draft.name)) }
        for notice in draft.notices {
            Console.error("notice: \(notice.message(file: draft.name))")
        }
        if let summary = draft.summary { Console.print(summary) }
    }

    /// What is wrong in all, in a line for each draft; nil where nothing is.
    private var failure: String? {
        let lines = drafts.compactMap(verdict) + [filesVerdict].compactMap { $0 }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    private func verdict(_ draft: DraftCheck) -> String? {
        let count = draft.issues.count
        guard count == 0 else {
            return "\(draft.name): \(count) \(count == 1 ? "problem" : "problems"), "
                + "so nothing can be rendered"
        }
        return isStrict && !draft.notices.isEmpty ? "--strict: the draft has notices" : nil
    }

    private var filesVerdict: String? {
        let bad = files.count { !$0.source.isGood }
        guard bad == 0 else {
            return "\(bad) of \(files.count) \(files.count == 1 ? "file" : "files") can't be used"
        }
        return isStrict && files.contains { !$0.remarks.isEmpty }
            ? "--strict: there are notices" : nil
    }
}
