import Foundation
import Planning

/// What a sentence is made of, to be compared with others.
///
/// English is taken by words without their endings, Chinese by characters and pairs of them. Words
/// that mean the same here count as the same.
struct TellingParts {
    let parts: Set<String>

    init(_ sentence: String, language: EditLanguage) {
        switch language {
        case .english: parts = Self.words(of: sentence)
        case .chinese: parts = Self.characters(of: sentence)
        }
    }

    private static func words(of sentence: String) -> Set<String> {
        let all = sentence.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != ":" }
        return Set(all.map { meaning(of: String($0)) }).subtracting(fillers)
    }

    private static func meaning(of word: String) -> String {
        let stem = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
        if let same = synonyms[stem] { return same }
        return ColorNames.color(named: stem) == nil ? stem : "colour"
    }

    private static func characters(of sentence: String) -> Set<String> {
        var text = sentence.lowercased()
        for (word, same) in chineseSynonyms { text = text.replacing(word, with: same) }
        let all = text.filter { ($0.isLetter || $0.isNumber) && !"的了把吧请我想要".contains($0) }
            .map(String.init)
        return Set(all).union(zip(all, all.dropFirst()).map { $0 + $1 })
    }

    /// Words that say nothing about what is wanted.
    private static let fillers: Set = [
        "the", "a", "an", "to", "of", "in", "is", "it", "please", "and", "with", "my", "i", "want",
        "can", "you", "for", "thi", "this", "that", "be", "some", "make", "at", "on", "up", "so",
    ]

    private static let synonyms: [String: String] = {
        let groups: KeyValuePairs<String, String> = [
            "music": "song bgm soundtrack tune", "picture": "image photo slide scene shot",
            "title": "headline text word heading", "caption": "subtitle",
            "remove": "delete drop erase cut", "add": "insert put include new",
            "logo": "watermark sticker overlay icon",
            "vertical": "portrait tiktok reel short", "landscape": "widescreen youtube horizontal",
            "fast": "faster quick quicker speed", "slow": "slower slowly",
            "bigger": "big larger large huge", "smaller": "small tiny little",
            "louder": "loud volume", "quieter": "quiet softer soft",
            "brighter": "bright lighter darker dark", "longer": "long length duration",
            "shorter": "shorten trim", "crossfade": "blend transition between gradually",
            "zoom": "movement motion animate burn", "narration": "voice narrator voiceover",
            "colour": "color", "export": "download render", "bold": "font thick",
        ]
        return Dictionary(
            groups.flatMap { same, words in words.split(separator: " ").map { (String($0), same) }
            },
            uniquingKeysWith: { first, _ in first })
    }()

    private static let chineseSynonyms: [(String, String)] = [
        ("配乐", "音乐"), ("歌", "音乐"), ("照片", "图片"), ("画面", "图片"), ("抖音", "竖屏"),
        ("去掉", "删除"), ("移除", "删除"), ("删除", "删"), ("添加", "加"), ("文字", "标题"),
        ("音量", "大声"), ("声音太大", "小声"), ("声音太小", "大声"), ("动起来", "推近"), ("换成", "改成"),
        ("变成", "改成"), ("红", "黄"), ("蓝", "黄"), ("绿", "黄"), ("logo", "水印"), ("下载", "导出"),
    ]
}

/// How much parts tell: the rarer among the examples, the more.
struct PartWeights {
    private let weights: [String: Double]

    init(_ examples: [TellingParts]) {
        var counts: [String: Int] = [:]
        for part in examples.flatMap(\.parts) { counts[part, default: 0] += 1 }
        let all = Double(examples.count)
        weights = counts.mapValues { log(1 + all / Double($0)) }
    }

    /// Twice the shared weight over all weight: 1 for the same, 0 for nothing in common.
    func likeness(_ a: TellingParts, _ b: TellingParts) -> Double {
        let total = weight(a.parts) + weight(b.parts)
        return total == 0 ? 0 : 2 * weight(a.parts.intersection(b.parts)) / total
    }

    /// Parts of no example count nothing.
    ///
    /// Summed in order, so that equal sets weigh the same.
    private func weight(_ parts: Set<String>) -> Double {
        parts.compactMap { weights[$0] }.sorted().reduce(0, +)
    }
}
