import Explaining
import Foundation
import Inspecting

/// Requests over topics, audiences, languages and verdicts.
enum ScriptCases {
    static let canonical = "explain what an AI image is and how it was created"
    static let chinese = "什么是AI图像，它是怎么生成的？"

    /// By language, one sentence for each topic, and none.
    static let sentences: [(language: String, sentences: [String])] = [
        (
            "en",
            [
                canonical, "What is an AI image?", "How was this picture made?", "How can I tell?",
                "How do I use it responsibly?", "Show my product", "Describe this photo", "",
            ]
        ),
        (
            "zh-Hans",
            [
                chinese, "什么是AI图像？", "这张图是怎么做的？", "怎么辨别？", "如何负责任地使用？", "介绍这个商品",
                "说说这张照片", "",
            ]
        ),
    ]

    /// All of them, with one seed.
    static func requests(seed: UInt64) -> [ScriptRequest] {
        sentences.flatMap { language, sentences in
            sentences.flatMap { sentence in
                Audience.allCases.flatMap { audience in
                    Specimen.all.map { facts in
                        ScriptRequest(
                            sentence: sentence, pictures: [facts], language: language,
                            audience: audience, seed: seed)
                    }
                }
            }
        }
    }

    /// Every text that any of the requests gives with the seeds 0 to 9, by verdict and language.
    ///
    /// Most texts are in many storyboards: each is judged once.
    static let everyText: [Key: Set<String>] = everything { texts($0) }

    /// The sentences among them.
    static let everySentence: [Key: Set<String>] = everything {
        $0.beats.flatMap(\.sentences).map(\.text)
    }

    struct Key: Hashable {
        var verdict: PictureFacts.Verdict
        var language: String
    }

    private static let materials: [(Key, Storyboard)] = (UInt64(0)..<10).flatMap { seed in
        requests(seed: seed).compactMap { request in
            guard let storyboard = try? LocalScriptWriter().material(for: request) else {
                return nil
            }
            let key = Key(
                verdict: request.pictures[0].verdict, language: request.language ?? "")
            return (key, storyboard)
        }
    }

    private static func everything(_ texts: (Storyboard) -> [String]) -> [Key: Set<String>] {
        materials.reduce(into: [:]) { all, material in
            all[material.0, default: []].formUnion(texts(material.1))
        }
    }

    /// Every text of a storyboard that a viewer hears or reads.
    static func texts(_ storyboard: Storyboard) -> [String] {
        [storyboard.title] + storyboard.beats.flatMap { beat in
            [beat.chapter ?? "-"] + beat.sentences.map(\.text) + texts(beat.visual)
        }
    }

    static func texts(_ visual: Visual) -> [String] {
        switch visual {
        case .hook(_, let kicker, let title): [kicker, title]
        case .picture(_, let label): label.map { [$0] } ?? []
        case .noising: []
        case .denoising(_, _, let label): [label]
        case .prompt(_, let kicker, let words): [kicker, words]
        case .facts(_, let kicker, let rows, let footnote):
            [kicker] + rows.flatMap { [$0.name, $0.value] } + (footnote.map { [$0] } ?? [])
        case .pixels(_, let label): [label]
        case .spotlight(_, _, _, let kicker, let heading, let badge):
            [kicker, heading] + (badge.map { [$0.title, $0.text] } ?? [])
        case .callout(_, _, _, _, let label): [label]
        case .palette(_, let kicker, let swatches): [kicker] + swatches.map(\.label)
        case .end(_, let takeaway): [takeaway]
        }
    }
}
