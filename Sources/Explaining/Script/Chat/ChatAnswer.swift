import Chatting
import Foundation
import Inspecting
import Planning

/// Checks what a language model answered and makes a storyboard of it.
struct ChatAnswer {
    private let request: ScriptRequest
    private let pictures: [Known]

    init(for request: ScriptRequest) {
        self.request = request
        pictures = request.pictures.enumerated().map { Known($1, index: $0) }
    }

    /// The storyboard that `content` describes.
    ///
    /// - Throws: `ScriptError` with the first thing that is wrong, `ChatError` where it is no JSON.
    func storyboard(from content: String) throws -> Storyboard {
        let root = try ChatCompletion.json(in: content, from: ChatScriptWriter.name)
        guard let object = root.object else { throw wrong("it is no JSON object") }
        let title = try text(object["title"], "title", longest: 120)
        let language = try language(object["language"])
        guard let nodes = object["beats"]?.array, (2...40).contains(nodes.count) else {
            throw wrong("it needs 2 to 40 beats")
        }
        let visuals = ChatVisuals(
            wording: language.hasPrefix("zh") ? ChineseWording() : EnglishWording(),
            request: request, pictures: pictures)
        let beats = try nodes.enumerated().map { index, node in
            try beat(node, number: index + 1, visuals)
        }
        guard beats.reduce(0, { $0 + $1.sentences.count }) <= 120 else {
            throw wrong("it has more than 120 sentences")
        }
        return Storyboard(title: title, language: language, beats: beats)
    }

    private func language(_ node: JSONNode?) throws -> String {
        guard let asked = request.language else {
            let own = node?.string ?? Intent(reading: request.sentence).language ?? "en"
            guard own.count <= 20, own.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") })
            else { throw wrong("its language is no tag") }
            return Self.tag(own)
        }
        return Self.tag(asked)
    }

    private static func tag(_ language: String) -> String {
        let lower = language.lowercased()
        return lower.hasPrefix("zh") ? "zh-Hans" : lower.hasPrefix("en") ? "en" : language
    }

    private func beat(_ node: JSONNode, number: Int, _ visuals: ChatVisuals) throws -> Beat {
        guard let object = node.object else { throw wrong("beat \(number) is no object") }
        guard let nodes = object["sentences"]?.array, (1...6).contains(nodes.count) else {
            throw wrong("beat \(number) needs 1 to 6 sentences")
        }
        let sentences = try nodes.map {
            Beat.Sentence(try text($0, "a sentence of beat \(number)", longest: 240))
        }
        let rank = object["rank"].map(\.integer) ?? 0
        guard let rank, (0...5).contains(rank) else {
            throw wrong("the rank of beat \(number) is no number from 0 to 5")
        }
        let index = object["picture"].map(\.integer) ?? 0
        guard let index, pictures.indices.contains(index) else {
            throw wrong("beat \(number) names a picture that isn't there")
        }
        let words = ChatVisuals.Words(
            kicker: try optional(object["kicker"], "kicker"),
            title: try optional(object["title"], "title"),
            label: try optional(object["label"], "label"), x: try share(object["x"], number),
            y: try share(object["y"], number))
        guard let kind = object["visual"]?.string,
            let visual = visuals.visual(kind, of: pictures[index], words, sentences)
        else { throw wrong("beat \(number) has no visual of the list") }
        return Beat(
            id: "beat-\(number)", sentences: sentences, visual: visual, leastDuration: 2500,
            rank: number == 1 ? 0 : rank)
    }

    private func share(_ node: JSONNode?, _ number: Int) throws -> Double? {
        guard let node else { return nil }
        guard let value = node.double, (0...1).contains(value) else {
            throw wrong("a place of beat \(number) is no number from 0 to 1")
        }
        return value
    }

    private func optional(_ node: JSONNode?, _ name: String) throws -> String? {
        guard let node, node.string != "", node.value != .null else { return nil }
        return try text(node, name, longest: 80)
    }

    /// A text that may be shown and spoken.
    private func text(_ node: JSONNode?, _ name: String, longest: Int) throws -> String {
        guard let text = node?.string?.trimmingCharacters(in: .whitespacesAndNewlines),
            text.contains(where: { $0.isLetter || $0.isNumber })
        else { throw wrong("\(name) is missing or empty") }
        guard text.count <= longest else {
            throw wrong("\(name) is longer than \(longest) characters")
        }
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            let category = scalar.properties.generalCategory
            return category != .control && category != .format
                && !"<>{}`\\|".unicodeScalars.contains(scalar)
        }
        guard isClean, !text.contains("://") else { throw wrong("\(name) holds markup") }
        for known in pictures {
            if let claim = ForbiddenClaims.first(in: text, verdict: known.verdict) {
                throw wrong("it claims \"\(claim)\", which the files don't carry")
            }
        }
        return text
    }

    private func wrong(_ what: String) -> ScriptError {
        ScriptError("The script model's answer can't be used: \(what).")
    }
}
