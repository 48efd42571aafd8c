import Foundation
import Inspecting

extension ChineseWording {
    func hook(_ s: inout Saying) {
        if s.topics.contains(where: \.isAboutAI) {
            opener(&s)
            question(&s)
        } else if s.pictureCount > 1 {
            s.say(0, "这里有\(count(s.pictureCount))张图。")
            s.say(1, "我们一张一张来看。", "每一张都值得停一停。")
        } else if s.topics.first == .productPhoto {
            s.say(0, "凑近看一看。", "我们走近一点。")
            s.say(1, "几秒钟，就能看到关键的地方。")
        } else {
            s.say(0, "好好看看这张图。", "一起来看这张图。")
            s.say(1, "它藏着第一眼看不到的东西。")
        }
    }

    /// What the file says, in one short breath.
    private func opener(_ s: inout Saying) {
        switch s.known.verdict {
        case .generationDataEmbedded: s.say(0, "这张图自带配方。", "文件里藏着配方。")
        case .generatedDeclared: s.say(0, "文件说，它出自模型。", "文件声明出自模型。")
        case .editedDeclared: s.say(0, "文件说，有一部分用 AI 改过。")
        case .labelDeclared: s.say(0, "这个文件带着 AI 标识。")
        case .signatureLayout: s.say(0, "文件里有个特别的签名。")
        case .cameraDataPresent: s.say(0, "文件里写着一台相机。")
        case .otherSourceDeclared: s.say(0, "文件写明了来源。")
        case .credentialsWithoutSourceType: s.say(0, "文件记着一本修改日记。")
        case .remoteManifestOnly: s.say(0, "它的来历存在别处。")
        case .noGenerationData: s.say(0, "文件没说多少。")
        case .nothingEmbedded: s.say(0, "来历，文件没有说。", "文件没写它的来历。")
        }
    }

    private func question(_ s: inout Saying) {
        let (what, how) = (s.topics.contains(.whatIsIt), s.topics.contains(.howCreated))
        if what && how {
            s.say(1, "那么，什么是 AI 图像？它又是怎么来的？", "AI 图像到底是什么，又是怎么做出来的？")
        } else if what {
            s.say(1, "那么，什么是 AI 图像？", "AI 图像，到底是什么？")
        } else if how {
            s.say(
                1, s.known.isDeclaredAI ? "这样的画面，是怎么一步步来的？" : nil,
                s.known.isDeclaredAI ? "我们从噪声开始，跟着走一遍。" : "先来看看，AI 图像一般是怎么做出来的。")
        } else if s.topics.first == .howToTell {
            s.say(1, "怎么知道一张图从哪儿来？")
        } else {
            s.say(1, "AI 图像，怎样用才妥当？")
        }
    }

    /// Small numbers as words; two before a measure word is 两.
    func count(_ number: Int) -> String {
        let words = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
        return words.indices.contains(number) ? words[number] : String(number)
    }

    func opening(_ telling: Telling) -> (kicker: String, title: String, name: String) {
        let topics = telling.topics
        switch topics.first {
        case .whatIsIt:
            let kicker = telling.subject.isDeclaredAI ? "它是怎么来的" : "一分钟看懂"
            return topics.contains(.howCreated)
                ? (kicker, "什么是\nAI 图像？", "什么是 AI 图像，它是怎么来的？")
                : ("一分钟看懂", "什么是\nAI 图像？", "什么是 AI 图像？")
        case .howCreated:
            return telling.subject.isDeclaredAI
                ? ("AI 图像", "这张图\n怎么来的？", "这张图是怎么来的？")
                : ("AI 图像", "它们是\n怎么来的？", "AI 图像是怎么来的？")
        case .howToTell: return ("它从哪儿来", "怎样\n分辨？", "怎样分辨一张图的来历？")
        case .responsibleUse: return ("AI 图像", "怎样\n用得好？", "怎样用好 AI 图像？")
        case .productPhoto: return ("商品图", "凑近\n看一看", "凑近看一看")
        case .thisPicture, nil:
            guard telling.pictures.count > 1 else { return ("这张图", "凑近\n看一看", "凑近看看这张图") }
            let count = count(telling.pictures.count)
            return ("凑近看一看", "\(count)张图", "\(count)张图")
        }
    }
}
