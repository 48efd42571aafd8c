import Foundation

/// What a sentence asks for.
package struct Intent: Hashable, Sendable {
    /// What to explain, in the order of the sentence; empty where the sentence names nothing known.
    package var topics: [Topic]

    /// The language of the sentence: "en" or "zh-Hans"; nil where it has no letters.
    package var language: String?

    /// Whether the sentence is a text to speak rather than a request.
    package var isOwnText: Bool

    /// Whether it reads as a request, as "explain …".
    package var isRequest: Bool
}

/// A subject with a built-in script.
package enum Topic: String, Hashable, Sendable, CaseIterable {
    case whatIsIt = "what-it-is"
    case howCreated = "how-it-was-created"
    case howToTell = "how-to-tell"
    case responsibleUse = "responsible-use"
    case productPhoto = "product-photo"
    case thisPicture = "this-picture"

    /// Whether it explains AI images rather than the picture at hand.
    var isAboutAI: Bool {
        switch self {
        case .whatIsIt, .howCreated, .howToTell, .responsibleUse: true
        case .productPhoto, .thisPicture: false
        }
    }
}
