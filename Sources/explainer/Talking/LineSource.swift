/// Where the lines of a chat come from.
protocol LineSource {
    /// Reads the next line.
    ///
    /// - Parameters:
    ///   - prompt: what stands before it on a terminal.
    ///   - completions: returns the lines that could be meant by one that was begun.
    /// - Returns: nil where there are no more.
    func next(prompt: String, completions: (String) -> [String]) -> String?
}

/// Lines of a file or a pipe: nothing is shown.
struct PlainLines: LineSource {
    func next(prompt: String, completions: (String) -> [String]) -> String? {
        readLine(strippingNewline: true)
    }
}
