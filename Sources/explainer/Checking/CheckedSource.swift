import Foundation
import Media
import Planning

/// One file of a check: what it is, and where and how it is used.
struct CheckedSource {
    /// The absolute path, or what stands in the draft where that is no file.
    var path: String

    /// As it is called in the report.
    var name: String

    /// Nil where it can't be used at all.
    var file: InspectedFile?

    /// The places of the draft that use it; none where the file itself was named.
    var mentions: [SourceMention] = []

    /// Why it can't be used.
    var problem: String?

    /// Whether it can be used wherever it is named.
    var isGood: Bool { problem == nil && mentions.allSatisfy { $0.problem == nil } }

    /// The files of `mentions`, each once, in the order in which they come up first.
    static func list(
        _ mentions: [SourceMention], _ found: [String: InspectedFile], folder: String
    ) -> [CheckedSource] {
        var sources: [CheckedSource] = []
        var indices: [String: Int] = [:]
        for mention in mentions {
            if let index = indices[mention.path] {
                sources[index].mentions.append(mention)
                continue
            }
            indices[mention.path] = sources.count
            let isInside = mention.path.hasPrefix(folder + "/")
            sources.append(
                CheckedSource(
                    path: mention.path,
                    name: isInside
                        ? String(mention.path.dropFirst(folder.count + 1)) : mention.path,
                    file: found[mention.path], mentions: [mention]))
        }
        return sources
    }
}
