import Foundation
import Inspecting
import Planning

/// Puts pictures to the user's own text; not a word of it is changed.
struct OwnTextScript {
    private let request: ScriptRequest
    private let text: String

    /// The longest speech that is kept, in milliseconds.
    private let limit: Int

    /// `isSentence`: the text came where a request was expected, so that a very long one is
    /// probably not meant to be read out whole.
    init(_ request: ScriptRequest, text: String, isSentence: Bool) {
        self.request = request
        self.text = text
        limit = isSentence ? 120_000 : 600_000
    }

    func storyboard() -> Storyboard {
        var notices: [String] = []
        let sentences = sentences(&notices)
        let groups = groups(of: sentences)
        let known = request.pictures.enumerated().map { Known($1, index: $0) }
        let beats = groups.enumerated().map { index, group in
            Beat(
                id: "text-\(index + 1)", sentences: group.map { Beat.Sentence($0) },
                visual: visual(index, of: groups.count, group, known), leastDuration: 2500)
        }
        let title = Self.title(from: sentences.first ?? "")
        var storyboard = Storyboard(
            title: title.replacingOccurrences(of: "\n", with: " "), language: language,
            beats: beats)
        storyboard.isVerbatim = true
        storyboard.notices = notices
        return storyboard
    }

    private var language: String {
        if let language = request.language {
            let tag = language.lowercased()
            return tag.hasPrefix("zh") ? "zh-Hans" : tag.hasPrefix("en") ? "en" : language
        }
        return Self.language(ofScriptIn: text) ?? Intent(reading: text).language ?? "en"
    }

    /// The commonest language of a script that only few languages use; nil for Latin and Han.
    private static func language(ofScriptIn text: String) -> String? {
        let ranges: [(ClosedRange<UInt32>, String)] = [
            (0x0370...0x03FF, "el"), (0x0400...0x052F, "ru"), (0x0590...0x05FF, "he"),
            (0x0600...0x06FF, "ar"), (0x0900...0x097F, "hi"), (0x0E00...0x0E7F, "th"),
            (0x3040...0x30FF, "ja"), (0xAC00...0xD7AF, "ko"),
        ]
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        return ranges.first { range, language in
            let count = letters.count { range.contains($0.value) }
            // Japanese mixes kana with Han: a fifth of kana tells it.
            return count * (language == "ja" ? 5 : 2) > letters.count
        }?.1
    }

    private var isChinese: Bool { language.hasPrefix("zh") }

    /// The sentences that fit the limit; a notice where some do not.
    private func sentences(_ notices: inout [String]) -> [String] {
        // Read no more than can be spoken in the limit, however long the text is.
        let start = String(text.prefix(limit / 20))
        let all = SentenceSplitter.sentences(of: start).flatMap(short)
        let longest = max(limit, request.duration ?? 0)
        var length = 0
        let kept = all.prefix { sentence in
            length += SpeakingTime.estimate(sentence, language: language) + 400
            return length <= longest
        }
        guard kept.count < all.count || start.count < text.count else { return all }
        notices.append(
            "The text is too long for a video; its first \(max(kept.count, 1)) sentences are "
                + "used, about \(min(length, longest) / 1000) s.")
        return kept.isEmpty ? Array(all.prefix(1)) : Array(kept)
    }

    /// Cuts a sentence that no caption holds, at commas where there are some.
    private func short(_ sentence: String) -> [String] {
        let longest = isChinese ? 60 : 220
        guard sentence.count > longest else { return [sentence] }
        var pieces: [String] = []
        var rest = Substring(sentence)
        while rest.count > longest {
            let head = rest.prefix(longest)
            let cut =
                head.lastIndex { "，,;；、:：".contains($0) }
                ?? head.lastIndex(where: \.isWhitespace) ?? head.index(before: head.endIndex)
            pieces.append(String(rest[...cut]).trimmingCharacters(in: .whitespaces))
            rest = rest[rest.index(after: cut)...]
        }
        pieces.append(String(rest).trimmingCharacters(in: .whitespaces))
        return pieces.filter { !$0.isEmpty }
    }

    /// One to three sentences a beat: about six seconds.
    private func groups(of sentences: [String]) -> [[String]] {
        var groups: [[String]] = []
        var length = 0
        for sentence in sentences {
            let time = SpeakingTime.estimate(sentence, language: language)
            if let last = groups.last, last.count < 3, length + time <= 6500 {
                groups[groups.count - 1] = last + [sentence]
                length += time
            } else {
                groups.append([sentence])
                length = time
            }
        }
        return groups
    }

    private func visual(
        _ index: Int, of count: Int, _ group: [String], _ pictures: [Known]
    ) -> Visual {
        let known = pictures[index % pictures.count]
        if index == 0 {
            return .hook(
                picture: known.index, kicker: "", title: Self.title(from: group.first ?? ""))
        }
        let last = group.last ?? ""
        if index == count - 1, last.count <= (isChinese ? 28 : 90) {
            return .end(picture: known.index, takeaway: last)
        }
        switch index % 4 {
        case 2:
            let place = known.place(index / 4)
            return .spotlight(
                picture: known.index, x: place.x, y: place.y, kicker: "", heading: "", badge: nil)
        case 0 where pictures.count == 1:
            return palette(known) ?? .picture(known.index, label: nil)
        default: return .picture(known.index, label: nil)
        }
    }

    private func palette(_ known: Known) -> Visual? {
        guard let swatches = known.measures?.palette, !swatches.isEmpty else { return nil }
        return .palette(
            picture: known.index, kicker: "",
            swatches: swatches.prefix(6).map { swatch in
                .init(
                    hex: swatch.hex, label: isChinese ? swatch.chineseName : swatch.name,
                    share: swatch.share)
            })
    }

    /// The first words of the text, six at most, or twelve Han characters.
    static func title(from sentence: String) -> String {
        let bare = sentence.trimmingCharacters(in: CharacterSet(charactersIn: " .。!！,，;；:："))
        if bare.unicodeScalars.contains(where: \.properties.isIdeographic) {
            let clause = bare.prefix { !"，,；;：:。".contains($0) }
            return clause.count <= 14 ? String(clause) : clause.prefix(12) + "…"
        }
        let words = bare.split(whereSeparator: \.isWhitespace).map { $0.prefix(24) }
        let short = words.prefix(6).joined(separator: " ")
        return words.count <= 6
            ? short : short.trimmingCharacters(in: .punctuationCharacters) + " …"
    }
}
