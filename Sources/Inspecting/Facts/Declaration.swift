import Foundation

/// One program's statement that it made the picture.
///
/// A file may carry several, as where an editor kept the text of the generator before it.
package struct Declaration: Hashable, Sendable {
    /// The program or service in the words people know it by; nil where the statement's form is
    /// shared by several programs and none is named.
    package var generator: String?

    /// nil where the program is named and nothing else is said.
    package var generation: Generation?

    /// Where the statement sits, as `PNG tEXt "parameters"`.
    package var carriers: [String]

    package init(_ generator: String?, _ generation: Generation?, carriers: [String]) {
        self.generator = generator
        self.generation = generation
        self.carriers = carriers
    }
}
