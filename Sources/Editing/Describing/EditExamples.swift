import Foundation

/// Sentences that can be typed, one or more for all that `docs/edit.md` knows.
package enum EditExamples {
    /// Returns the examples of a language.
    package static func all(in language: EditLanguage) -> [EditExample] {
        language == .english ? english : chinese
    }
}

/// A sentence that can be typed, and what a draft must have for it to work.
package struct EditExample: Hashable, Sendable {
    package var sentence: String
    package var needs: [Need]

    init(_ sentence: String, _ needs: Need...) {
        self.sentence = sentence
        self.needs = needs
    }

    /// What has to be there.
    package enum Need: Hashable, Sendable {
        /// At least so many things of a kind.
        case things(Reference.Kind, Int)
        /// Exactly one thing of a kind, so that nothing has to be asked.
        case only(Reference.Kind)
        /// A film as the first of the main pictures.
        case clip
        case transition
        case effect
        case movement
        /// Nothing of a kind.
        case no(Reference.Kind)
        /// A canvas of another shape: width to height.
        case notShape(Int, Int)
        /// A canvas whose shorter side has not so many pixels.
        case notSide(Int)

        static let picture = things(.picture, 1)
        static let pictures = things(.picture, 2)
        static let threePictures = things(.picture, 3)
        static let title = things(.title, 1)
        static let subtitle = things(.subtitle, 1)
        static let caption = things(.caption, 1)
        static let overlay = things(.overlay, 1)
        static let music = things(.music, 1)
        static let narration = things(.narration, 1)
    }
}
