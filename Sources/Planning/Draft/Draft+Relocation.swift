import Foundation

extension Draft {
    /// Returns the draft as it has to be in another folder, from which `way` leads to this one's,
    /// such as `../`: it shows and plays the same files.
    package func relocated(by way: String) -> Draft {
        var draft = self
        for track in draft.tracks.indices {
            for index in draft.tracks[track].segments.indices {
                draft.tracks[track].segments[index].relocate(by: way)
            }
        }
        for list in Self.uploadLists {
            guard let node = unknown[list] else { continue }
            draft.unknown.set(list, Self.relocated(uploads: node, by: way))
        }
        return draft
    }

    /// Entries of an array or an object.
    private static func relocated(uploads node: JSONNode, by way: String) -> JSONNode {
        switch node.value {
        case .array(let entries): JSONNode(.array(entries.map { relocated(upload: $0, by: way) }))
        case .object(let entries):
            JSONNode(
                .object(
                    .build { object in
                        for key in entries.keys {
                            guard let entry = entries[key] else { continue }
                            object.set(key, relocated(upload: entry, by: way))
                        }
                    }))
        default: node
        }
    }

    private static func relocated(upload node: JSONNode, by way: String) -> JSONNode {
        guard case .object(var file) = node.value else { return node }
        for key in ["cdn_url", "url", "path"] {
            guard case .string(let source)? = file[key]?.value else { continue }
            file.set(key, JSONNode(.string(relocated(source, by: way))))
        }
        return JSONNode(.object(file))
    }

    /// Absolute paths and addresses stay.
    fileprivate static func relocated(_ source: String, by way: String) -> String {
        let isFixed = source.isEmpty || source.hasPrefix("/") || PlanWalk.hasScheme(source)
        return isFixed ? source : way + source
    }
}

extension Draft.Segment {
    fileprivate mutating func relocate(by way: String) {
        source = source.map { Draft.relocated($0, by: way) }
        for index in effects.indices where effects[index].kind == .lut {
            guard case .string(let table)? = effects[index].settings["src"]?.value else { continue }
            effects[index].settings.set("src", JSONNode(.string(Draft.relocated(table, by: way))))
        }
    }
}
