import Foundation
import Inspecting

extension ChineseWording {
    /// What the file says about its making, with every limit that goes with it.
    func record(_ s: inout Saying) {
        switch s.known.verdict {
        case .generationDataEmbedded: settings(&s)
        case .generatedDeclared: declared(&s)
        case .editedDeclared:
            s.say(1, "文件声明，其中一部分用生成式人工智能改过。")
            s.say(1, "改的是哪一部分，它没有说。")
            s.say(3, "其余的部分，可能来自相机，也可能来自别处。")
        case .labelDeclared: label(&s)
        case .signatureLayout:
            s.say(1, "它的格式，和 xAI 的 Grok 下载文件用的一样。")
            s.say(1, "里面没写工具名，签名在这里也没法核对。")
        case .cameraDataPresent: camera(&s)
        case .otherSourceDeclared: otherSource(&s)
        case .credentialsWithoutSourceType:
            s.say(1, "内容凭证列出了修改步骤，却没写来源。")
            s.say(2, "过程写了，开头仍然空着。")
        case .remoteManifestOnly:
            s.say(1, "它指向存在别处的内容凭证。")
            s.say(1, "不联网，就读不到。")
        case .noGenerationData: program(&s)
        case .nothingEmbedded: nothing(&s)
        }
        otherSize(&s)
    }

    private func settings(_ s: inout Saying) {
        s.say(1, "来看看文件自己记了什么。", "这是文件里记下的配方。")
        s.say(2, s.known.tool.map { "它写的工具是 \($0)。" })
        s.say(2, "这些数是工具写的，我们只是读出来。")
        s.say(3, "这样的记录可以复制，也可以改，只能当作一种说法。")
        s.say(4, "有了它们，同样的工具能做出很接近的画面。", to: .creators)
        s.say(4, "每一行都是一次选择，有人选的，也有默认的。", to: .students, .beginners)
    }

    private func declared(_ s: inout Saying) {
        s.say(
            1,
            s.known.tool.map { "文件声明它出自生成式模型，工具是 \($0)。" }
                ?? "文件声明，它出自训练过的模型。")
        s.say(2, "步数、种子和提示词，都没有存下来。")
        s.say(3, "这是写文件的一方的说法，我们只是读出来。")
    }

    private func label(_ s: inout Saying) {
        switch s.known.labelLevel {
        case 1: s.say(1, "文件带着 AI 生成标识，写的是：AI 生成。")
        case 2: s.say(1, "文件带着 AI 生成标识，写的是：可能是 AI 生成。")
        case 3: s.say(1, "文件带着 AI 生成标识，写的是：疑似 AI 生成。")
        default: s.say(1, "文件带着 AI 生成标识。")
        }
        s.say(2, "旁边的代码是登记编号，不是名字。")
        s.say(3, "按规定，这类服务要给作品加上标识。")
    }

    private func camera(_ s: inout Saying) {
        s.say(1, s.known.camera.map { "文件里有拍摄参数，相机是 \($0)。" } ?? "文件里有拍摄参数。")
        s.say(1, "这是线索，不是证明。")
        s.say(2, s.known.software.map { "它还提到一个软件：\($0)。" } ?? "后来有没有改过，它没有说。")
        s.say(3, "这些参数可以改，也可以从别的文件抄来。")
    }

    private func otherSource(_ s: inout Saying) {
        s.say(
            1,
            sourceName(s.known.sourceType).map { "文件声明的来源是：\($0)。" }
                ?? "文件声明了来源，不属于生成式模型。")
        s.say(2, "这是文件里的说法，我们只是读出来。")
    }

    private func program(_ s: inout Saying) {
        s.say(
            1,
            s.known.software.map { "文件提到了 \($0)，没说画面从哪儿开始。" }
                ?? "文件里有一段备注，没说画面从哪儿开始。")
        s.say(2, "没有生成参数，也没有关于 AI 的声明。")
        s.say(3, "所以，它的来历还是个问号。")
    }

    private func nothing(_ s: inout Saying) {
        s.say(1, "文件中没有嵌入来源信息。", "它怎么来的，文件没有记录。")
        s.say(1, "这里列的都是量出来的：大小、颜色、明暗。")
        s.say(2, "这很常见，上传和另存往往会清除元数据。")
        s.say(3, "所以，用了什么工具、有没有用 AI，从文件里都看不出来。")
    }

    private func otherSize(_ s: inout Saying) {
        guard let size = s.known.otherDeclaredSize else { return }
        s.say(
            3,
            "记录里要的是\(size.width)乘\(size.height)，"
                + "文件里存的是\(s.known.facts.storedWidth)乘\(s.known.facts.storedHeight)。")
    }

    /// IPTC's terms in plain words; nil for terms that say nothing.
    func sourceName(_ term: String?) -> String? {
        switch term {
        case "digitalCapture": "数码相机"
        case "computationalCapture": "设备里合成的多帧画面"
        case "negativeFilm", "positiveFilm": "胶片扫描"
        case "print": "印刷品扫描"
        case "humanEdits", "minorHumanEdits": "人工修改"
        case "digitalCreation", "digitalArt": "人用数字工具创作"
        case "algorithmicMedia": "不靠训练数据的算法"
        case "algorithmicallyEnhanced": "自动校正"
        case "dataDrivenMedia": "由数据绘成的图"
        case "screenCapture": "屏幕截图"
        case "virtualRecording": "线上活动的录制"
        case "compositeCapture": "几次拍摄的合成"
        case "composite": "多种素材的合成"
        case "softwareImage": "软件"
        default: nil
        }
    }
}
