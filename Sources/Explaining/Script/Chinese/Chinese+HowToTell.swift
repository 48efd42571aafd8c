import Foundation
import Inspecting

extension ChineseWording {
    func howToTell(_ part: Part, _ s: inout Saying) {
        switch part {
        case .tell: tell(&s)
        case .marks: marks(&s)
        case .details: details(&s)
        default: context(&s)
        }
    }

    private func tell(_ s: inout Saying) {
        s.say(0, "想知道图从哪儿来，先问文件。", "图从哪儿来？先问问文件。")
        answer(&s)
        s.say(3, "图片里可能藏着一张介绍自己的小纸条。", to: .beginners)
        s.say(3, "该看的地方有三处：元数据、内容凭证、来源标签。", to: .students, .creators)
        s.say(4, "截图、上传、另存，常常会把它们抹掉。")
    }

    /// What asking this file brings.
    private func answer(_ s: inout Saying) {
        switch s.known.verdict {
        case .generationDataEmbedded:
            s.say(1, "这一张有回答，但记录可以复制，也可以改。", "它回答了；不过这种记录谁都能改。")
        case .generatedDeclared, .editedDeclared, .credentialsWithoutSourceType: declaration(&s)
        case .nothingEmbedded: s.say(1, "文件里没有记录，什么也说明不了。", "什么都没写，也就什么都说明不了。")
        case .cameraDataPresent: s.say(1, "拍摄参数有帮助，但只是线索，不是证明。")
        case .remoteManifestOnly: s.say(1, "这一张只给了个指向，记录存在别处。")
        case .labelDeclared: s.say(1, "这一张带着标识，是一句能读到的声明。")
        case .signatureLayout: s.say(1, "这一张露了点线索，却没写工具名。")
        case .otherSourceDeclared: s.say(1, "这一张写明了来源，我们把它当作声明来读。")
        case .noGenerationData: s.say(1, "这一张写得太少，说不清从哪儿开始。")
        }
    }

    private func declaration(_ s: inout Saying) {
        guard s.known.hasCredentials else {
            s.say(1, "文件里有个标签，一个词写明了来源。")
            s.say(2, "这种标签没有签名，很容易改。")
            return
        }
        if let signer = s.known.signer, let issuer = s.known.issuer, signer != issuer {
            s.say(1, "内容凭证里的证书，写的是 \(signer)。")
            s.say(3, "证书签发者是 \(issuer)。")
        } else {
            s.say(1, "这一张带着内容凭证，是签了名的步骤清单。")
        }
        s.say(2, "我们读了声明，没有核对签名的人是谁。")
        switch s.known.isAsSigned {
        case true?: s.say(3, "图片的数据，和签名时的一致。")
        case false?: s.say(2, "签名之后，图片又变过。")
        case nil: break
        }
    }

    private func marks(_ s: inout Saying) {
        s.say(1, "有的声明签了名，像一封封好的信。")
        s.say(2, "有的只是一个词，没有签名，很容易改。")
        s.say(2, "有的水印藏在像素里，只有原厂的工具读得出。")
        s.say(3, "工具支持内容凭证的话，就把它打开。", to: .creators)
        s.say(3, "原文件要留好，导出常常会丢掉记录。", to: .creators)
        s.say(3, "签名说明谁签的，不说明内容是真的。", to: .students, .beginners)
    }

    private func details(_ s: inout Saying) {
        s.say(1, "奇怪的手和文字只是线索，仅此而已。", "手不对、字不对，都只是线索。")
        s.say(2, "好模型很少出错，相机也会拍出怪图。")
        s.say(3, "光看样子，两头都会看走眼。")
        s.say(4, "看看边缘、影子，还有本该一模一样的东西。")
    }

    private func context(_ s: inout Saying) {
        s.say(1, "然后问来源：最早是谁发的？", "再去找源头：谁最先发出来的？")
        s.say(2, "以图搜图，可能找到更早的版本。")
        s.say(3, "几条弱线索放在一起，胜过一个强烈的感觉。")
        s.say(4, "看不出来，就说看不出来，这也是诚实。")
    }
}
