/// What became of a render that was asked for.
package enum RenderSubmission: Hashable, Sendable {
    case new(RenderJob)
    /// The same was asked for before under the same id.
    case existing(RenderJob)
    /// Something else was asked for under the same id.
    case conflict
}
