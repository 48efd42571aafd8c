import Editing
import Foundation
import Planning

extension Agent {
    /// Puts the uploads on the timeline and does what the message asks, where it is an edit of that.
    ///
    /// The first sentence of a session may well be "add a title": then nobody wants an explainer.
    ///
    /// - Returns: nil where it is no such edit; nothing was changed then.
    func editPlaced(
        _ uploads: [StoredUpload], _ message: AgentMessage, _ words: AgentWords
    ) throws -> String? {
        let files = uploads.map { (source: $0.source, media: ProjectMedia($0)) }
        guard !ExplainingWish.isIn(message.text),
            let placed = Draft.showing(files, id: message.session.id)
        else { return nil }
        let reply = EditEngine(material: SessionMaterial(uploads))
            .reply(to: message.text, draft: placed.draft)
        guard reply.question == nil, let edited = reply.draft, edited != placed.draft else {
            return nil
        }
        let first = try store.commitDraft(
            session: message.session.id, base: 0, text: placed.draft.text, sentence: "",
            changes: placed.changes, now: Date())
        return try edit(reply, edited, base: first.version, message, words)
    }
}

extension ProjectMedia {
    init(_ upload: StoredUpload) {
        let length = Int(((upload.facts.duration ?? 0) * 1000).rounded())
        self =
            switch upload.facts.kind {
            case .image: .still
            case .video where length > 0: .film(milliseconds: length)
            case .audio where length > 0: .sound(milliseconds: length)
            case .video, .audio: .unusable(reason: "it has no length")
            }
    }
}
