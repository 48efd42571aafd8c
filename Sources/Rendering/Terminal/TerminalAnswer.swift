/// What a terminal says about itself when it is asked.
package struct TerminalAnswer: Hashable, Sendable {
    /// Whether it draws sixels.
    package var hasSixels = false

    /// The size of a character in pixels; nil where it doesn't say.
    package var cell: (width: Int, height: Int)? { cellWidth > 0 ? (cellWidth, cellHeight) : nil }

    private var cellWidth = 0
    private var cellHeight = 0

    /// Whether the answer to the last question has come: all terminals give it.
    package private(set) var isWhole = false

    /// Asks for the size of a character (xterm's window operation 16), then for the primary device
    /// attributes (DA1, ECMA-48 8.3.24).
    package static let question = "\u{1B}[16t\u{1B}[c"

    package init() {}

    /// Takes a control sequence, `ESC [` parameters final; false where it is no answer.
    package mutating func take(parameters: String, final: Character) -> Bool {
        switch final {
        case "c" where parameters.hasPrefix("?"):
            // The first number is the model; 4 among the others stands for sixels.
            let attributes = parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
            hasSixels = attributes.dropFirst().contains(4)
            isWhole = true
            return true
        case "t":
            let numbers = parameters.split(separator: ";").compactMap { Int($0) }
            guard numbers.count == 3, numbers[0] == 6 else { return false }
            let sides = 1...200
            if sides ~= numbers[1], sides ~= numbers[2] {
                (cellHeight, cellWidth) = (numbers[1], numbers[2])
            }
            return true
        default: return false
        }
    }
}
