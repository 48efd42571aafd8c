import Foundation

/// One way to read a clause: takes what it understands and returns the operations, or nil.
///
/// A reading counts only where it takes all that means something; see `Clause.isSpent`.
struct Rule: Sendable {
    let name: String
    let read: @Sendable (inout Clause, Scene) -> [EditOperation]?

    /// In the order in which they are tried; the first that takes the whole clause wins.
    static let all: [Rule] = [
        Rule(name: "whole") { wholeLooks(&$0, $1) },
        Rule(name: "words") { words(&$0, $1) },
        Rule(name: "new text") { newText(&$0, $1) },
        Rule(name: "music") { music(&$0, $1) },
        Rule(name: "files") { files(&$0, $1) },
        Rule(name: "cut out") { cutOut(&$0, $1) },
        Rule(name: "order") { order(&$0, $1) },
        Rule(name: "switch") { switched(&$0, $1) },
        Rule(name: "remove") { remove(&$0, $1) },
        Rule(name: "transition") { transition(&$0, $1) },
        Rule(name: "fade") { fade(&$0, $1) },
        Rule(name: "text") { textLooks(&$0, $1) },
        Rule(name: "sound") { soundLevels(&$0, $1) },
        Rule(name: "pace") { pace(&$0, $1) },
        Rule(name: "camera") { camera(&$0, $1) },
        Rule(name: "picture") { pictureLooks(&$0, $1) },
    ]
}
