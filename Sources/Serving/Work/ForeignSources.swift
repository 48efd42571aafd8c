package import Planning

/// What a draft that came from elsewhere names and may not: files outside of its own folder.
///
/// Nothing is looked at on disk. A client can make no links, so the words tell.
package struct ForeignSources: Hashable, Sendable {
    /// Each with its place in the draft, and what to do.
    package private(set) var problems: [String] = []

    /// Looks at whatever is called `src` or `voice` in `draft`, wherever it stands.
    ///
    /// The draft is one that was read and written again: what a segment's `m` said is then filled in
    /// where the segment said nothing itself, and means nothing more.
    package init(in draft: JSONNode) { walk(draft, at: "") }

    private mutating func walk(_ node: JSONNode, at pointer: String) {
        for (index, item) in (node.array ?? []).enumerated() {
            walk(item, at: "\(pointer)/\(index)")
        }
        guard let object = node.object else { return }
        for key in object.keys where key != "m" || pointer.isEmpty {
            guard let value = object[key] else { continue }
            let place = "\(pointer)/\(key)"
            if let text = value.string, Self.isForeign(text, as: key) {
                problems.append(
                    "\(place): \(JSONWriter.quoted(text)) is no file of this session. Upload it "
                        + "and name it as the state does.")
            }
            walk(value, at: place)
        }
    }

    private static func isForeign(_ value: String, as key: String) -> Bool {
        switch key {
        case "src": leadsOut(value)
        // The one voice that is a file.
        case "voice": value.lowercased().hasPrefix("piper:") && leadsOut(String(value.dropFirst(6)))
        default: false
        }
    }

    private static func leadsOut(_ path: String) -> Bool {
        path.hasPrefix("/") || path.hasPrefix("~") || path.contains("\0")
            || path.split(separator: "/").contains("..")
    }
}
