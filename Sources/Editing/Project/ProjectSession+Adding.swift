import Planning

/// Files that come in.
extension ProjectSession {
    /// Copies `files` into `assets/` and puts them on the timeline, as one step.
    ///
    /// - Parameters:
    ///   - files: as `ProjectFile.examine` found them.
    ///   - milliseconds: tells how long a source of the draft lasts; nil for stills.
    /// - Returns: the step.
    /// - Throws: where something can't be copied or the draft can't be read; nothing is added then.
    package mutating func add(
        _ files: [ProjectFile], milliseconds: @escaping (String) -> Int?
    ) throws(ProjectError) -> ProjectStep {
        let (draft, before) = (try draft(), bytes)
        var assets = try AssetFolder(project)
        do throws(ProjectError) {
            var placed: [(source: String, media: ProjectMedia)] = []
            for file in files { placed.append((try assets.source(of: file), file.media)) }
            var placement = MediaPlacement(draft, DraftClock(milliseconds: milliseconds))
            placement.add(placed)
            let text = Array(placement.draft.text.utf8)
            try check(text)
            return try commit(
                text, as: .add, files: files.map(\.name),
                changes: placement.changes)
        } catch {
            // Where the draft names them already, they stay.
            if bytes == before { try assets.discardCopies() }
            throw error
        }
    }

    /// A timeline of more than a day, or of more than its bytes, would be read by nobody.
    private func check(_ text: [UInt8]) throws(ProjectError) {
        do {
            _ = try Draft(parsing: text)
        } catch {
            throw ProjectError(
                .files, at: "",
                "the draft would become one that can't be read: "
                    + error.message(file: Project.draftName) + "\nnothing was added")
        }
    }
}
