import Planning

extension Draft {
    /// Changes the segments of a track, by its identity.
    mutating func edit(_ track: String, _ change: (inout [Segment]) -> Void) {
        for index in tracks.indices where tracks[index].id == track {
            change(&tracks[index].segments)
        }
    }

    /// Changes one segment, by its identity.
    mutating func editSegment(_ id: String, _ change: (inout Segment) -> Void) {
        for index in tracks.indices {
            for place in tracks[index].segments.indices
            where tracks[index].segments[place].id == id {
                change(&tracks[index].segments[place])
            }
        }
    }
}
