import Foundation
import Planning

/// What an edit must change in a draft, and nothing else; the form is told in `Corpus/README.md`.
struct DraftDiff {
    /// What a value has to be.
    enum Wanted {
        case exactly(JSONValue)
        /// Within 1 %.
        case near(Double)
        case anything

        init(_ value: JSONValue) {
            let members = value.members
            if members["any"] != nil {
                self = .anything
            } else if let number = members["~"]?.number {
                self = .near(number)
            } else {
                self = .exactly(value)
            }
        }

        func accepts(_ value: JSONValue?) -> Bool {
            switch self {
            case .anything: return true
            case .near(let number):
                guard let found = value?.number else { return false }
                return abs(found - number) <= abs(number) * 0.01
            case .exactly(let wanted):
                // Numbers are given with four decimals at most.
                guard let number = wanted.number else { return wanted == value }
                return value?.number.map { abs($0 - number) <= 0.000_5 } ?? false
            }
        }
    }

    /// A segment that must have come: on a track of this name, or on any track with this role.
    struct Segment {
        var track: String?
        var role: String?
        var leaves: [String: Wanted]

        func accepts(_ segment: FlatDraft.Added) -> Bool {
            guard track == nil || track == segment.track, role == nil || role == segment.role,
                segment.leaves.keys.allSatisfy({ leaves[$0] != nil })
            else { return false }
            return leaves.allSatisfy { $1.accepts(segment.leaves[$0]) }
        }
    }

    private var values: [(path: String, value: JSONValue)] = []
    private var segments: [Segment] = []

    init(_ json: JSONValue) {
        // Paths of wholes come before those of their parts.
        for (key, value) in json.members.sorted(by: { $0.key < $1.key }) {
            if key.hasPrefix("+") {
                let role = String(key.dropFirst())
                segments += value.items.map {
                    Segment(track: nil, role: role, leaves: $0.members.mapValues(Wanted.init))
                }
            } else if let plus = key.firstRange(of: "/+") {
                let track = String(key[..<plus.lowerBound])
                segments.append(
                    Segment(
                        track: track, role: nil, leaves: value.members.mapValues(Wanted.init)))
            } else {
                values.append((key, value))
            }
        }
    }

    /// Whether it leaves open all that it speaks of.
    var isFree: Bool {
        segments.isEmpty && values.allSatisfy { $0.value.members["any"] != nil }
    }

    /// Returns what differs from what must be, one line each; empty where `found` is right.
    func faults(from base: FlatDraft, to found: FlatDraft) -> [String] {
        let found = found.settingApart(replaced)
        let wanted = leaves(of: base)
        let free = values.filter { $0.value.members["any"] != nil }.map(\.path)
        func isFree(_ path: String) -> Bool {
            free.contains { path == $0 || path.hasPrefix("\($0)/") }
        }
        let paths = Set(wanted.keys).union(found.leaves.keys).filter { !isFree($0) }.sorted()
        let wrong = paths.filter { !(wanted[$0]?.accepts(found.leaves[$0]) ?? false) }
        return wrong.map {
            "\($0): must be \(Self.text(wanted[$0])), is \(Self.text(found.leaves[$0]))"
        } + segmentFaults(found.added.filter { !isFree($0.track) })
    }

    /// Segments that others take the place of, on the same track: the new one may keep the identity.
    private var replaced: Set<String> {
        let tracks = Set(segments.compactMap(\.track))
        return Set(
            values.filter { $0.value == .null }.map(\.path).filter { path in
                let parts = path.split(separator: "/")
                return parts.count == 2 && tracks.contains(String(parts[0]))
            })
    }

    /// The values that must be there afterwards.
    private func leaves(of base: FlatDraft) -> [String: Wanted] {
        var leaves = base.leaves.mapValues(Wanted.exactly)
        func clear(_ path: String) {
            for key in leaves.keys where key == path || key.hasPrefix("\(path)/") {
                leaves[key] = nil
            }
        }
        for (path, value) in values {
            clear(path)
            // "a/kb/from/z" takes the place of the word that stood at "a/kb".
            for end in path.indices where path[end] == "/" { leaves[String(path[..<end])] = nil }
            if value != .null { leaves[path] = Wanted(value) }
        }
        // A track that lost its last segment counts as gone.
        for track in base.tracks where !segments.contains(where: { $0.track == track }) {
            let isLeft = base.segments.contains { segment in
                segment.hasPrefix("\(track)/")
                    && leaves.keys.contains { $0.hasPrefix("\(segment)/") }
            }
            if !isLeft { clear(track) }
        }
        return leaves
    }

    private func segmentFaults(_ found: [FlatDraft.Added]) -> [String] {
        var left = found
        var faults: [String] = []
        for segment in segments {
            if let index = left.firstIndex(where: segment.accepts) {
                left.remove(at: index)
            } else {
                faults.append(
                    "new on \(segment.track ?? segment.role ?? ""): must be "
                        + Self.text(segment.leaves.mapValues { Self.text($0) }))
            }
        }
        return faults + left.map { "new on \($0.track): is \(Self.text($0.leaves))" }
    }

    private static func text(_ leaves: [String: JSONValue]) -> String {
        text(leaves.mapValues { text($0) })
    }

    private static func text(_ leaves: [String: String]) -> String {
        leaves.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    private static func text(_ value: JSONValue?) -> String { value.map(JSONWriter.text) ?? "gone" }

    private static func text(_ wanted: Wanted?) -> String {
        switch wanted {
        case nil: "gone"
        case .anything: "anything"
        case .near(let number): "about \(number)"
        case .exactly(let value): text(value)
        }
    }
}
