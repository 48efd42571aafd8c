import Editing
import Foundation
import Planning
import Typesetting

/// Checks that an edit leaves a project no worse than it was.
struct EditedDraftCheck {
    let project: Project

    /// Plans the draft in `new`, where `old` was.
    ///
    /// - Throws: a `Failure` with all that is wrong with `new` and was not with `old`.
    func check(_ new: [UInt8], against old: [UInt8]) throws {
        let issues = try issues(of: new)
        guard !issues.isEmpty else { return }
        let known = Set(try self.issues(of: old).map(\.key))
        let added = issues.filter { !known.contains($0.key) }
        guard !added.isEmpty else { return }
        let words = added.map { $0.message(file: project.draft.lastPathComponent) }
        throw Failure(
            "error: this edit would break the draft, so nothing was changed; that is a mistake of "
                + "explainer's, please report it:\n" + words.joined(separator: "\n"), .failed)
    }

    /// A timeline without anything is none: each project begins with it.
    private func issues(of bytes: [UInt8]) throws -> [DraftIssue] {
        let fonts = try DraftArguments.fonts()
        let planner = Planner(
            folder: project.folder.path, inspector: FileInspector(),
            options: .init(fontFamilies: fonts.families))
        do {
            return try planner.survey(bytes).issues.filter { $0.problem != .empty }
        } catch {
            return error.issues
        }
    }
}

extension DraftIssue {
    /// What is the same of one trouble before and after an edit: not its place, nor its times.
    fileprivate var key: String {
        if case .overlap(let segment, _, let previous, _) = problem {
            return "overlap \(segment) \(previous)"
        }
        return "\(problem)"
    }
}
