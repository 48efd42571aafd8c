/// How much the server's memory holds.
package struct StoreSizes: Hashable, Sendable {
    package var users: Int
    package var sessions: Int
    package var drafts: Int
    package var uploads: Int
    /// Renders by state; states that none has are absent.
    package var renders: [RenderJob.State: Int]
    /// Bytes of the database, its journal included.
    package var databaseBytes: Int
    /// Bytes of all uploaded content, each counted once.
    package var contentBytes: Int
    /// Bytes of the finished videos.
    package var renderBytes: Int
}
