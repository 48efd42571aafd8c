import Foundation
package import Planning

/// What became of a session between two looks at it.
package struct StateChange: Hashable, Sendable {
    /// nil where nobody looked before.
    package var before: SessionState?
    package var after: SessionState

    package init(before: SessionState?, after: SessionState) {
        self.before = before
        self.after = after
    }

    /// Whether anything is different: the timeline, its version, or the files.
    package var isChange: Bool {
        guard let before else { return after.draft != nil }
        let versions = (before.version, after.version)
        if let old = versions.0, let new = versions.1, old != new { return true }
        return before.draft != after.draft || before.files != after.files
    }

    /// The tracks that were and that are, in words.
    package var lines: [String] {
        let old = before?.timeline?.lines.dropFirst() ?? []
        guard let new = after.timeline else { return ["The timeline is empty now."] }
        let now = new.lines.dropFirst()
        var lines = old.filter { !now.contains($0) }.map { "- \(Self.trimmed($0))" }
        lines += now.filter { !old.contains($0) }.map { "+ \(Self.trimmed($0))" }
        if lines.isEmpty { lines = ["The tracks kept their names and times; details changed."] }
        return lines + [new.line]
    }

    private static func trimmed(_ line: String) -> String {
        line.trimmingCharacters(in: .whitespaces)
    }
}

extension SessionState {
    /// The timeline in words; nil where there is none that can be read.
    package var timeline: TimelineSummary? {
        guard let draft else { return nil }
        do {
            return TimelineSummary(try Draft(parsing: Array(JSONWriter.text(of: draft).utf8)))
        } catch {
            // A draft in words that we don't know still counts as changed.
            return nil
        }
    }

    /// Whether a track holds a segment: what an export needs.
    package var hasContent: Bool {
        let tracks = draft?.object?["t"]?.array ?? []
        return tracks.contains { $0.object?["sg"]?.array?.isEmpty == false }
    }
}

extension JSONValue {
    fileprivate var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }
}
