import Foundation

/// The words of a sentence outside quotes, for telling what it is for.
struct IntentWords {
    private let words: [String]
    private let signs: String

    init(_ sentence: String) {
        let plain = Self.withoutQuotes(String(sentence.prefix(Lexer.longest))).lowercased()
        words = plain.split {
            !($0.isLetter || $0.isNumber || $0 == "'") || PhraseFinder.isIdeograph($0)
        }
        .map(String.init)
        signs = plain
    }

    func asksFor(_ intent: UserIntent) -> Bool {
        guard let cues = Self.cues[intent] else { return false }
        return cues.english.contains(where: hasPhrase) || cues.chinese.contains(where: hasSigns)
    }

    private struct Cues {
        var english: [String]
        var chinese: [String]
    }

    private static let cues: [UserIntent: Cues] = [
        .export: Cues(
            english: [
                "export", "download", "render", "send me the video", "send me the film",
                "send me the movie", "give me the video", "save the video", "give me the file",
            ],
            chinese: ["导出", "下载", "渲染", "出片", "把视频发给我", "发我视频", "给我视频"]),
        .credits: Cues(
            english: ["credits", "credit", "balance", "how many left"],
            chinese: ["积分", "余额", "点数"]),
        .status: Cues(
            english: [
                "status", "show tracks", "show the tracks", "show me the tracks",
                "show the timeline", "show me the timeline", "what do we have", "show timeline",
                "what have we got", "show me what we have", "what is on the timeline",
                "what's on the timeline", "what is in the video", "what's in the video",
                "list the tracks", "list tracks",
            ],
            chinese: [
                "状态", "显示轨道", "查看轨道", "看看轨道", "显示时间线", "现在什么样", "查看时间线", "现在有什么",
                "有哪些轨道",
            ]),
        .upload: Cues(
            english: ["upload", "uploads", "upload a file"], chinese: ["上传"]),
    ]

    /// Words beside a cue that make something else of it.
    private static let strangers: [String: Set<String>] = [
        "credits": ["end", "closing", "rolling", "opening", "film", "movie", "final", "scrolling"],
        "credit": ["photo", "image", "picture", "photographer"],
        "balance": ["color", "colour", "white", "sound", "audio", "the"],
    ]

    /// Longer Chinese words that hold a cue.
    private static let compounds = [
        "状态栏", "状态条", "状态机", "下载站", "下载页", "下载量", "上传者", "上传时间", "积分榜", "积分商城", "余额宝", "渲染图",
        "渲染器", "渲染风格", "导出口",
    ]

    private func hasPhrase(_ phrase: String) -> Bool {
        let wanted = phrase.split(separator: " ").map(String.init)
        guard words.count >= wanted.count else { return false }
        return (0...(words.count - wanted.count)).contains { start in
            guard Array(words[start..<start + wanted.count]) == wanted else { return false }
            let near = Set(
                [start - 1, start + wanted.count].filter(words.indices.contains).map { words[$0] })
            return Self.strangers[phrase].map { near.isDisjoint(with: $0) } ?? true
        }
    }

    private func hasSigns(_ phrase: String) -> Bool {
        guard signs.contains(phrase) else { return false }
        let rest = Self.compounds.reduce(signs) { $0.replacing($1, with: "") }
        return rest.contains(phrase)
    }

    /// The sentence with its quoted parts left out.
    static func withoutQuotes(_ sentence: String) -> String {
        var plain = ""
        var closing: Character?
        let characters = Array(sentence)
        for (index, character) in characters.enumerated() {
            if let end = closing {
                if character == end { closing = nil }
                continue
            }
            if let end = Lexer.quotes[character], end != "'" || isOpening(characters, index),
                characters[(index + 1)...].contains(end)
            {
                closing = end
                plain += " "
            } else {
                plain.append(character)
            }
        }
        return plain
    }

    /// Whether the apostrophe at `index` opens a quote.
    private static func isOpening(_ characters: [Character], _ index: Int) -> Bool {
        index == 0 || !characters[index - 1].isLetter
    }
}
