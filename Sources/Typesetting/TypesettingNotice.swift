/// What typesetting had to change or could not do, as data; the caller finds the words.
package enum TypesettingNotice: Hashable, Sendable {
    /// The text did not fit and was set at this share of its size, 0.6..<1.
    case shrunk(Double)

    /// Even at the smallest size the text takes more lines than its limit.
    case moreLines(limit: Int, lines: Int)

    /// The text was cut and ends in an ellipsis.
    case cut

    /// No face has these code points (sorted, each once); a box stands in their place.
    case missingGlyphs([UInt32])

    /// The library has no such family; another was used.
    case missingFamily(String, used: String)
}
