import Foundation
import Inspecting

/// Makes visuals of the kinds that a language model named; what they show comes from the files.
struct ChatVisuals {
    let wording: any Wording
    let request: ScriptRequest
    let pictures: [Known]

    /// What the model gave for a beat; each may be missing.
    struct Words {
        var kicker: String?
        var title: String?
        var label: String?
        var x: Double?
        var y: Double?
    }

    /// The visual of a kind, nil for a kind that is not known.
    ///
    /// A kind that the picture has no facts for becomes the picture itself.
    func visual(
        _ kind: String, of known: Known, _ words: Words, _ sentences: [Beat.Sentence]
    ) -> Visual? {
        let plain = Visual.picture(known.index, label: words.label)
        switch kind {
        case "hook":
            let title = words.title ?? OwnTextScript.title(from: sentences.first?.text ?? "")
            return .hook(picture: known.index, kicker: words.kicker ?? "", title: title)
        case "picture": return plain
        case "noising": return built(.what, known, sentences) ?? plain
        case "denoising": return built(.denoise, known, sentences) ?? plain
        case "prompt": return known.prompt == nil ? plain : built(.prompt, known, sentences)
        case "facts": return built(.record, known, sentences) ?? plain
        case "pixels": return built(.pixels, known, sentences) ?? plain
        case "palette": return built(.colours, known, sentences) ?? plain
        case "spotlight":
            let place = known.place(0)
            return .spotlight(
                picture: known.index, x: words.x ?? place.x, y: words.y ?? place.y,
                kicker: words.kicker ?? "", heading: words.title ?? words.label ?? "",
                badge: wording.badge(known))
        case "end":
            return .end(
                picture: known.index, takeaway: words.title ?? sentences.last?.text ?? "")
        default: return nil
        }
    }

    private func built(_ part: Part, _ known: Known, _ sentences: [Beat.Sentence]) -> Visual? {
        let telling = Telling(
            request: request, topics: [.thisPicture], pictures: pictures, subject: known,
            ownTitle: nil)
        return TopicScript(telling, wording: wording).visual(of: part, sentences)
    }
}
