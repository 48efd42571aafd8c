import CLibav

extension UnsafeMutablePointer where Pointee == AVFilterGraph {
    /// Adds the filter called `name` to the graph.
    ///
    /// - Throws: an error with the cure where this build lacks the filter or it refuses its
    ///   `arguments`.
    func add(
        _ name: String, _ arguments: String? = nil
    ) throws(MediaError) -> UnsafeMutablePointer<AVFilterContext> {
        let operation = "set up the filter \(name)"
        guard let filter = avfilter_get_by_name(name) else {
            throw MediaError(
                operation, path: "",
                reason: "this FFmpeg was built without it; install a build that has it")
        }
        var context: UnsafeMutablePointer<AVFilterContext>?
        try check(
            avfilter_graph_create_filter(&context, filter, nil, arguments, nil, self), operation)
        return try allocated(context, operation)
    }
}
