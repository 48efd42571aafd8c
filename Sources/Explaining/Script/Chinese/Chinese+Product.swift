import Foundation
import Inspecting

extension ChineseWording {
    func product(_ part: Part, _ s: inout Saying) {
        let detail = s.known.measures?.details.count ?? 0
        switch part {
        case .first:
            s.say(0, "看这里，细节最丰富。", "从这里看起，细节最多。")
            s.say(3, "边缘和纹理，会告诉你表面是什么样。")
        case .second where detail > 1:
            s.say(1, "再看这里。", "然后是这里。")
            s.say(3, "和刚才比一比：材质、光线，一样吗？")
        case .third where detail > 2:
            s.say(1, "这一处也别错过。", "还有第三处，值得看看。")
            s.say(3, "做工好不好，往往藏在小地方。")
        case .missing:
            let isProduct = s.topics.first == .productPhoto
            s.say(1, isProduct ? "大小、重量、手感，图里看不出来。" : nil)
            s.say(2, isProduct ? "这些要看说明，或者问一问。" : nil)
            s.say(3, isProduct ? nil : "前后发生了什么，图里看不出来。")
        case .label: label(&s)
        default: break
        }
    }

    private func label(_ s: inout Saying) {
        guard s.known.concernsAI, s.topics.first == .productPhoto else { return }
        if s.known.isDeclaredAI {
            s.say(1, "还有一点：文件声明它出自 AI。")
            s.say(1, "材质、尺寸和标志可能是想象的，请对照实物。")
        } else {
            s.say(1, "还有一点：文件提示，有一部分可能用 AI 改过。")
            s.say(2, "所以，请对照实物。")
        }
    }

    func gallery(
        _ known: Known, number: Int, of count: Int
    ) -> (label: String, [Beat.Sentence]) {
        let colours = distinct((known.measures?.palette.prefix(2) ?? []).map(name))
        let which = "第\(number == 2 ? "二" : self.count(number))张"
        let first =
            colours.isEmpty
            ? "\(which)，\(known.width)乘\(known.height)像素。"
            : "\(which)，主要是\(colours.joined(separator: "和"))。"
        return (
            "\(number) / \(count)",
            [Beat.Sentence(first, rank: 1), Beat.Sentence(verdict(known), rank: 2)]
        )
    }

    /// What one picture among several says of its origin.
    private func verdict(_ known: Known) -> String {
        switch known.verdict {
        case .generationDataEmbedded: "文件记录了工具和参数。"
        case .generatedDeclared: "文件声明它出自模型。"
        case .editedDeclared: "文件声明有一部分用 AI 改过。"
        case .labelDeclared: "文件带着 AI 内容标识。"
        case .signatureLayout: "文件里有签名，没写工具名。"
        case .cameraDataPresent: "文件里有拍摄参数，是线索，不是证明。"
        case .otherSourceDeclared: "文件声明了别的来源。"
        case .credentialsWithoutSourceType: "文件列了修改步骤，没写来源。"
        case .remoteManifestOnly: "它的记录存在别处。"
        case .noGenerationData: "文件没怎么提它的来历。"
        case .nothingEmbedded: "文件没有提它的来历。"
        }
    }
}
