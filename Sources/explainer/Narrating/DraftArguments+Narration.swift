import Foundation
import Planning

extension DraftArguments {
    /// Returns `draft` with the sentences that it wants spoken as sounds; the file stays as it is.
    ///
    /// The returned draft's notices say what went otherwise than asked; what was spoken is printed.
    func narrated(_ draft: Draft) async throws -> Draft {
        guard !draft.unspokenLines.isEmpty else { return draft }
        let narration = DraftNarration(draft, at: url)
        let spoken = try await Interruption.stopping { try await narration.spoken() }
        if let summary = spoken.summary { Console.error("notice: \(summary)") }
        return try speaking(draft, spoken)
    }

    /// Does what `narrated` does, but prints nothing and leaves signals alone: it ends early where
    /// its task is cancelled.
    func quietlyNarrated(_ draft: Draft) async throws -> Draft {
        guard !draft.unspokenLines.isEmpty else { return draft }
        return try speaking(draft, await DraftNarration(draft, at: url).spoken())
    }

    private func speaking(_ draft: Draft, _ spoken: DraftNarration.Spoken) throws -> Draft {
        let inspector = FileInspector(decodesPictures: onError != .fail)
        var narrated = planner(try Self.fonts(), inspector).speaking(draft, spoken.lines)
        narrated.notices += spoken.notices
        return narrated
    }
}
