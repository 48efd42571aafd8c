/// Splits a text where lines must end: CR LF, LF, CR, NEL, VT, FF, LS and PS (UAX 14, LB4 and LB5).
///
/// - Returns: The characters of each line and whether the text was cut after `limit` clusters.
func explicitLines(_ text: String, limit: Int) -> (lines: [[Character]], isCut: Bool) {
    // A cluster may have any number of code points, so these are bounded first.
    let bounded = text.unicodeScalars.prefix(4 * limit)
    var lines: [[Character]] = [[]]
    var count = 0
    for character in Substring(bounded) {
        guard count < limit else { return (lines, true) }
        count += 1
        if character.isNewline {
            lines.append([])
        } else {
            lines[lines.count - 1].append(character)
        }
    }
    return (lines, bounded.endIndex < text.unicodeScalars.endIndex)
}
