import Foundation
import Planning
import VideoAPI

/// Turns a draft that came over HTTP into one whose sources all lie in its session.
struct DraftIntake {
    let uploads: [StoredUpload]

    /// Returns the draft with each source as `assets/NAME`.
    ///
    /// - Throws: `badRequest` with the place of what is wrong.
    func draft(_ node: JSONNode) throws(APIFailure) -> Draft {
        let text: String
        switch node.value {
        case .object(let object): text = CompactJSON.text(of: object)
        case .string(let quoted): text = quoted
        default:
            throw APIFailure(.badRequest, "\"draft\" has to be an object, or its text")
        }
        var draft: Draft
        do {
            draft = try Draft(parsing: Array(text.utf8))
        } catch {
            throw APIFailure(.badRequest, DraftWords.text(error, of: "the draft"))
        }
        guard draft.tracks.contains(where: { !$0.segments.isEmpty }) else {
            throw APIFailure(.badRequest, "the draft has nothing to show; ask for content first")
        }
        try settle(&draft)
        return draft
    }

    private func settle(_ draft: inout Draft) throws(APIFailure) {
        for track in draft.tracks.indices {
            for index in draft.tracks[track].segments.indices {
                let place = "/t/\(track)/sg/\(index)"
                // Lists of uploads in the draft are its own words; they are looked up once, here.
                if let source = draft.source(of: draft.tracks[track].segments[index]) {
                    draft.tracks[track].segments[index].source =
                        try settled(source, "\(place)/src")
                }
                try settle(&draft.tracks[track].segments[index].effects, place)
            }
        }
        draft.unknown.remove("video_infos")
        draft.unknown.remove("generated_media")
    }

    private func settle(
        _ effects: inout [Draft.Effect], _ place: String
    ) throws(APIFailure) {
        for index in effects.indices {
            guard let source = effects[index].settings["src"] else { continue }
            let place = "\(place)/fx/\(index)/src"
            guard let text = source.string else {
                throw APIFailure(.badRequest, "the draft at \(place): a source has to be a text")
            }
            effects[index].settings.set(
                "src", JSONNode(.string(try settled(text, place))))
        }
    }

    /// Returns `source` as a path inside the session's folder.
    private func settled(_ source: String, _ place: String) throws(APIFailure) -> String {
        if source.hasPrefix("assets/"), Self.isPlain(source) { return source }
        if let upload = upload(at: source) { return upload.source }
        let named = uploads.filter { $0.name == source || $0.original == source }
        if named.count == 1 { return named[0].source }
        throw APIFailure(
            .badRequest,
            "the draft at \(place): the source is no file of this session; "
                + "upload it and name it as the state does")
    }

    /// The upload whose link this is.
    private func upload(at link: String) -> StoredUpload? {
        guard let url = URLComponents(string: link), url.scheme == "http" || url.scheme == "https",
            RequestGate.isLoopback(origin: link.components(separatedBy: "/files/")[0])
        else { return nil }
        let steps = url.path.split(separator: "/")
        guard steps.count == 3, steps[0] == "files" else { return nil }
        return uploads.first { $0.id == steps[1] }
    }

    private static func isPlain(_ path: String) -> Bool {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        return path.utf8.count <= 1024
            && !path.unicodeScalars.contains { $0.value < 32 || $0 == "\\" }
            && steps.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    }
}
