import Foundation

extension Draft {
    /// Keys of the root that list uploaded and generated files.
    static let uploadLists = ["video_infos", "generated_media"]

    /// Returns the source of the listed file that is called `name`, and where it is listed.
    ///
    /// An entry's name is its `filename`, its source the first of `cdn_url`, `url` and `path`.
    func upload(named name: String) -> (source: String, place: DraftPlace)? {
        for list in Self.uploadLists {
            guard let node = unknown[list] else { continue }
            for (step, entry) in Self.entries(of: node) {
                guard case .object(let file) = entry.value,
                    file["filename"]?.value == .string(name)
                else { continue }
                for key in ["cdn_url", "url", "path"] {
                    guard let node = file[key], case .string(let source) = node.value else {
                        continue
                    }
                    let place = DraftPlace(
                        pointer: "/\(list)/\(step)/\(key)", line: Int(node.line),
                        column: Int(node.column))
                    return (source, place)
                }
            }
        }
        return nil
    }

    /// Returns the source of `segment`: its own, or that of the listed file with its name.
    package func source(of segment: Segment) -> String? {
        segment.source ?? segment.name.flatMap(upload(named:))?.source
    }

    /// The members of an array or an object, with their steps in a JSON Pointer.
    private static func entries(of node: JSONNode) -> [(step: String, node: JSONNode)] {
        switch node.value {
        case .array(let nodes): nodes.enumerated().map { (String($0.offset), $0.element) }
        case .object(let object):
            object.keys.compactMap { key in
                object[key].map { (JSONPointer.escape(key), $0) }
            }
        default: []
        }
    }
}
