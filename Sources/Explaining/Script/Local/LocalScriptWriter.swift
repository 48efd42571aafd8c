import Foundation
import Inspecting

/// Writes scripts from built-in sentences; it needs no network and the same request gives the same
/// storyboard.
package struct LocalScriptWriter: ScriptWriter {
    package init() {}

    package func material(for request: ScriptRequest) throws -> Storyboard {
        guard !request.pictures.isEmpty else {
            throw ScriptError("There is no picture to explain; name at least one.")
        }
        let own = request.ownText.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        if let own {
            guard own.contains(where: { $0.isLetter || $0.isNumber }) else {
                throw ScriptError("The script has no words; write at least one sentence.")
            }
            return OwnTextScript(request, text: own, isSentence: false).storyboard()
        }
        let intent = Intent(reading: request.sentence)
        if intent.isOwnText {
            return OwnTextScript(request, text: request.sentence, isSentence: true).storyboard()
        }
        return explanation(request, intent)
    }

    private func explanation(_ request: ScriptRequest, _ intent: Intent) -> Storyboard {
        var notices: [String] = []
        let wording = wording(for: request.language ?? intent.language ?? "en", &notices)
        let known = request.pictures.enumerated().map { Known($1, index: $0) }
        let topics = topics(request, intent, known, &notices)
        let subject = topics.contains { $0.isAboutAI } ? known.first(where: \.concernsAI) : nil
        let words = request.sentence.trimmingCharacters(in: .whitespacesAndNewlines)
        // A longer line that names no topic is a request in words that are not understood, hardly a
        // title.
        let isShort = words.split(separator: " ").count <= 6 && words.count <= 40
        let isTitle = intent.topics.isEmpty && !intent.isRequest && !words.isEmpty && isShort
        let telling = Telling(
            request: request, topics: topics, pictures: known, subject: subject ?? known[0],
            ownTitle: isTitle ? RecordedName.shown(words) : nil)
        var storyboard = TopicScript(telling, wording: wording).storyboard()
        storyboard.notices = notices
        return storyboard
    }

    private func wording(for language: String, _ notices: inout [String]) -> any Wording {
        let tag = language.lowercased().replacingOccurrences(of: "_", with: "-")
        let parts = tag.split(separator: "-")
        switch parts.first {
        case "en": return EnglishWording()
        case "zh", "cmn":
            if parts.contains("hant") || parts.contains("tw") || parts.contains("hk") {
                notices.append(
                    "There is no script in traditional characters; simplified ones are used.")
            }
            return ChineseWording()
        default:
            notices.append(
                "There is no built-in script in \"\(tag.prefix(20))\", so English is used. "
                    + "Give your own text with --script FILE to use another language.")
            return EnglishWording()
        }
    }

    /// What is asked for; else what the facts suggest.
    private func topics(
        _ request: ScriptRequest, _ intent: Intent, _ pictures: [Known],
        _ notices: inout [String]
    ) -> [Topic] {
        if !intent.topics.isEmpty { return intent.topics }
        let isAbout = pictures.contains(where: \.isDeclaredAI)
        if intent.isRequest {
            notices.append(
                "There is no built-in script for this request, so "
                    + (isAbout ? "AI images and this picture are" : "the picture itself is")
                    + " explained. For another subject give your own text with --script FILE, "
                    + "or choose a script model.")
        }
        return isAbout ? [.whatIsIt, .howCreated, .howToTell] : [.thisPicture]
    }
}
