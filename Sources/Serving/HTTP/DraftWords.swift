import Planning

/// What is wrong with JSON or a draft, in words that name no file and no place on the disk.
enum DraftWords {
    /// At most eight issues, each with its place.
    static func text(_ error: DraftError, of what: String) -> String {
        let lines = error.issues.prefix(8).map { issue in
            let place = issue.place
            let pointer = place.pointer.isEmpty ? "" : " at \(place.pointer)"
            let line = place.line > 0 ? " (line \(place.line), column \(place.column))" : ""
            return "\(what)\(pointer)\(line): \(issue.words)"
        }
        return lines.joined(separator: "\n")
    }
}
