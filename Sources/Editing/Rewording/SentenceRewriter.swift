import Foundation
package import Planning

/// What turns free wording into sentences of the grammar that `docs/edit.md` describes.
package protocol SentenceRewriter: Sendable {
    /// Returns `sentence`, said about `draft`, as sentences that the grammar may read, in order.
    ///
    /// They are suggestions: the grammar decides what they mean, so no rewriter can do more than a
    /// person's sentence.
    ///
    /// - Throws: `RewritingError` where there is none, `CancellationError`.
    func rewrite(_ sentence: String, for draft: Draft) async throws -> [String]
}
