import Foundation
import Planning

/// A draft as the program writes it, one value a path: `pictures/robot/kb/to/z`.
///
/// Segments that `base` does not have stand apart, because their identities are made up. Values
/// that say the same as their absence (no fade, no loop, not muted) and tracks without segments
/// are left out.
struct FlatDraft {
    /// A segment that is new: where it lies, and its values by paths from the segment on.
    struct Added {
        var track: String
        var role: String?
        var leaves: [String: JSONValue]
    }

    private(set) var leaves: [String: JSONValue] = [:]
    private(set) var added: [Added] = []
    /// The paths of the tracks and of the known segments, as `pictures` and `pictures/robot`.
    private(set) var tracks: [String] = []
    private(set) var segments: [String] = []

    /// - Parameters: base: the draft before the edit; nil where `draft` is that draft.
    init(_ draft: Draft, since base: FlatDraft? = nil) throws {
        let root = try JSONDocument(parsing: Array(draft.text.utf8)).root.members
        add(root["m"], at: "m")
        add(root["d"], at: "d")
        for track in root["t"]?.items ?? [] { add(track: track.members, since: base) }
        for transition in root["tr"]?.items ?? [] { add(transition: transition.members) }
    }

    private mutating func add(track: [String: JSONValue], since base: FlatDraft?) {
        let id = track["id"]?.string ?? ""
        let segments = track["sg"]?.items ?? []
        guard !segments.isEmpty else { return }
        if base == nil || base?.tracks.contains(id) == true {
            tracks.append(id)
            for (key, value) in track where key != "sg" && key != "id" {
                add(value, at: "\(id)/\(key)")
            }
        }
        for segment in segments {
            let path = "\(id)/\(segment.members["id"]?.string ?? "")"
            if base == nil || base?.segments.contains(path) == true {
                self.segments.append(path)
                for (key, value) in segment.members where key != "id" {
                    add(value, at: "\(path)/\(key)")
                }
            } else {
                var leaves: [String: JSONValue] = [:]
                for (key, value) in segment.members where key != "id" && key != "n" {
                    Self.flatten(value, at: key, into: &leaves)
                }
                let role = track["m"]?.members["role"]?.string
                added.append(Added(track: id, role: role, leaves: leaves))
            }
        }
    }

    /// The same with the segments at `paths` among those that are new.
    func settingApart(_ paths: Set<String>) -> FlatDraft {
        var copy = self
        for path in paths where segments.contains(path) {
            let own = leaves.filter { $0.key.hasPrefix("\(path)/") && $0.key != "\(path)/n" }
            copy.leaves = copy.leaves.filter { !$0.key.hasPrefix("\(path)/") }
            let relative = own.map { (String($0.key.dropFirst(path.count + 1)), $0.value) }
            copy.added.append(
                Added(
                    track: path.split(separator: "/").first.map(String.init) ?? path,
                    leaves: Dictionary(uniqueKeysWithValues: relative)))
        }
        return copy
    }

    private mutating func add(transition: [String: JSONValue]) {
        let cut = "tr/\(transition["a"]?.string ?? "")>\(transition["b"]?.string ?? "")"
        add(transition["k"], at: "\(cut)/k")
        add(transition["d"] ?? .number(JSONNumber(500)), at: "\(cut)/d")
    }

    private mutating func add(_ value: JSONValue?, at path: String) {
        if let value { Self.flatten(value, at: path, into: &leaves) }
    }

    /// Keys whose zero or false says as much as no key.
    private static let idle: Set = ["fi", "fo", "ss", "loop", "mute", "hidden"]

    static func flatten(
        _ value: JSONValue, at path: String, into leaves: inout [String: JSONValue]
    ) {
        switch value {
        case .object(let object):
            for key in object.keys {
                if let node = object[key] {
                    flatten(node.value, at: "\(path)/\(key)", into: &leaves)
                }
            }
        case .array(let nodes):
            for (index, node) in nodes.enumerated() {
                flatten(node.value, at: "\(path)/\(index)", into: &leaves)
            }
        default:
            let key = path.split(separator: "/").last.map(String.init) ?? path
            let isIdle = value == .bool(false) || value.number == 0
            if !(isIdle && idle.contains(key)) { leaves[path] = value }
        }
    }
}
