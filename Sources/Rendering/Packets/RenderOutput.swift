import Media

/// Where a render writes before what it wrote takes its place.
protocol RenderOutput: AnyObject {
    /// The final place, for people.
    var path: String { get }

    /// What messages of libraries name instead.
    var temporaryPath: String { get }

    /// Gives the finished files their names.
    func commit() throws(MediaError)
}

extension RenderOutput {
    /// Returns `error` with the final place instead of the temporary one.
    func naming(_ error: MediaError) -> MediaError {
        guard error.path.hasPrefix(temporaryPath) else { return error }
        return MediaError(error.operation, path: path, reason: error.reason)
    }
}
