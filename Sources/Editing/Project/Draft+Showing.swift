package import Planning

extension Draft {
    /// Returns a draft called `id` that shows and plays `files`, as a project does to which they are
    /// added; nil where none of them can be used.
    ///
    /// - Returns: the draft, and a line for each file that was placed.
    package static func showing(
        _ files: [(source: String, media: ProjectMedia)], id: String
    ) -> (draft: Draft, changes: [String])? {
        let usable = files.filter { file in
            if case .unusable = file.media { false } else { true }
        }
        guard !usable.isEmpty else { return nil }
        let lengths = Dictionary(usable.map { ($0.source, $0.media.milliseconds) }) { old, _ in old
        }
        let clock = DraftClock { lengths[$0] ?? nil }
        var placement = MediaPlacement(Draft(id: id), clock)
        placement.add(usable)
        return (placement.draft, placement.changes)
    }
}
