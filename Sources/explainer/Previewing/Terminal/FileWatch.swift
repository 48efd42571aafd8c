/// Files of which somebody wants to know when they change, by what the system tells about them.
struct FileWatch {
    private var states: [String: String] = [:]

    /// Watches the files at `paths` and no others; those that were watched before keep what was
    /// known of them.
    mutating func watch(_ paths: Set<String>) {
        let old = states
        states = [:]
        for path in paths { states[path] = old[path] ?? FileState.text(of: path) }
    }

    /// Whether any of them changed, came or went since the last call.
    mutating func hasChanged() -> Bool {
        let old = states
        for path in old.keys { states[path] = FileState.text(of: path) }
        return states != old
    }
}
