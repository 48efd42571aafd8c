import Foundation
package import Inspecting

/// What is to be explained, of which pictures, to whom.
package struct ScriptRequest: Hashable, Sendable {
    /// What the user asked for, in their own words: an intent or the text to speak; may be empty.
    package var sentence: String

    /// The user's own text to speak, from a file or standard input; it is used as it is.
    package var ownText: String?

    /// At least one.
    package var pictures: [PictureFacts]

    /// A BCP 47 tag; nil to take it from the sentence.
    package var language: String?

    package var audience: Audience

    /// The length to reach in milliseconds; nil for as long as it takes.
    package var duration: Int?

    /// Chooses among wordings that are equally true.
    package var seed: UInt64

    package init(
        sentence: String, ownText: String? = nil, pictures: [PictureFacts],
        language: String? = nil, audience: Audience = .beginners, duration: Int? = nil,
        seed: UInt64 = 0
    ) {
        self.sentence = sentence
        self.ownText = ownText
        self.pictures = pictures
        self.language = language
        self.audience = audience
        self.duration = duration
        self.seed = seed
    }
}

/// Who is to understand it.
package enum Audience: String, Hashable, Sendable, CaseIterable {
    case students, beginners, creators
}

/// What writes a storyboard.
package protocol ScriptWriter: Sendable {
    /// Writes all that is worth saying and showing, more than the length asked for may hold; ranks
    /// tell what matters.
    ///
    /// - Throws: `ScriptError`.
    func material(for request: ScriptRequest) async throws -> Storyboard

    /// Writes what to say and show, cut to the request's length by estimated speaking times.
    ///
    /// - Throws: `ScriptError`.
    func storyboard(for request: ScriptRequest) async throws -> Storyboard
}

extension ScriptWriter {
    package func storyboard(for request: ScriptRequest) async throws -> Storyboard {
        let material = try await material(for: request)
        guard let duration = request.duration else { return material.essential() }
        return ScriptFitter(target: duration).fit(material).storyboard
    }
}

/// Why there is no storyboard.
package struct ScriptError: Error, Hashable {
    /// What went wrong and what to do.
    package var reason: String

    package init(_ reason: String) { self.reason = reason }
}
