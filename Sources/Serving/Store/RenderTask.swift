/// A render that this process has taken to do it.
package struct RenderTask: Hashable, Sendable {
    package var job: RenderJob
    /// The draft as JSON; its sources count from the folder of the job's session.
    package var draft: String
    package var order: RenderOrder
}
