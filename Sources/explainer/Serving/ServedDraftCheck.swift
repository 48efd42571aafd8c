import Foundation
import Planning
import Serving
import Typesetting

/// Finds what stands against rendering a draft that came from elsewhere.
struct ServedDraftCheck {
    /// An absolute path: what the draft names has to lie below it.
    let folder: String

    /// Returns each problem with its place in the draft.
    func problems(of draft: Draft) throws -> [String] {
        let bytes = Array(draft.text.utf8)
        let foreign = ForeignSources(in: try JSONDocument(parsing: bytes).root).problems
        // Files elsewhere are not even looked at.
        guard foreign.isEmpty else { return foreign }
        let fonts = try DraftArguments.fonts()
        let planner = Planner(
            folder: folder, inspector: FileInspector(),
            options: .init(fontFamilies: fonts.families))
        return try planner.survey(bytes).issues.map { issue in
            // Where the server keeps its files is nobody's business.
            "\(issue.place.pointer): \(issue.words)".replacing(folder + "/", with: "")
        }
    }
}
