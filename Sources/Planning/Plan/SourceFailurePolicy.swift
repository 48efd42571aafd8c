/// What becomes of a draft whose source can't be used.
package enum SourceFailurePolicy: String, Hashable, Sendable, CaseIterable {
    /// Nothing is rendered.
    case fail
    /// A card with the file's name stands in for a picture or film, silence for a sound.
    case placeholder
    /// Its segment is left out; the times of the others stay.
    case skip
}
