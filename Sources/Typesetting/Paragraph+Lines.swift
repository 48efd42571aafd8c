/// Splits a text where lines must end: CR LF, LF, CR, NEL, VT, FF, LS and PS (UAX 14, LB4 and LB5).
///
/// - Returns: The lines and whether the text was cut after `limit` clusters.
func explicitLines(_ text: String, limit: Int) -> (lines: [ExplicitLine], isCut: Bool) {
    // A cluster may have any number of code points, so these are bounded first.
    let bounded = text.unicodeScalars.prefix(4 * limit)
    var lines = [ExplicitLine(start: 0)]
    var count = 0
    for character in Substring(bounded) {
        guard count < limit else { return (lines, true) }
        count += 1
        if character.isNewline {
            lines.append(ExplicitLine(start: count))
        } else {
            lines[lines.count - 1].characters.append(character)
        }
    }
    return (lines, bounded.endIndex < text.unicodeScalars.endIndex)
}

/// What stands between two line ends of a text.
struct ExplicitLine {
    /// The offset of its first character in the text.
    var start: Int
    var characters: [Character] = []
}
